package lifecycle

import (
	consts "go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// memory is how a call hands over a response with nothing open behind it.
func memory(c *ssa.CallCommon) []outcome {
	return []outcome{{status: closed, results: []result{{index: responseIndex(c.Signature()), is: value{kind: response}}}}}
}

// inMemory reports whether the call reads a response from bytes in memory.
func (e *engine) inMemory(c *ssa.CallCommon) bool {
	return readsRaw(c) && len(c.Args) > 0 && e.holdsBytes(c.Args[0], nil, maxDepth)
}

// holdsBytes reports whether the reader is one over bytes in memory, or wraps one.
func (e *engine) holdsBytes(v ssa.Value, args []ssa.Value, depth int) bool {
	if depth == 0 {
		return false
	}
	o := e.origin(v, args)
	switch v := o.v.(type) {
	case *ssa.MakeInterface:
		t := v.X.Type()
		return isNamed(t, "bytes", "Buffer") || isNamed(t, "bytes", "Reader") || isNamed(t, "strings", "Reader") ||
			e.holdsBytes(v.X, o.args, depth-1)
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && fn.Pkg != nil && fn.Pkg.Pkg.Path() == "bufio" && len(v.Call.Args) > 0 {
			return e.holdsBytes(v.Call.Args[0], o.args, depth-1)
		}
	}
	return false
}

// roundTripper returns the function that makes the call's request, where the code around shows which one it is; nil if
// that is the standard library's or not known.
func (e *engine) roundTripper(c *ssa.CallCommon) *ssa.Function {
	box, ok := e.transport(c).v.(*ssa.MakeInterface)
	if !ok || isNamed(box.X.Type(), "net/http", "Transport") {
		return nil
	}
	switch fn := e.origin(box.X, nil).v.(type) {
	case *ssa.Function: // converted to a func type whose method calls it
		return fn
	case *ssa.MakeClosure:
		return fn.Fn.(*ssa.Function)
	}
	return e.methodOf(box.X.Type(), nil, "RoundTrip")
}

// otherTransport reports whether the call's request goes through a transport of another library, such as one for HTTP/3,
// rather than through a wrapper around one of net/http's.
func (e *engine) otherTransport(c *ssa.CallCommon) bool {
	rt := e.roundTripper(c)
	if rt == nil {
		rt = methodRoundTrip(c)
	}
	if rt == nil || len(rt.Blocks) > 0 || rt.Signature.Recv() == nil {
		return false
	}
	t := rt.Signature.Recv().Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if isNamed(f.Type(), "net/http", "RoundTripper") {
			return false
		}
	}
	return true
}

// methodRoundTrip returns the method RoundTrip that the call is one of, if it is not net/http's own; nil if it is none.
func methodRoundTrip(c *ssa.CallCommon) *ssa.Function {
	fn := c.StaticCallee()
	if fn == nil || fn.Name() != "RoundTrip" || fn.Signature.Recv() == nil {
		return nil
	}
	if obj := fn.Object(); obj == nil || obj.Pkg() == nil || obj.Pkg().Path() == "net/http" {
		return nil
	}
	return fn
}

// unshared reports whether the call's request goes through a transport that keeps no connection for others, or one that is told
// to speak HTTP/2 alone, where a response that is closed leaves the connection to others.
func (e *engine) unshared(c *ssa.CallCommon) bool {
	q := quest{eng: e, object: func(a *ssa.Alloc) bool {
		return isNamed(a.Type(), "net/http", "Transport") && (keepsNone(a) || e.onlyHTTP2(a)) || holdsUnkept(a)
	}}
	return c.IsInvoke() && q.around(c.Value) || slices.ContainsFunc(c.Args, q.around)
}

// holdsUnkept reports whether the object is a wrapper that has a transport in it which is told to keep no connections.
func holdsUnkept(wrapper *ssa.Alloc) bool {
	for _, ref := range *wrapper.Referrers() {
		part, ok := ref.(*ssa.FieldAddr)
		if !ok || !isNamed(part.Type(), "net/http", "Transport") {
			continue
		}
		if keepsNone(part) || slices.ContainsFunc(*part.Referrers(), storesUnkept) {
			return true
		}
	}
	return false
}

// storesUnkept reports whether the instruction stores a copy of such a transport.
func storesUnkept(instr ssa.Instruction) bool {
	st, ok := instr.(*ssa.Store)
	if !ok {
		return false
	}
	load, ok := st.Val.(*ssa.UnOp)
	if !ok {
		return false
	}
	a, ok := load.X.(*ssa.Alloc)
	return ok && isNamed(a.Type(), "net/http", "Transport") && keepsNone(a)
}

// keepsNone reports whether the transport at the address is told to keep no connections.
func keepsNone(transport ssa.Value) bool {
	for _, ref := range *transport.Referrers() {
		fa, ok := ref.(*ssa.FieldAddr)
		if ok && fieldName(fa.X.Type(), fa.Field) == "DisableKeepAlives" && ofField(transport, fa.Field, isOn) {
			return true
		}
	}
	return false
}

// isOn reports whether v is the constant true.
func isOn(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == consts.Bool && consts.BoolVal(c.Value)
}

// onlyHTTP2 reports whether the transport is told to speak HTTP/2 alone.
func (e *engine) onlyHTTP2(transport *ssa.Alloc) bool {
	return anyField(transport, func(v ssa.Value) bool {
		p, ok := e.origin(v, nil).v.(*ssa.Alloc)
		return ok && isNamed(p.Type(), "net/http", "Protocols") && setsOnlyHTTP2(p)
	})
}

// setsOnlyHTTP2 reports whether what is done to protocols lets them have HTTP/2, and never HTTP/1.
func setsOnlyHTTP2(protocols *ssa.Alloc) bool {
	http2 := false
	for _, ref := range *protocols.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || call.Call.StaticCallee() == nil || len(call.Call.Args) != 2 {
			continue
		}
		obj, ok := call.Call.StaticCallee().Object().(*types.Func)
		if !ok || obj == nil {
			continue
		}
		switch effect := nethttp.EffectOf(obj); effect {
		case nethttp.SetsHTTP1, nethttp.SetsHTTP2:
			on, known := call.Call.Args[1].(*ssa.Const)
			yes := known && consts.BoolVal(on.Value)
			if effect == nethttp.SetsHTTP1 && (yes || !known) {
				return false
			}
			http2 = http2 || effect == nethttp.SetsHTTP2 && yes
		}
	}
	return http2
}

// transport returns the http.RoundTripper that the call's request goes through.
func (e *engine) transport(c *ssa.CallCommon) origin {
	if c.IsInvoke() {
		if nethttp.RoundTrips(c.Method) {
			return e.origin(c.Value, nil)
		}
		return origin{}
	}
	fn := c.StaticCallee()
	if fn == nil || len(c.Args) == 0 {
		return origin{}
	}
	if obj, ok := fn.Object().(*types.Func); !ok || obj == nil || nethttp.EffectOf(obj) != nethttp.Sends {
		return origin{}
	}
	client := e.origin(c.Args[0], nil)
	if set := e.transports(client, maxDepth); len(set) == 1 {
		return e.origin(set[0].v, set[0].args)
	}
	return origin{}
}

// transports returns what is put into the Transport field of a client where it is made.
func (e *engine) transports(client origin, depth int) []origin {
	a, ok := client.v.(*ssa.Alloc)
	if !ok || depth == 0 || !isNamed(a.Type(), "net/http", "Client") {
		return nil
	}
	var set []origin
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store: // a copy of another client
			if load, ok := ref.Val.(*ssa.UnOp); ok && ref.Addr == a {
				set = append(set, e.transports(e.origin(load.X, client.args), depth-1)...)
			}
		case *ssa.FieldAddr:
			if fieldName(ref.X.Type(), ref.Field) != "Transport" {
				continue
			}
			for _, use := range *ref.Referrers() {
				if st, ok := use.(*ssa.Store); ok && st.Addr == ref {
					set = append(set, origin{st.Val, client.args})
				}
			}
		}
	}
	return set
}
