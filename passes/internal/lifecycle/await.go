package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// awaited is the path of the error that a group of goroutines has for who waits for it.
const awaited = "?"

// await notes the error that a literal returned which was given to a method: where that returns none itself and the object gets no
// other function, another method has it.
func (w *walk) await(s *state, st site, err value) {
	if group := w.group(st); group != nil && !hasError(st.common.Signature()) && givenOnce(group) {
		if at, ok := w.awaitedAt(s, group); ok {
			s.store(at, err)
		}
	}
}

// awaitedAt is where the error of a group is noted; false if the group has no identity.
func (w *walk) awaitedAt(s *state, group ssa.Value) (cell, bool) {
	v := w.val(s, group)
	return cell{v.id, v.path + awaited}, v.kind == symbol || v.kind == pointer
}

// wait gives the errors of a method of such an object a value.
func (w *walk) wait(s *state, st site, err value) {
	if err.kind == isNil || err.kind == nonNil {
		w.setErrors(s, st, err)
	}
}

// awaitedBy returns the error that the method may have from a literal that the object was given before.
func (w *walk) awaitedBy(s *state, st site) value {
	group := w.group(st)
	if group == nil || st.common.Signature().Params().Len() > 0 || !hasError(st.common.Signature()) {
		return value{}
	}
	at, ok := w.awaitedAt(s, group)
	if !ok {
		return value{}
	}
	return s.load(at)
}

// group returns what the call is a method of whose body is not in view; nil if it is none.
func (w *walk) group(st site) ssa.Value {
	fn := st.common.StaticCallee()
	if fn == nil || len(fn.Blocks) > 0 || fn.Signature.Recv() == nil || len(st.common.Args) == 0 {
		return nil
	}
	return st.common.Args[0]
}

func hasError(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if isError(v.Type()) {
			return true
		}
	}
	return false
}

// givenOnce reports whether one call of a method gives the object a function, and no loop makes it.
func givenOnce(object ssa.Value) bool {
	if object.Referrers() == nil { // of package variables nobody keeps book
		return false
	}
	n := 0
	for _, ref := range *object.Referrers() {
		call, ok := ref.(*ssa.Call)
		if !ok || len(call.Call.Args) == 0 || call.Call.Args[0] != object {
			continue
		}
		if slices.ContainsFunc(call.Call.Args[1:], func(a ssa.Value) bool { return isFunc(a.Type()) }) {
			if n++; inLoop(call.Block()) {
				return false
			}
		}
	}
	return n == 1
}

// inLoop reports whether the block is reached from itself.
func inLoop(b *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	work := slices.Clone(b.Succs)
	for len(work) > 0 {
		at := work[len(work)-1]
		work = work[:len(work)-1]
		if at == b {
			return true
		}
		if !seen[at] {
			seen[at] = true
			work = append(work, at.Succs...)
		}
	}
	return false
}
