package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// To close the body of a response that the code has read itself, from a connection or a file, does no more than to read it to its
// end. A path that closes what it was read from, or hands that on, is done with the body; not so one that reads the next response
// from there.

// link makes wires of all that the response, which the call has just read, comes from.
func (w *walk) link(s *state, st site) {
	if !readsRaw(st.common) || len(st.common.Args) == 0 {
		return
	}
	t := trace{eng: w.eng, seen: make(map[ssa.Value]bool)}
	t.from(st.common.Args[0], maxDepth*2)
	for _, v := range t.objects {
		w.linkPart(s, v)
	}
	for _, v := range t.wires {
		w.linkValue(s, v)
		s.res.released = s.res.released || w.eng.heldElsewhere(v, st.instr, maxDepth)
	}
}

// linkValue makes a wire of a value, wherever it is.
func (w *walk) linkValue(s *state, v ssa.Value) {
	id := w.eng.canon(v).canID
	w.linkAs(s, id, w.raw(s, v))
	if load, ok := v.(*ssa.UnOp); ok {
		if a := variable(load.X); a != nil { // what it holds may go by another name
			w.linkAs(s, id, s.load(cell{id: w.eng.id(a)}))
		}
	}
}

// linkAs makes a wire of the value old, which that with the number id had.
func (w *walk) linkAs(s *state, id uint32, old value) {
	if old.kind != symbol && old.kind != nonNil {
		return
	}
	is := func(v value) bool {
		if box, ok := w.eng.vals[v.id].(*ssa.MakeInterface); ok && v.kind == nonNil && w.eng.canon(box.X).canID == id {
			return true
		}
		return v.kind == symbol && v.id == id || v == old && v.id != 0
	}
	s.set(key{id, self}, value{kind: wire})
	for i := range s.env {
		if is(s.env[i].val) {
			s.env[i].val = value{kind: wire}
		}
	}
	for i := range s.mem {
		if is(s.mem[i].val) {
			s.mem[i].val = value{kind: wire}
			_, local := w.eng.vals[s.mem[i].cell.id].(*ssa.Alloc)
			s.res.released = s.res.released || !local
		}
	}
	for i := range s.defers {
		w.linkDeferred(s, &s.defers[i], id, is)
	}
}

// linkDeferred makes a wire of what a deferred call was given.
func (w *walk) linkDeferred(s *state, d *deferred, id uint32, is func(value) bool) {
	if c := d.instr.Common(); is(d.fn) || c.IsInvoke() && w.eng.canon(c.Value).canID == id {
		d.fn = value{kind: wire}
	}
	d.args = slices.Clone(d.args)
	for i := range d.args {
		if is(d.args[i]) {
			d.args[i] = value{kind: wire}
		}
	}
}

// linkPart makes a wire of the part of an object from which the response was read: who gets the object gets that.
func (w *walk) linkPart(s *state, part *ssa.FieldAddr) {
	of, id := w.raw(s, part.X), w.eng.canon(part.X).canID
	switch of.kind {
	case pointer:
	case symbol, nonNil:
		whole := value{kind: pointer, id: id}
		s.set(key{id, self}, whole)
		for i := range s.mem {
			if s.mem[i].val == of && of.kind == symbol {
				s.mem[i].val = whole
			}
		}
		if load, ok := part.X.(*ssa.UnOp); ok {
			s.store(cell{w.eng.id(variable(load.X)), ""}, whole)
		}
		of = whole
	default:
		return
	}
	s.store(cell{of.id, of.path + "." + fieldName(part.X.Type(), part.Field)}, value{kind: wire})
}

// readOn notes that the next response is read from where the tracked one was: it begins where that one's body ends, so that closing the
// connection later makes up for nothing.
func (w *walk) readOn(s *state, st site) {
	if s.res.status != open || s.res.read == drained || !readsRaw(st.common) || len(st.args) == 0 || st.args[0].kind != wire {
		return
	}
	unlink := func(v *value) {
		if v.kind == wire {
			*v = value{kind: nonNil}
		}
	}
	for i := range s.env {
		unlink(&s.env[i].val)
	}
	for i := range s.mem {
		unlink(&s.mem[i].val)
	}
	for i := range s.defers {
		d := &s.defers[i]
		d.args = slices.Clone(d.args)
		unlink(&d.fn)
		for j := range d.args {
			unlink(&d.args[j])
		}
	}
}

// release notes that v, if the tracked response was read from it, is closed or goes to somebody who sees to it.
func (w *walk) release(s *state, v value) {
	if s.res.status == pending || s.res.released {
		return
	}
	s.res.released = slices.ContainsFunc(w.carried(s, v), func(c carry) bool { return c.val.kind == wire })
}

// getsWire reports whether the function closes or takes over the connection that is its parameter i, or is in that: its name says so,
// or the library's type does, which asks for more than to read or to write.
func getsWire(fn *ssa.Function, i int) bool {
	if fn.Signature.Recv() != nil {
		if i == 0 {
			return fn.Name() == "Close"
		}
		i--
	}
	if fn.Object() == nil || fn.Object().Pkg() == nil || !nethttp.IsStd(fn.Object().Pkg().Path()) {
		return false
	}
	params := fn.Signature.Params()
	return i < params.Len() && hasMethod(params.At(i).Type(), "Close")
}

// A trace finds where a reader reads from.
type trace struct {
	eng     *engine
	seen    map[ssa.Value]bool
	wires   []ssa.Value      // readers, connections, files
	objects []*ssa.FieldAddr // parts of objects of the function that are among them
}

// from goes back to what v was made of.
func (t *trace) from(v ssa.Value, depth int) {
	if v == nil || depth == 0 || t.seen[v] {
		return
	}
	t.seen[v] = true
	if hasMethod(v.Type(), "Read") {
		t.wires = append(t.wires, v)
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		t.from(v.X, depth-1)
	case *ssa.ChangeInterface:
		t.from(v.X, depth-1)
	case *ssa.TypeAssert:
		t.from(v.X, depth-1)
	case *ssa.Phi:
		for _, e := range v.Edges {
			t.from(e, depth-1)
		}
	case *ssa.UnOp:
		t.load(v.X, depth-1)
	case *ssa.Extract:
		t.from(v.Tuple, depth-1)
		t.beside(v)
	case *ssa.Call:
		for _, a := range v.Call.Args {
			if hasMethod(a.Type(), "Read") {
				t.from(a, depth-1)
			}
		}
	}
}

// load goes back to what was put into the variable, or the part of an object, at the address.
func (t *trace) load(addr ssa.Value, depth int) {
	if a := variable(addr); a != nil {
		for _, ref := range *a.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
				t.from(st.Val, depth)
			}
		}
		return
	}
	part, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	switch of := part.X.(type) {
	case *ssa.Alloc:
		for _, st := range storesTo(of, fieldName(of.Type(), part.Field)) {
			t.from(st.Val, depth)
		}
		t.objects = append(t.objects, part)
	case *ssa.Call, *ssa.Extract:
		t.from(of, depth)
		t.objects = append(t.objects, part)
	case *ssa.UnOp:
		if variable(of.X) != nil {
			t.from(of, depth)
			t.objects = append(t.objects, part)
		}
	}
}

// beside adds the connections that the same call has returned.
func (t *trace) beside(v *ssa.Extract) {
	for _, ref := range *v.Tuple.Referrers() {
		if other, ok := ref.(*ssa.Extract); ok && hasMethod(other.Type(), "Read") && hasMethod(other.Type(), "Close") && !t.seen[other] {
			t.seen[other] = true
			t.wires = append(t.wires, other)
		}
	}
}

// hasMethod reports whether values of the type, or pointers to them, have an exported method of that name.
func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

// heldElsewhere reports whether somebody else has the connection already when the response is read: it is in a field or a variable that
// outlives the function, in a literal that is run some time, or was given to what keeps it.
func (e *engine) heldElsewhere(v ssa.Value, at ssa.Instruction, depth int) bool {
	if depth == 0 || v.Referrers() == nil {
		return false
	}
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.MakeInterface:
			return e.heldElsewhere(ref, at, depth-1)
		case *ssa.ChangeInterface:
			return e.heldElsewhere(ref, at, depth-1)
		case *ssa.Store:
			return ref.Val == v && isBefore(ref, at) && storedElsewhere(ref.Addr)
		case *ssa.Go, *ssa.Send, *ssa.MapUpdate:
			return isBefore(ref, at)
		}
		return false
	})
}

// storedElsewhere reports whether others get at what is at the address.
func storedElsewhere(addr ssa.Value) bool {
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		return storedElsewhere(addr.X)
	case *ssa.IndexAddr:
		return storedElsewhere(addr.X)
	case *ssa.Alloc:
		return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
			mc, ok := ref.(*ssa.MakeClosure)
			return ok && escapes(mc, *mc.Referrers(), false)
		})
	}
	return true
}

// isBefore reports whether every way to the second instruction leads through the first.
func isBefore(first, second ssa.Instruction) bool {
	if first.Parent() != second.Parent() {
		return false
	}
	return first.Block() == second.Block() && comesBefore(first, second) || first.Block() != second.Block() && first.Block().Dominates(second.Block())
}
