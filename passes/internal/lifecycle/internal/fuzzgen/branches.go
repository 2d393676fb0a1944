package fuzzgen

import "fmt"

// guarded writes a statement that is reached on some paths.
func (e *emitter) guarded(s scope, write func(s scope)) {
	e.put(s, "if %s {", e.cond())
	write(s.inner())
	e.put(s, "}")
}

// condition returns one that the statement's numbers ask for.
func (e *emitter) condition(s scope, n *Node) string {
	t := s.targets[int(n.B)%len(s.targets)]
	switch n.A % 13 {
	case 5:
		return "!" + e.cond()
	case 6:
		return fmt.Sprintf("%s && %s", e.cond(), e.cond())
	case 7:
		return fmt.Sprintf("%s || %s", e.cond(), e.cond())
	case 8:
		return fmt.Sprintf("f%d", n.B%2)
	case 9:
		return fmt.Sprintf("!f%d", n.B%2)
	case 10:
		if t.form == response && !t.blank {
			return t.name + []string{" != nil", " == nil"}[n.C%2]
		}
	case 11:
		if len(e.own) > 0 {
			return []string{"err != nil", "err == nil"}[n.C%2]
		}
	case 12:
		if t.form == response {
			return t.name + ".StatusCode != http.StatusOK"
		}
	}
	return e.cond()
}

func (e *emitter) branch(s scope, n *Node) {
	e.put(s, "if %s {", e.condition(s, n))
	e.block(s.inner(), n.Blocks[0])
	if len(n.Blocks) > 1 && len(n.Blocks[1]) > 0 {
		e.put(s, "} else {")
		e.block(s.inner(), n.Blocks[1])
	}
	e.put(s, "}")
}

func (e *emitter) repeat(s scope, n *Node) {
	in := s.inner()
	in.loop = true
	switch n.A % 5 {
	case 0:
		e.put(s, "for %s {", e.loop())
	case 1:
		e.put(s, "for range 2 {")
	case 2:
		e.put(s, "for i := 0; i < 2; i++ {")
	case 3:
		e.put(s, "for {")
	case 4:
		e.conds++
		e.put(s, "for range rt.Items(%d) {", e.conds)
	}
	e.block(in, n.Blocks[0])
	if n.A%5 == 3 {
		e.put(in, "if !%s {", e.loop())
		e.put(in.inner(), "break")
		e.put(in, "}")
	}
	e.put(s, "}")
}

func (e *emitter) choose(s scope, n *Node) {
	heads := []string{"case " + e.cond() + ":", "case " + e.cond() + ":", "default:"}
	if n.A%3 == 1 {
		e.conds++
		e.put(s, "switch rt.Pick(%d, 3) {", e.conds)
		heads[0], heads[1] = "case 0:", "case 1:"
	} else {
		e.put(s, "switch {")
	}
	for i, head := range heads {
		e.put(s, "%s", head)
		e.block(s.inner(), n.Blocks[i])
		if n.A%3 == 2 && i == 0 {
			e.put(s.inner(), "fallthrough")
		}
	}
	e.put(s, "}")
}
