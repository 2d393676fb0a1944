package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// step interprets one instruction; the result is the states in which it may leave.
func (w *walk) step(s *state, instr ssa.Instruction) []*state {
	switch instr := instr.(type) {
	case *ssa.Call:
		return w.call(s, instr)
	case *ssa.Defer:
		w.deferCall(s, instr)
	case *ssa.Go:
		return w.goCall(s, instr)
	case *ssa.RunDefers:
		return w.runDefers(s)
	case *ssa.Store:
		if !w.store(s, instr) {
			return nil
		}
	case *ssa.Send:
		w.keep(s, w.val(s, instr.X))
	case *ssa.MapUpdate:
		w.stash(s, w.val(s, instr.Value))
		w.stash(s, w.val(s, instr.Key))
	case *ssa.Select:
		return w.selects(s, instr)
	case *ssa.TypeAssert:
		if !w.typeAssert(s, instr) {
			return nil
		}
	case *ssa.Alloc:
		w.older(s, instr)
		w.define(s, instr, value{kind: symbol, id: w.eng.id(instr)}) // an Alloc's value is its own address
		s.drop(w.eng.id(instr))
		s.store(cell{w.eng.id(instr), fresh}, truth(true))
	case *ssa.MakeClosure:
		w.closure(s, instr)
	case ssa.Value:
		v, ok := w.compute(s, instr)
		if !ok {
			return nil
		}
		w.define(s, instr, v)
	}
	return []*state{s}
}

// selects splits the path at a select that may send the response: only the case that sends it hands it on.
func (w *walk) selects(s *state, instr *ssa.Select) []*state {
	id := w.eng.id(instr)
	w.define(s, instr, value{kind: symbol, id: id})
	sends := func(c *ssa.SelectState) bool { return c.Send != nil && len(w.carried(s, w.val(s, c.Send))) > 0 }
	if !slices.ContainsFunc(instr.States, sends) {
		return []*state{s}
	}
	var out []*state
	for i, c := range instr.States {
		t := s.clone()
		t.set(key{id, 0}, value{kind: constant, path: strconv.Itoa(i)})
		if sends(c) {
			w.keep(t, w.val(t, c.Send))
		}
		out = append(out, t)
	}
	if !instr.Blocking {
		s.set(key{id, 0}, value{kind: constant, path: "-1"})
		out = append(out, s)
	}
	return out
}

// older gives the object that the Alloc made in an earlier turn of a loop, where something still needs it, a name of its own.
func (w *walk) older(s *state, a *ssa.Alloc) {
	if !w.eng.info(a.Parent()).loops {
		return
	}
	id := w.eng.id(a)
	if len(w.carried(s, value{kind: pointer, id: id})) > 0 {
		s.rename(id, w.eng.olderID(a))
	}
}

// compute returns the value of an instruction without side effects; false if it panics.
func (w *walk) compute(s *state, instr ssa.Value) (value, bool) {
	unchanged := value{kind: symbol, id: w.eng.id(instr)}
	switch v := instr.(type) {
	case *ssa.FieldAddr:
		return w.fieldAddr(s, v)
	case *ssa.Field:
		return w.field(s, v), true
	case *ssa.IndexAddr:
		x := w.val(s, v.X)
		switch x.kind {
		case isNil:
			return value{}, false
		case pointer, structure:
			if len(x.path) < maxPath {
				return value{kind: pointer, id: x.id, path: x.path + "[]"}, true
			}
		}
	case *ssa.Index:
		if x := w.val(s, v.X); x.kind == structure {
			return w.content(s, cell{x.id, x.path + "[]"}, v), true
		}
	case *ssa.Slice:
		if x := w.val(s, v.X); x.kind == pointer || x.kind == structure {
			return value{kind: pointer, id: x.id, path: x.path}, true
		}
	case *ssa.Extract:
		if known := s.get(key{w.eng.id(v.Tuple), int16(v.Index)}); known.kind != unknown {
			return known, true
		}
	case *ssa.UnOp:
		return w.unOp(s, v)
	case *ssa.BinOp:
		if k := w.evaluate(s, v); k != unknown {
			return value{kind: k}, true
		}
		if opp := w.eng.info(v.Parent()).opposite[v]; opp != nil {
			if k := complement(w.val(s, opp)); k.kind == isTrue || k.kind == isFalse {
				return k, true
			}
		}
	case *ssa.MakeInterface:
		return boxed(w.val(s, v.X)), true
	case *ssa.ChangeInterface, *ssa.ChangeType, *ssa.SliceToArrayPointer, *ssa.MultiConvert:
		return w.raw(s, *v.(ssa.Instruction).Operands(nil)[0]), true
	case *ssa.Convert:
		if x := w.val(s, v.X); x.kind == constant && types.Identical(v.Type().Underlying(), v.X.Type().Underlying()) {
			return x, true
		}
	case *ssa.MakeMap, *ssa.MakeChan, *ssa.MakeSlice:
		return value{kind: nonNil}, true
	}
	return unchanged, true
}

// boxed is the interface that holds v: never nil, whatever v is.
func boxed(v value) value {
	switch v.kind {
	case symbol, isNil, nonNil, isTrue, isFalse, readMore:
		return value{kind: nonNil}
	}
	return v
}

// fieldAddr returns the address of a field.
func (w *walk) fieldAddr(s *state, v *ssa.FieldAddr) (value, bool) {
	x := w.val(s, v.X)
	name := "." + fieldOf(v.X.Type(), v.Field).Name()
	switch x.kind {
	case isNil:
		return value{}, false
	case response:
		if name == ".Body" {
			return value{kind: bodyField}, true
		}
	case pointer, symbol:
		if len(x.path) < maxPath {
			return value{kind: pointer, id: x.id, path: x.path + name}, true
		}
	}
	return value{kind: symbol, id: w.eng.id(v)}, true
}

// field returns a field of a struct value.
func (w *walk) field(s *state, v *ssa.Field) value {
	name := "." + fieldOf(v.X.Type(), v.Field).Name()
	switch x := w.val(s, v.X); x.kind {
	case responseV:
		if name == ".Body" {
			return s.res.field
		}
	case structure:
		return w.content(s, cell{x.id, x.path + name}, v)
	}
	return value{kind: symbol, id: w.eng.id(v)}
}

// unOp returns the value of a unary operation, loads among them.
func (w *walk) unOp(s *state, v *ssa.UnOp) (value, bool) {
	unchanged := value{kind: symbol, id: w.eng.id(v)}
	x := w.val(s, v.X)
	switch v.Op {
	case token.NOT:
		switch x.kind {
		case isTrue:
			return truth(false), true
		case isFalse:
			return truth(true), true
		}
	case token.MUL:
		switch x.kind {
		case isNil:
			return value{}, false
		case response:
			return value{kind: responseV}, true
		case bodyField:
			if s.res.field.kind != unknown {
				return s.res.field, true
			}
		case pointer:
			g, global := w.eng.vals[x.id].(*ssa.Global)
			if !global {
				return w.content(s, cell{x.id, x.path}, v), true
			}
			if x.path == "" && w.eng.sentinel(g) {
				return value{kind: nonNil}, true
			}
		}
	}
	return unchanged, true
}

// volatile reports whether the local variable may change at any time, because a function literal that somebody else has
// assigns to it.
func (e *engine) volatile(a *ssa.Alloc) bool {
	v, ok := e.shared[a]
	if !ok {
		v = writtenElsewhere(a)
		e.shared[a] = v
	}
	return v
}

// writtenElsewhere looks for a function literal that assigns to the variable and is not just called or deferred. For an
// error or a response, which literals fetch on behalf of the function that is given them, it must have been stored or
// started.
func writtenElsewhere(a *ssa.Alloc) bool {
	elem := a.Type().Underlying().(*types.Pointer).Elem()
	fetched := isError(elem) || isResponse(elem)
	for _, ref := range *a.Referrers() {
		mc, ok := ref.(*ssa.MakeClosure)
		if !ok || !writes(mc.Fn.(*ssa.Function), slices.Index(mc.Bindings, ssa.Value(a))) {
			continue
		}
		if _, loop := mc.Fn.(*ssa.Function).Syntax().(*ast.RangeStmt); loop {
			continue // the body of a loop over an iterator
		}
		if escapes(mc, *mc.Referrers(), fetched) {
			return true
		}
	}
	return false
}

// escapes reports whether a function literal gets to where it may be called at any time; lent says that being given to a
// function, or started, does not count.
func escapes(lit ssa.Value, uses []ssa.Instruction, lent bool) bool {
	for _, use := range uses {
		switch use := use.(type) {
		case *ssa.DebugRef:
		case *ssa.ChangeType:
			if escapes(use, *use.Referrers(), lent) {
				return true
			}
		case ssa.CallInstruction:
			_, spawned := use.(*ssa.Go)
			if !lent && (spawned || use.Common().Value != lit) {
				return true
			}
		default:
			if !onlyCalled(use) {
				return true
			}
		}
	}
	return false
}

// onlyCalled reports whether the instruction stores a literal in a local variable that is only called.
func onlyCalled(use ssa.Instruction) bool {
	st, ok := use.(*ssa.Store)
	if !ok {
		return false
	}
	a, ok := st.Addr.(*ssa.Alloc)
	return ok && onlyFunction(a) != nil
}

// writes reports whether the function literal, or one in it, assigns to its free variable i.
func writes(fn *ssa.Function, i int) bool {
	if i < 0 || i >= len(fn.FreeVars) {
		return false
	}
	for _, ref := range *fn.FreeVars[i].Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == fn.FreeVars[i] {
				return true
			}
		case *ssa.MakeClosure:
			if writes(ref.Fn.(*ssa.Function), slices.Index(ref.Bindings, ssa.Value(fn.FreeVars[i]))) {
				return true
			}
		}
	}
	return false
}

// content loads a cell. What is not known gets the loading instruction's symbol, so that the next load finds the same.
func (w *walk) content(s *state, c cell, v ssa.Value) value {
	symbolic := value{kind: symbol, id: w.eng.id(v)}
	known := s.load(c)
	if a, ok := w.eng.vals[c.id].(*ssa.Alloc); ok && c.path == "" && len(w.carried(s, known)) == 0 && w.eng.volatile(a) {
		return symbolic
	}
	if known.kind != unknown {
		return known
	}
	if _, ok := v.Type().Underlying().(*types.Struct); ok {
		return value{kind: structure, id: c.id, path: c.path}
	}
	if i, ok := s.findCell(c); ok {
		s.mem[i].val = symbolic
		return symbolic
	}
	if s.load(cell{c.id, fresh}).kind != unknown && !strings.Contains(c.path, "[]") {
		if zero := zeroValue(v.Type()); zero.kind != unknown {
			return zero
		}
	}
	if _, local := w.eng.vals[c.id].(*ssa.Alloc); c.path == "" || local && (!scalar(v.Type()) || basicBool(v.Type())) {
		s.store(c, symbolic)
	}
	return symbolic
}

// store interprets an assignment through an address; false if it panics.
func (w *walk) store(s *state, st *ssa.Store) bool {
	addr, val := w.val(s, st.Addr), w.raw(s, st.Val)
	switch addr.kind {
	case isNil:
		return false
	case bodyField:
		w.storeBody(s, s.resolve(val))
		if s.res.field.kind != body && !s.res.over.IsValid() {
			s.res.over = st.Pos()
		}
	case pointer:
		w.storeCell(s, cell{addr.id, addr.path}, val, st)
	case response:
		if s.res.status == open && val.kind != responseV {
			s.res.field = value{}
		}
	default:
		w.stash(s, s.resolve(val))
	}
	return true
}

// storeBody replaces the Body field: by something around the body that is there, or by something else.
func (w *walk) storeBody(s *state, val value) {
	switch val.kind {
	case body, reader:
		s.res.field = val
		return
	}
	carried := w.carried(s, val)
	if len(carried) == 0 {
		s.res.field = value{}
		return
	}
	for i, c := range carried {
		if around := w.seal(s, val, c); i == 0 || around.kind != reader {
			s.res.field = around
		}
	}
}

// storeCell assigns to a part of an object.
func (w *walk) storeCell(s *state, c cell, val value, st *ssa.Store) {
	obj := w.eng.vals[c.id]
	if _, local := obj.(*ssa.Alloc); !local || !w.running(obj.Parent()) {
		if free, ok := obj.(*ssa.FreeVar); ok && len(w.carried(s, s.resolve(val))) > 0 {
			w.found.outer = w.found.outer || free.Parent() == w.top
		}
		w.stash(s, s.resolve(val))
	}
	if _, global := obj.(*ssa.Global); global {
		return
	}
	switch {
	case strings.Contains(c.path, "[]"):
		if len(w.carried(s, s.resolve(val))) > 0 {
			s.store(c, s.resolve(val))
		}
	case val.kind == structure:
		whole := s.load(cell{val.id, fresh}).kind != unknown
		s.copyParts(c, cell{val.id, val.path})
		if !whole { // the parts that are not known are not zero either
			s.forgetFresh(c.id)
		}
	case val.kind == responseV:
		s.store(cell{c.id, c.path + ".Body"}, s.res.field)
	case val.kind == unknown || composite(st.Val.Type()):
		s.store(c, value{})
		if st.Val != nil && !isZero(st.Val) {
			s.forgetFresh(c.id)
		}
	case val.kind == symbol && c.path != "" && scalar(st.Val.Type()) && !w.given(val):
		s.mark(c)
	default:
		s.store(c, val)
	}
}

// given reports whether the value is one that the walk's function was called with.
func (w *walk) given(v value) bool {
	_, _, ok := w.param(v)
	return ok
}

// composite reports whether values of the type have parts.
func composite(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

// isZero reports whether v is a constant zero value.
func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value == nil
}

// typeAssert interprets v.(T); false if it panics.
func (w *walk) typeAssert(s *state, v *ssa.TypeAssert) bool {
	x := w.raw(s, v.X)
	known := s.resolve(x)
	ok := w.asserts(s, known, v)
	if !v.CommaOk {
		if ok == isFalse {
			return false
		}
		w.define(s, v, x)
		if known.kind == symbol {
			s.set(key{known.id, fact}, value{kind: nonNil})
			w.define(s, v, value{kind: symbol, id: w.eng.id(v)})
		}
		return true
	}
	w.define(s, v, value{kind: symbol, id: w.eng.id(v)})
	id := w.eng.id(v)
	switch ok {
	case isFalse:
		s.set(key{id, 0}, value{kind: isNil})
		s.set(key{id, 1}, truth(false))
	case isTrue:
		s.set(key{id, 0}, x)
		s.set(key{id, 1}, truth(true))
	default:
		if known.kind != symbol {
			s.set(key{id, 0}, known)
		}
	}
	return true
}

// asserts says whether a value has the type that is asserted.
func (w *walk) asserts(s *state, v value, assert *ssa.TypeAssert) kind {
	var dynamic types.Type
	switch v.kind {
	case isNil:
		return isFalse
	case response:
		if w.eng.responseType == nil {
			return unknown
		}
		dynamic = types.NewPointer(w.eng.responseType)
	case pointer:
		if a, ok := w.eng.vals[v.id].(*ssa.Alloc); ok && v.path == "" {
			dynamic = a.Type()
		}
	case body:
		if i, ok := assert.AssertedType.Underlying().(*types.Interface); ok && isReadCloser(i) {
			return isTrue
		}
		if !types.IsInterface(assert.AssertedType) {
			return isFalse // the transport's own types have no names that others could assert to
		}
	}
	if dynamic == nil {
		return unknown
	}
	if i, ok := assert.AssertedType.Underlying().(*types.Interface); ok {
		return truth(types.Implements(dynamic, i)).kind
	}
	return truth(types.Identical(dynamic, assert.AssertedType)).kind
}

// closure records what a function literal binds that is not an address, which its cells tell.
func (w *walk) closure(s *state, v *ssa.MakeClosure) {
	id := w.eng.id(v)
	vals := make([]value, len(v.Bindings))
	for i, b := range v.Bindings {
		vals[i] = w.val(s, b)
	}
	w.define(s, v, value{kind: symbol, id: id})
	if fn := v.Fn.(*ssa.Function); len(vals) == 1 && strings.HasSuffix(fn.Name(), "$bound") {
		if vals[0].kind == body && strings.TrimSuffix(fn.Name(), "$bound") == "Close" {
			s.set(key{id, self}, value{kind: closeFn})
			return
		}
	}
	for i, b := range vals {
		s.set(key{id, int16(i)}, b)
	}
	s.set(key{id, self}, value{kind: function, id: id})
}

// bindings returns what the closure binds.
func (w *walk) bindings(s *state, fn value) []value {
	mc, ok := w.eng.vals[fn.id].(*ssa.MakeClosure)
	if !ok {
		return nil
	}
	vals := make([]value, len(mc.Bindings))
	for i := range mc.Bindings {
		vals[i] = s.get(key{fn.id, int16(i)})
	}
	return vals
}

// A carry is a way to get at the tracked response from a value: the part of it that holds val.
type carry struct {
	path string
	val  value
}

// maxCarries bounds the ways to the response that one value has.
const maxCarries = 6

// carried returns the ways to the tracked response from v.
func (w *walk) carried(s *state, v value) []carry {
	return w.carriedIn(s, v, "", 0, nil)
}

func (w *walk) carriedIn(s *state, v value, path string, depth int, out []carry) []carry {
	if v.tracked() {
		return append(out, carry{path, v})
	}
	if depth > 3 || len(out) >= maxCarries {
		return out
	}
	switch v.kind {
	case pointer, structure:
		for _, e := range s.mem {
			if e.cell.id == v.id && within(e.cell.path, v.path) && e.cell.path != fresh {
				out = w.carriedIn(s, e.val, path+e.cell.path[len(v.path):], depth+1, out)
			}
		}
	case function:
		for _, b := range w.bindings(s, v) {
			out = w.carriedIn(s, b, path+"()", depth+1, out)
		}
	}
	return out
}

// stash notes that v is stored where others can get at it.
func (w *walk) stash(s *state, v value) {
	before := s.res.status
	w.keep(s, v)
	s.res.stored = s.res.stored || before == open && s.res.status == kept
}

// keep notes that v goes to something that outlives the path.
func (w *walk) keep(s *state, v value) {
	if s.res.status != open {
		return
	}
	for _, c := range w.carried(s, v) {
		if c.val.owns() {
			s.res.status = kept
			w.found.kept = true
		} else {
			s.res.read = max(s.res.read, partly)
			w.found.read = true
		}
	}
}
