package fuzzgen

import "fmt"

// close writes one of the ways to close a body.
func (e *emitter) close(s scope, t target, variant byte) {
	if t.form == anything {
		e.closeAny(s, t, variant)
		return
	}
	b := t.reader()
	switch variant % 16 {
	case 7:
		if t.form == response && !t.generic {
			e.put(s, "if %s != nil {", t.name)
			e.put(s.inner(), "%s.Close()", b)
			e.put(s, "}")
			return
		}
		e.put(s, "%s.Close()", b)
	case 8:
		e.put(s, "defer func() { %s.Close() }()", b)
	case 9:
		e.put(s, "defer func(c io.Closer) { c.Close() }(%s)", b)
	case 10:
		e.put(s, "rt.CloseAll(%s)", b)
	case 11:
		e.put(s, "{")
		e.put(s.inner(), "end := %s.Close", b)
		e.put(s.inner(), "end()")
		e.put(s, "}")
	case 12:
		e.put(s, "if c, ok := any(%s).(io.Closer); ok {", b)
		e.put(s.inner(), "c.Close()")
		e.put(s, "}")
	case 13:
		e.put(s, "rt.CloseIt(%s)", b)
	case 14:
		e.put(s, "defer rt.CloseIt(%s)", b)
	case 15, 1, 2:
		e.put(s, "defer %s.Close()", b)
	default:
		e.put(s, "%s.Close()", b)
	}
}

// closeAny closes what is in an any.
func (e *emitter) closeAny(s scope, t target, variant byte) {
	switch variant % 3 {
	case 0:
		e.put(s, "if c, ok := %s.(io.Closer); ok {", t.name)
		e.put(s.inner(), "c.Close()")
		e.put(s, "}")
	case 1:
		e.put(s, "switch v := %s.(type) {", t.name)
		e.put(s, "case *http.Response:")
		e.put(s.inner(), "v.Body.Close()")
		e.put(s, "case io.Closer:")
		e.put(s.inner(), "v.Close()")
		e.put(s, "}")
	case 2:
		e.put(s, "if v, ok := %s.(*http.Response); ok {", t.name)
		e.put(s.inner(), "v.Body.Close()")
		e.put(s, "}")
	}
}

// read writes one of the ways to read of a body.
func (e *emitter) read(s scope, t target, n *Node) {
	b := t.reader()
	if t.form != response && t.form != body {
		return
	}
	call := []string{
		"_, %s io.Copy(io.Discard, " + b + ")",
		"_, %s io.ReadAll(" + b + ")",
		"_, %s io.Copy(io.Discard, bufio.NewReader(" + b + "))",
		"%s json.NewDecoder(" + b + ").Decode(new(map[string]int))",
		"_, %s io.Copy(io.Discard, io.LimitReader(" + b + ", 64))",
		"_, %s " + b + ".Read(make([]byte, 8))",
		"_, %s io.CopyN(io.Discard, " + b + ", 256<<10)",
	}
	v := int(n.B) % len(call)
	if n.C%3 > 0 && v < 3 {
		stmt := fmt.Sprintf("if "+call[v]+"; err != nil {", "err :=")
		if n.C%3 == 2 {
			stmt = fmt.Sprintf("if "+call[v]+"; err != nil {", "err =")
		}
		e.reads = true
		e.add(s, line{code: stmt, run: "rt.Reading(); " + stmt})
		e.block(s.inner(), n.Blocks[0])
		e.leave(s.inner(), n.A)
		e.put(s, "}")
		return
	}
	e.put(s, call[v], "_ =")
}
