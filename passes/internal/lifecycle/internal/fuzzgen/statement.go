package fuzzgen

// statement writes one statement, or nothing where it has no meaning.
func (e *emitter) statement(s scope, n *Node) {
	t := s.targets[int(n.A)%len(s.targets)]
	switch n.Op {
	case opGet:
		if len(e.own) == 0 {
			e.branch(s, n)
			return
		}
		e.get(s, n, e.own[int(n.A)%4/3%len(e.own)].name)
	case opIf:
		e.branch(s, n)
	case opClose:
		e.close(s, t, n.B)
	case opRead:
		e.read(s, t, n)
	case opReturn:
		if n.B%2 == 0 {
			e.leave(s, n.A)
			return
		}
		e.guarded(s, func(s scope) { e.leave(s, n.A) })
	case opHelper:
		e.help(s, t, n)
	case opLiteral:
		e.literal(s, t, n)
	case opLoop:
		e.repeat(s, n)
	case opSwitch:
		e.choose(s, n)
	case opAssign:
		e.assign(s, t, n)
	case opScoped:
		e.scoped(s, n)
	case opExit:
		e.exit(s, n)
	case opJump:
		e.jump(s, n)
	case opLabel:
		if name := labelOf(n); s.top && !e.labels[name] {
			e.labels[name] = true
			e.put(scope{}, "%s:", name)
		}
	case opFlag:
		e.put(s, "f%d = %s", n.A%2, []string{"true", "false", e.cond()}[n.B%3])
	case opKeep:
		e.keep(s, t, n.B)
	case opWrap:
		e.wrap(s, t, n.B)
	case opFunc:
		e.variable(s, t, n)
	case opRecover:
		e.add(s, line{code: "defer func() { recover() }()", run: "defer func() { rt.Recovered(recover()) }()"})
	}
}

// exit ends the program or the goroutine.
func (e *emitter) exit(s scope, n *Node) {
	end := func(s scope) {
		e.add(s, line{
			code: []string{`panic("over")`, `log.Fatal("over")`, "os.Exit(1)"}[n.A%3],
			run:  []string{"panic(rt.Over())", "panic(rt.Over())", "panic(rt.Over())"}[n.A%3],
		})
	}
	if n.B%4 == 0 {
		end(s)
		return
	}
	e.guarded(s, end)
}

func (e *emitter) jump(s scope, n *Node) {
	name := labelOf(n)
	_, there := e.labels[name]
	kind := n.C % 4
	if !s.loop {
		kind = 3
	}
	e.put(s, "if %s {", e.loop())
	switch {
	case kind == 0 || kind == 1:
		e.put(s.inner(), "break")
	case kind == 2:
		e.put(s.inner(), "continue")
	case there && !s.literal:
		e.put(s.inner(), "goto %s", name)
	default:
		e.leave(s.inner(), n.B)
	}
	e.put(s, "}")
}
