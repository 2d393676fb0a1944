package lifecycle

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A decoder or another reader with a buffer reads only where there is too little in that. A new one has nothing there, but that is not
// known of an object: so that it is taken to read, if it ever does, whatever else is in it.

// inReader reports whether the body comes in as what an object reads from.
func (w *walk) inReader() bool {
	return w.source == nil && w.role.param >= 0 && !w.role.whole && w.inPart()
}

// ofObject reports whether a condition is computed from what else is in the object that the body comes in, or by a function that is
// given the object.
func (w *walk) ofObject(cond ssa.Value, given bool) bool {
	switch v := cond.(type) {
	case *ssa.BinOp:
		return w.ofObject(v.X, given) || w.ofObject(v.Y, given)
	case *ssa.Convert:
		return w.ofObject(v.X, given)
	case *ssa.Extract:
		return w.ofObject(v.Tuple, given)
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, func(a ssa.Value) bool { return w.ofObject(a, true) })
	}
	p, path, ok := w.param(value{kind: symbol, id: w.eng.id(cond)})
	return ok && p == w.role.param && (given || path != "") && path != w.role.path
}

// readAnyway takes a body to be read where it is left unread only for what else is in its object: no further than elsewhere.
func readAnyway(outs []outcome) []outcome {
	least := unread
	for _, o := range outs {
		if o.read > unread && (least == unread || o.read < least) {
			least = o.read
		}
	}
	for i := range outs {
		if outs[i].late {
			outs[i].read = least
		}
		outs[i].late = false
	}
	return outs
}
