package lifecycle

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxCopied bounds the copies that a request is followed through.
const maxCopied = 8

// resentMethod returns the method of a request that is a copy of the one to which a response has come before: a redirect leaves
// HEAD as it is. The zero value if it is no such request, or that is not known.
func (w *walk) resentMethod(s *state, req ssa.Value) value {
	resent := false
	for range maxCopied {
		v := w.val(s, req)
		if of := w.eng.vals[v.id]; v.kind == symbol && v.path == "" && of != nil { // what it is on this path
			req = of
		}
		if req.Referrers() == nil || len(storesTo(req, "Method")) > 0 || s.load(cell{v.id, v.path + ".Method"}).kind == constant {
			return value{}
		}
		next := copiedBy(req)
		if load, ok := req.(*ssa.UnOp); ok {
			next = w.sentFor(load)
			resent = resent || next != nil
		}
		if next == nil {
			break
		}
		req = next
	}
	if !resent {
		return value{}
	}
	return w.requestPart(s, w.val(s, req), ".Method")
}

// sentFor returns the request that a call was given, if the value is loaded from the response to it; nil if it is something else.
func (w *walk) sentFor(load *ssa.UnOp) ssa.Value {
	fa, ok := load.X.(*ssa.FieldAddr)
	if !ok || !isResponse(fa.X.Type()) || fieldName(fa.X.Type(), fa.Field) != "Request" || fa.X.Referrers() == nil || len(storesTo(fa.X, "Request")) > 0 {
		return nil
	}
	from := fa.X
	if part, ok := from.(*ssa.Extract); ok {
		from = part.Tuple
	}
	call, ok := from.(*ssa.Call)
	if !ok {
		return nil
	}
	p := requestParam(&call.Call)
	if p < 0 {
		return nil
	}
	outs, known := w.eng.opens(&call.Call)
	if known && slices.ContainsFunc(outs, func(o outcome) bool { return o.head == nil || o.head.param != p || o.head.path != ".Method" }) {
		return nil
	}
	return call.Call.Args[p]
}
