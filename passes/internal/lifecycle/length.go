package lifecycle

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// whole reports whether the call reads as much as the response's own Content-Length says: net/http tells of the end of the body
// together with the last byte of that.
func (w *walk) whole(s *state, st site, fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return false
	}
	i, ok := nethttp.Amount(obj)
	if !ok || i >= len(st.common.Args) {
		return false
	}
	n := st.common.Args[i]
	if buffer, ok := n.(*ssa.MakeSlice); ok {
		n = buffer.Len
	}
	return w.isLength(s, n)
}

// isLength reports whether v is the Content-Length of the response that is tracked.
func (w *walk) isLength(s *state, v ssa.Value) bool {
	for {
		conv, ok := v.(*ssa.Convert)
		if !ok {
			break
		}
		v = conv.X
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	if !ok || !isResponse(fa.X.Type()) {
		return false
	}
	field := fieldOf(fa.X.Type(), fa.Field)
	return field != nil && field.Name() == "ContentLength" && w.val(s, fa.X).kind == response
}

// unlimited is the outcome of a call whose bound is where the body ends.
func unlimited(o outcome) outcome {
	o.results = slices.Clone(o.results)
	for i := range o.results {
		if o.results[i].is == (value{kind: reader, path: limited}) {
			o.results[i].is.path = ""
		}
	}
	return o
}
