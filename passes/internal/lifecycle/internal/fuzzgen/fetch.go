package fuzzgen

import "fmt"

// get writes a fetch and what checks its error.
func (e *emitter) get(s scope, n *Node, name string) {
	e.fetch(s, "%s, err = %s", name, n.B)
	out := func(cond string) {
		e.put(s, "if %s {", cond)
		e.block(s.inner().without(name), n.Blocks[0])
		e.leave(s.inner(), 0)
		e.put(s, "}")
	}
	switch n.C % 12 {
	case 6:
	case 7:
		e.put(s, "if err == nil {")
		e.block(s.inner(), n.Blocks[0])
		e.put(s, "}")
	case 8:
		out(name + " == nil")
	case 9:
		e.put(s, "if err != nil {")
		e.add(s.inner(), line{code: "log.Fatal(err)", run: "panic(rt.Over())"})
		e.put(s, "}")
	case 10:
		out("errors.Is(err, rt.Err)")
	case 11:
		e.put(s, "rt.Must(err)")
	default:
		out("err != nil")
	}
}

// fetch writes a statement with a call that hands over a response.
func (e *emitter) fetch(s scope, format, name string, variant byte) {
	*e.site++
	e.sites = append(e.sites, *e.site)
	u := fmt.Sprintf("rt.URL(%d)", *e.site)
	if e.url {
		u = fmt.Sprintf("rt.Sub(u, %d)", *e.site)
	}
	call, wrapped := "http.Get("+u+")", ""
	switch variant % 14 {
	case 5:
		call = "client.Get(" + u + ")"
	case 6:
		call = "rt.Fetch(" + u + ")"
	case 7:
		call = "rt.Doer.Get(" + u + ")"
	case 8:
		call = "func() (*http.Response, error) { return http.Get(" + u + ") }()"
	case 9:
		call = "http.DefaultClient.Do(rt.Request(" + u + "))"
	case 10:
		call = "rt.Try(func() (*http.Response, error) { return http.Get(" + u + ") })"
	case 11, 12, 13:
		if e.callee < 0 {
			if opener := e.pick(variant, isOpener); opener >= 0 {
				call = e.names[opener] + "(" + u + ")"
				wrapped = "rt.Opened(" + call + ")"
			}
		}
	}
	l := same(format, name, call)
	if wrapped != "" {
		l.run = same(format, name, wrapped).run
	}
	l.site = *e.site
	e.add(s, l)
}

// pick returns the index of a helper that serves; -1 if there is none.
func (e *emitter) pick(n byte, serves func(*Func) bool) int {
	var found []int
	for i, h := range e.unit.Helpers {
		if serves(h) {
			found = append(found, i)
		}
	}
	if len(found) == 0 {
		return -1
	}
	return found[int(n)%len(found)]
}

// scoped writes a fetch in the header of an if.
func (e *emitter) scoped(s scope, n *Node) {
	if len(e.own) == 0 {
		e.branch(s, n)
		return
	}
	e.conds++
	name := fmt.Sprintf("r%d", e.conds+10)
	check := []string{"err == nil", "err != nil", name + " != nil"}[n.A%3]
	e.fetch(s, "if %s, err := %s; "+check+" {", name, n.B)
	in := s.inner().with(target{name: name})
	in.targets = append(in.targets, target{name: name}, target{name: name})
	for i, b := range n.Blocks {
		if i == 1 {
			e.put(s, "} else {")
		}
		e.put(in, "_, _ = %s, err", name)
		if nilIn := map[byte]int{0: 1, 1: 0, 2: 1}[n.A%3]; i == nilIn {
			e.block(in.without(name), b)
		} else {
			e.block(in, b)
		}
	}
	e.put(s, "}")
}
