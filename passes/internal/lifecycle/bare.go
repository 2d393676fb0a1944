package lifecycle

import (
	"go/types"
	"slices"
)

// handsBehind returns how the methods by which the package's types have the interface put responses into their arguments, or hand
// over bodies; false if one of them does neither.
func (e *engine) handsBehind(iface types.Type, method *types.Func) ([]outcome, bool) {
	if outs, ok := e.allFill(iface, method); ok {
		return outs, true
	}
	return e.allBare(iface, method)
}

// allBare returns how the methods by which the package's types have the interface hand over the body of a response, to be closed;
// false if one of them does not, or it hangs on what it is given.
func (e *engine) allBare(iface types.Type, method *types.Func) ([]outcome, bool) {
	if !returnsCloser(method.Signature()) {
		return nil, false
	}
	var all []outcome
	for _, fn := range e.methods(iface, method) {
		outs, ok := e.outcomes(fn, opening)
		outs = slices.DeleteFunc(slices.Clone(outs), func(o outcome) bool { return o.fails(fn.Signature) })
		if !ok || len(outs) == 0 || slices.ContainsFunc(outs, func(o outcome) bool { return !o.bare() }) {
			return nil, false
		}
		for _, o := range outs {
			all = append(all, outcome{status: open, read: o.read, results: o.results, single: o.single})
		}
	}
	return all, len(all) > 0
}

// bare reports whether the outcome hands over an open body by itself, whatever the arguments are.
func (o outcome) bare() bool {
	return o.status == open && len(o.when) == 0 && o.head == nil && len(o.fills) == 0 &&
		slices.ContainsFunc(o.results, func(r result) bool { return r.is == value{kind: body} && r.path == "" })
}

// returnsCloser reports whether a result is an interface by which a body can be read and closed.
func returnsCloser(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if i, ok := v.Type().Underlying().(*types.Interface); ok && i.NumMethods() == 2 && isReadCloser(i) {
			return true
		}
	}
	return false
}
