package fuzzgen

import (
	"fmt"
	"slices"
)

// assign copies and clears variables.
func (e *emitter) assign(s scope, t target, n *Node) {
	if len(e.own) == 0 {
		return
	}
	a, b := e.own[0].name, e.own[len(e.own)-1].name
	switch n.B % 8 {
	case 0:
		if slices.ContainsFunc(s.targets, func(t target) bool { return t.name == a }) {
			e.put(s, "b0 = %s.Body", a)
		}
	case 1:
		e.put(s, "s.r = %s", a)
	case 2:
		e.put(s, "%s = nil", a)
	case 3:
		if a != b {
			e.put(s, "%s = %s", b, a)
		}
	case 4:
		if a != b {
			e.put(s, "%s, %s = %s, %s", a, b, b, a)
		}
	case 5:
		if a != b {
			e.put(s, "%s = %s", a, b)
		}
	case 6:
		e.put(s, "err = nil")
	case 7:
		if t.form == response {
			e.put(s, "b0 = %s.Body", t.name)
		}
	}
}

// keep hands a response on.
func (e *emitter) keep(s scope, t target, variant byte) {
	if t.form == closer || t.form == anything {
		e.put(s, "rt.Keep(%s)", t.name)
		return
	}
	b := t.reader()
	switch variant % 6 {
	case 0:
		e.put(s, "rt.Keep(%s)", t.name)
	case 1:
		e.put(s, "rt.Keep(%s)", b)
	case 2:
		e.add(s, line{code: "rt.Global = " + b, run: "rt.Global = " + b + "; rt.Keep(rt.Global)"})
	case 3:
		e.add(s, line{code: "rt.Chan <- " + b, run: "rt.Keep(" + b + ")"})
	case 4:
		e.put(s, "rt.Taker.Take(%s)", b)
	case 5:
		e.add(s, line{code: "rt.Map[1] = " + b, run: "rt.Map[1] = " + b + "; rt.Keep(rt.Map[1])"})
	}
}

// wrap puts something around a body.
func (e *emitter) wrap(s scope, t target, variant byte) {
	if len(e.own) == 0 && t.form != response || t.form == closer || t.form == anything {
		return
	}
	b := t.reader()
	to := "b0"
	if t.form == response && variant%2 == 0 || len(e.own) == 0 {
		to = b
	}
	switch variant / 2 % 5 {
	case 0:
		e.put(s, "%s = io.NopCloser(%s)", to, b)
	case 1:
		e.put(s, "%s = struct {", to)
		e.put(s.inner(), "io.Reader")
		e.put(s.inner(), "io.Closer")
		e.put(s, "}{bufio.NewReader(%s), %s}", b, b)
	case 2:
		e.put(s, "%s = &rt.Around{ReadCloser: %s}", to, b)
	case 3:
		e.put(s, "%s = rt.Wrap(%s)", to, b)
	case 4:
		e.put(s, "%s = rt.Loose(%s)", to, b)
	}
}

// help gives a response to one of the unit's helpers.
func (e *emitter) help(s scope, t target, n *Node) {
	i := -1
	if e.callee < 0 {
		i = e.pick(n.B, func(h *Func) bool { return !isOpener(h) })
	}
	if i < 0 {
		e.close(s, t, n.B)
		return
	}
	h := e.unit.Helpers[i]
	kind := h.Kind % kinds
	arg := t.reader()
	switch {
	case kind == 0 && t.form != response, kind == 1 && t.form > body, kind == 5 && t.form > body, kind < 6 && kind != 3 && t.form == anything:
		e.close(s, t, n.B)
		return
	case kind == 0, kind == 3 && n.C%2 == 0:
		arg = t.name
	}
	call := fmt.Sprintf("%s(%s)", e.names[i], arg)
	result := []string{"", "error", "bool"}[h.Sig%3]
	switch n.C / 2 % 4 {
	case 1:
		e.put(s, "defer %s", call)
	case 2, 3:
		switch result {
		case "error":
			e.put(s, "if err := %s; err != nil {", call)
		case "bool":
			e.put(s, "if %s%s {", []string{"", "!"}[n.C%2], call)
		default:
			e.put(s, "%s", call)
			return
		}
		if n.C/2%4 == 2 {
			e.leave(s.inner(), n.A)
		} else {
			e.close(s.inner(), t, 0)
		}
		e.put(s, "}")
	default:
		e.put(s, "%s", call)
	}
}
