package fuzzgen

import "fmt"

// literal writes a function literal that is called, deferred or started at once.
func (e *emitter) literal(s scope, t target, n *Node) {
	in := s.inLiteral()
	switch n.B % 5 {
	case 0, 1:
		word := []string{"", "defer "}[n.B%5]
		e.put(s, "%sfunc() {", word)
		e.block(in, n.Blocks[0])
		e.put(s, "}()")
	case 2:
		e.add(s, line{code: "go func() {", run: "rt.Go(func() {"})
		e.block(in, n.Blocks[0])
		e.add(s, line{code: "}()", run: "})"})
	default:
		if t.form != response {
			e.put(s, "func() {")
			e.block(in, n.Blocks[0])
			e.put(s, "}()")
			return
		}
		e.conds++
		name := fmt.Sprintf("q%d", e.conds)
		e.put(s, "%sfunc(%s *http.Response) {", []string{"", "defer "}[n.B%5-3], name)
		in.targets = []target{{name: name}}
		e.block(in, n.Blocks[0])
		e.put(s, "}(%s)", t.name)
	}
}

// variable sets or calls the variable of function type.
func (e *emitter) variable(s scope, t target, n *Node) {
	if s.held { // it would call itself
		return
	}
	in := s.inLiteral()
	in.held = true
	switch n.B % 4 {
	case 0:
		e.put(s, "cl = func() {")
		e.close(in, t, 0)
		e.block(in, n.Blocks[0])
		e.put(s, "}")
	case 1:
		e.put(s, "cl = func() {")
		e.block(in, n.Blocks[0])
		e.put(s, "}")
	case 2:
		e.put(s, "cl()")
	case 3:
		e.put(s, "defer cl()")
	}
}
