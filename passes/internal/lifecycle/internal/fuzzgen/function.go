package fuzzgen

import (
	"fmt"
	"regexp"
	"strings"
)

// locals are the variables of a function; those that it uses are declared.
var locals = []struct{ name, decl string }{
	{"r0", "var r0 *http.Response"},
	{"r1", "r1 := rt.Blank"},
	{"b0", "b0 := rt.Empty"},
	{"s", "s := struct{ r *http.Response }{rt.Blank}"},
	{"err", "var err error"},
	{"f0", "var f0 bool"},
	{"f1", "var f1 bool"},
	{"cl", "cl := func() {}"},
}

// function writes a function around its body.
func (e *emitter) function(head string, targets []target) []line {
	for _, n := range e.f.Body { // which labels there are to go to
		if n.Op == opLabel {
			e.labels[labelOf(n)] = false
		}
	}
	s := scope{indent: 1, targets: targets, top: true}
	if e.url {
		e.get(s, &Node{Op: opGet, Blocks: [][]*Node{nil}}, e.own[0].name)
	}
	e.block(s, e.f.Body)
	e.leave(s, lastReturn(e.f.Body))
	lines := []line{same("%s {", head)}
	all := new(strings.Builder)
	text(all, e.lines)
	var used []string
	for _, l := range locals {
		if regexp.MustCompile(`\b`+l.name+`\b`).MatchString(all.String()) && !strings.Contains(head, l.name+" ") {
			lines = append(lines, same("\t%s", l.decl))
			used = append(used, l.name)
		}
	}
	if len(used) > 0 {
		lines = append(lines, same("\t%s = %s", strings.TrimSuffix(strings.Repeat("_, ", len(used)), ", "), strings.Join(used, ", ")))
	}
	for _, l := range e.lines {
		if name, ok := strings.CutSuffix(strings.TrimSpace(l.code), ":"); ok && strings.HasPrefix(name, "L") && !strings.Contains(all.String(), "goto "+name+"\n") {
			continue
		}
		lines = append(lines, l)
	}
	return append(lines, same("}"))
}

// lastReturn is the number of the return statement that stands at the function's end.
func lastReturn(block []*Node) byte {
	if len(block) == 0 {
		return 0
	}
	return block[len(block)-1].C
}

func labelOf(n *Node) string { return fmt.Sprintf("L%d", n.A%2) }

func (e *emitter) block(s scope, block []*Node) {
	if len(s.targets) == 0 {
		return
	}
	for _, n := range block {
		e.statement(s, n)
	}
}

// leave returns from the function or the function literal.
func (e *emitter) leave(s scope, variant byte) {
	if s.literal {
		e.put(s, "return")
		return
	}
	e.conds++
	fail := fmt.Sprintf("rt.Fail(%d)", e.conds)
	pick := func(of ...string) string { return of[int(variant)%len(of)] }
	switch {
	case e.result == "":
		e.put(s, "return")
	case e.result == "error":
		e.put(s, "return %s", pick("nil", fail, "rt.Err"))
	case e.result == "bool":
		e.put(s, "return %s", pick("true", "false", e.cond()))
	case e.result == "io.ReadCloser":
		e.put(s, "return %s", pick("nil", "nil", s.targets[0].reader(), "b0"))
	case e.url: // most openers return what they open
		own := e.own[0].name
		e.put(s, "return %s", pick(own+", err", own+", nil", "nil, rt.Err", own+", nil"))
	default:
		e.put(s, "return %s", pick("nil, rt.Err", "nil, nil", "r0, nil", e.own[1].name+", nil", "r0, "+fail))
	}
}
