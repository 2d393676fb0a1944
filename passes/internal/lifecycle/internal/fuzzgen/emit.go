package fuzzgen

import (
	"fmt"
	"strings"
)

// An emitter writes one unit.
type emitter struct {
	index  int
	unit   *Unit
	number int
	site   *int
	conds  int
	names  []string // of helpers, as the unit's function calls them

	// The function that is being written.
	f      *Func
	callee int  // its index among the helpers, or -1
	url    bool // it is given the address
	result string
	own    []target // its variables that responses are assigned to
	lines  []line
	sites  []int
	reads  bool // some function of the unit looks at errors of reading
	labels map[string]bool
}

func (e *emitter) add(s scope, l line) {
	pad := strings.Repeat("\t", s.indent)
	l.code, l.run = pad+l.code, pad+l.run
	e.lines = append(e.lines, l)
}

func (e *emitter) put(s scope, format string, args ...any) { e.add(s, same(format, args...)) }

// cond returns a condition that comes out either way.
func (e *emitter) cond() string {
	e.conds++
	return fmt.Sprintf("rt.Cond(%d)", e.conds)
}

// loop returns a condition that comes out true a few times at most.
func (e *emitter) loop() string {
	e.conds++
	return fmt.Sprintf("rt.Loop(%d)", e.conds)
}

const (
	kinds       = 8
	kindOpener  = 6
	kindOpener2 = 7
)

func isOpener(h *Func) bool { return h.Kind%kinds >= kindOpener }

var params = [kinds]string{"p *http.Response", "p io.ReadCloser", "p io.Closer", "p any", "p T", "p T", "u string", "u string"}

var typeParams = [kinds]string{4: "[T io.Closer]", 5: "[T io.ReadCloser]"}

var paramTargets = [kinds]target{
	{name: "p"}, {name: "p", form: body}, {name: "p", form: closer}, {name: "p", form: anything},
	{name: "p", form: closer, generic: true}, {name: "p", form: body, generic: true},
}

var signatures = []string{"", "error", "(*http.Response, error)", "(out *http.Response, err error)", "io.ReadCloser"}

// main writes the unit's function.
func (e *emitter) main() ([]line, Entry) {
	name := fmt.Sprintf("F%d", e.number)
	e.start(e.unit.Main, -1, signatures[int(e.unit.Main.Sig)%len(signatures)])
	e.own = []target{{name: "r0"}, {name: "r1"}}
	targets := []target{{name: "r0"}, {name: "r0"}, {name: "r0"}, {name: "r1", blank: true}, {name: "b0", form: body}, {name: "s.r", blank: true}}
	if strings.HasPrefix(e.result, "(out") {
		e.own[1].name, targets[3] = "out", target{name: "out"}
	}
	lines := e.function(fmt.Sprintf("func %s() %s", name, e.result), targets)
	call := fmt.Sprintf("p%d.%s()", e.index, name)
	switch int(e.unit.Main.Sig) % len(signatures) {
	case 1:
		call = "_ = " + call
	case 2, 3:
		call = "r, _ := " + call + "; rt.Returned(r)"
	case 4:
		call = "rt.Returned(" + call + ")"
	}
	return lines, Entry{Name: name, Call: call, Sites: e.sites}
}

// helper writes a helper.
func (e *emitter) helper(i int, h *Func) ([]line, Entry) {
	name := fmt.Sprintf("H%d%c", e.number, 'A'+i)
	pkg := fmt.Sprintf("p%d", e.index)
	e.names = append(e.names, name)
	if h.Lib {
		pkg = fmt.Sprintf("lib%d", e.index)
		e.names[i] = pkg + "." + name
	}
	k := int(h.Kind) % kinds
	switch {
	case k == kindOpener:
		e.start(h, i, "(*http.Response, error)")
	case k == kindOpener2:
		e.start(h, i, "(out *http.Response, err error)")
	default:
		e.start(h, i, []string{"", "error", "bool"}[h.Sig%3])
	}
	var targets []target
	if isOpener(h) {
		e.url = true
		e.own = []target{{name: "r0"}}
		targets = []target{{name: "r0"}, {name: "r0"}, {name: "b0", form: body}}
		if k == kindOpener2 {
			e.own[0].name, targets[0].name, targets[1].name = "out", "out", "out"
		}
	} else {
		targets = []target{paramTargets[k]}
	}
	lines := e.function(fmt.Sprintf("func %s%s(%s) %s", name, typeParams[k], params[k], e.result), targets)
	call := fmt.Sprintf("r, _ := %s.%s(rt.URL(0)); rt.Returned(r)", pkg, name)
	return lines, Entry{Name: name, Call: call, Sites: e.sites, Opener: true}
}

func (e *emitter) start(f *Func, helper int, result string) {
	e.f, e.callee, e.result = f, helper, result
	e.url, e.own, e.lines, e.sites = false, nil, nil, nil
	e.labels = make(map[string]bool)
}
