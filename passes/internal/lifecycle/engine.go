package lifecycle

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// An engine analyses one package.
type engine struct {
	pass         *analysis.Pass
	prog         *ssa.Program
	responseType types.Type // net/http.Response
	ids          map[any]uint32
	vals         []ssa.Value
	infos        map[*ssa.Function]*funcInfo
	memo         map[memoKey]*memo
	stack        []memoKey
	total        int // interpreted instructions
	external     map[*types.Func]summary
	responses    map[*ssa.Function][]*Response
	shared       map[*ssa.Alloc]bool  // local variables that may change at any time
	assigned     map[*ssa.Global]bool // package variables that are assigned outside init; nil until asked for
}

// newEngine returns the engine for a program whose package under analysis is built.
func newEngine(pass *analysis.Pass, prog *ssa.Program) *engine {
	return &engine{
		pass:      pass,
		prog:      prog,
		ids:       make(map[any]uint32),
		vals:      []ssa.Value{nil},
		infos:     make(map[*ssa.Function]*funcInfo),
		memo:      make(map[memoKey]*memo),
		external:  make(map[*types.Func]summary),
		responses: make(map[*ssa.Function][]*Response),
		shared:    make(map[*ssa.Alloc]bool),
	}
}

// id numbers a value.
func (e *engine) id(v ssa.Value) uint32 { return e.number(v, v) }

// instrID numbers an instruction.
func (e *engine) instrID(i ssa.Instruction) uint32 { return e.number(i, nil) }

// resultID numbers the object that result i of a call points to.
func (e *engine) resultID(call ssa.CallInstruction, i int) uint32 {
	type resultKey struct {
		call  ssa.CallInstruction
		index int
	}
	return e.number(resultKey{call, i}, call.Value())
}

// olderID numbers the object that an Alloc made in an earlier turn of a loop.
func (e *engine) olderID(a *ssa.Alloc) uint32 {
	type olderKey struct{ a *ssa.Alloc }
	return e.number(olderKey{a}, a)
}

func (e *engine) number(k any, v ssa.Value) uint32 {
	n, ok := e.ids[k]
	if !ok {
		n = uint32(len(e.vals))
		e.ids[k] = n
		e.vals = append(e.vals, v)
	}
	return n
}

type memoKey struct {
	fn   *ssa.Function
	role role
}

// A memo is what is known of one role of one function; while it is being computed, what is assumed of it.
type memo struct {
	outs     []outcome
	ok       bool
	done     bool
	depth    int // 1 + its place in the stack while it is being computed
	uses     int // the lowest place in the stack of a memo whose assumption this one used
	computed int
}

// maxValueBlocks bounds the size of a function that is asked what it returns for which arguments.
const maxValueBlocks = 40

// maxRounds bounds the rounds of a fixpoint.
const maxRounds = 5

// outcomes returns how calls of fn end for a response that comes in by the role; false if that is not known.
func (e *engine) outcomes(fn *ssa.Function, r role) ([]outcome, bool) {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if len(fn.Blocks) == 0 {
		return e.externalOutcomes(fn, r)
	}
	k := memoKey{fn, r}
	m := e.memo[k]
	if m == nil {
		m = &memo{}
		e.memo[k] = m
	}
	switch {
	case m.done:
	case m.depth > 0: // recursion: what the last round found, at first that it does not return
		for _, over := range e.stack[m.depth-1:] {
			o := e.memo[over]
			o.uses = min(o.uses, m.depth)
		}
	default:
		e.compute(k, m)
	}
	return m.outs, m.ok
}

// compute finds a role's outcomes; for a recursive function, the fixpoint from "does not return".
func (e *engine) compute(k memoKey, m *memo) {
	e.stack = append(e.stack, k)
	m.depth, m.uses = len(e.stack), len(e.stack)+1
	m.outs, m.ok = nil, true
	before := ""
	for round := 0; ; round++ {
		m.computed++
		outs, ok := e.solve(k.fn, k.role)
		text := fmt.Sprint(ok, summary{k.role: outs})
		m.outs, m.ok = outs, ok
		if m.uses > m.depth || text == before {
			break // not recursive, or stable
		}
		if round == maxRounds {
			m.outs, m.ok = nil, false
			break
		}
		before = text
	}
	m.done = m.uses >= m.depth || m.computed > 2*maxRounds
	m.depth = 0
	e.stack = e.stack[:len(e.stack)-1]
}

// solve makes the walks that a role takes.
func (e *engine) solve(fn *ssa.Function, r role) ([]outcome, bool) {
	if r.param == openRole {
		return e.solveOpen(fn)
	}
	if r.param >= len(fn.Params) || r.param == valueRole && len(fn.Blocks) > maxValueBlocks {
		return nil, false
	}
	w := &walk{eng: e, top: fn, role: r}
	s := &state{}
	if r.param >= 0 {
		e.bring(s, fn.Params[r.param], r)
	}
	w.run(s)
	if w.excess {
		return nil, false
	}
	outs, ok := simplify(w.found.outcomes, r)
	if strings.Contains(r.path, "[]") {
		outs = anyElement(outs)
	}
	if r.param == valueRole && ok && tellsNothing(outs) {
		return nil, false
	}
	return outs, ok
}

// bring puts the tracked response where the role says that it comes in.
func (e *engine) bring(s *state, p *ssa.Parameter, r role) {
	v := value{kind: body}
	path, isFunc := strings.CutSuffix(r.path, "()")
	switch {
	case r.whole:
		v = value{kind: response}
	case isFunc:
		v = value{kind: closeFn}
	}
	s.res = resource{status: open, field: value{kind: body}}
	id := e.id(p)
	if path == "" {
		s.set(key{id, self}, v)
		return
	}
	object := value{kind: pointer, id: id}
	if _, ok := p.Type().Underlying().(*types.Struct); ok {
		object.kind = structure
	}
	s.set(key{id, self}, object)
	for i, c := range path {
		if c == '.' && i > 0 && strings.HasPrefix(path[i:], ".") {
			s.store(cell{id, path[:i]}, value{kind: pointer, id: id, path: path[:i]})
		}
	}
	s.mem = append(s.mem, content{cell{id, path}, v})
	slices.SortFunc(s.mem, func(a, b content) int { return compareCells(a.cell, b.cell) })
}

// anyElement is for a response that is an element of a slice: what a loop over the slice does to some element it does to all.
func anyElement(outs []outcome) []outcome {
	acts := func(o outcome) bool { return o.status != open }
	if slices.ContainsFunc(outs, acts) {
		return slices.DeleteFunc(outs, func(o outcome) bool { return !acts(o) })
	}
	return outs
}

// tellsNothing reports whether the outcomes say only that the function returns.
func tellsNothing(outs []outcome) bool {
	for _, o := range outs {
		if len(o.results) > 0 {
			return false
		}
	}
	return len(outs) > 0 && slices.ContainsFunc(outs, func(o outcome) bool { return len(o.when) == 0 })
}

// externalOutcomes answers for functions whose bodies are not in view: from the table or from facts.
func (e *engine) externalOutcomes(fn *ssa.Function, r role) ([]outcome, bool) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj.Pkg() == e.pass.Pkg {
		return nil, false
	}
	outs, ok := e.summaryOf(obj)[r]
	switch {
	case ok:
		return outs, true
	case r.param < 0:
		return nil, false
	case enumerable(obj, r):
		return []outcome{{status: open}}, true
	}
	return nil, false
}

// summaryOf returns the summary of a function of another package.
func (e *engine) summaryOf(obj *types.Func) summary {
	obj = obj.Origin()
	if s, ok := e.external[obj]; ok {
		return s
	}
	text, ok := nethttp.Summary(obj)
	if !ok {
		var f Fact
		if e.pass.ImportObjectFact(obj, &f) {
			text = f.Text
		}
	}
	var s summary
	if text != "" {
		var err error
		if s, err = parseSummary(text); err != nil {
			panic(fmt.Sprintf("summary of %s: %v", obj.FullName(), err))
		}
	}
	e.external[obj] = s
	return s
}

// opens returns how the call may hand its caller a response; false if its callee is not known.
func (e *engine) opens(c *ssa.CallCommon) ([]outcome, bool) {
	fn := e.static(c)
	if fn == nil {
		if c.IsInvoke() {
			if text, ok := nethttp.Summary(c.Method); ok {
				s, err := parseSummary(text)
				outs, ok := s[role{param: openRole, whole: true}]
				return outs, ok && err == nil
			}
		}
		return nil, false
	}
	opens := role{param: openRole, whole: true}
	if obj, ok := fn.Object().(*types.Func); ok && len(fn.Blocks) > 0 { // the table knows what documentation says
		if text, ok := nethttp.Summary(obj); ok {
			if s, err := parseSummary(text); err == nil {
				if outs, ok := s[opens]; ok {
					return outs, true
				}
			}
		}
	}
	outs, ok := e.outcomes(fn, opens)
	if !ok {
		return nil, false
	}
	succeeds := func(o outcome) bool {
		for _, r := range o.results {
			if r.path == "" && r.is.kind == nonNil && isError(c.Signature().Results().At(r.index).Type()) {
				return false
			}
		}
		return true
	}
	return slices.DeleteFunc(slices.Clone(outs), func(o outcome) bool { return !succeeds(o) }), true
}

// static returns the function that the call reaches, through a local variable that holds one function only as well; nil
// if that is not known.
func (e *engine) static(c *ssa.CallCommon) *ssa.Function {
	if c.IsInvoke() {
		return nil
	}
	if fn := c.StaticCallee(); fn != nil {
		return fn
	}
	load, ok := c.Value.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	cell := load.X
	for depth := 0; depth < maxDepth; depth++ {
		free, ok := cell.(*ssa.FreeVar)
		if !ok {
			break
		}
		cell = bindingOf(free)
	}
	if a, ok := cell.(*ssa.Alloc); ok {
		return onlyFunction(a)
	}
	return nil
}

// bindingOf returns what the free variable of a function literal is bound to where the literal is made.
func bindingOf(free *ssa.FreeVar) ssa.Value {
	fn := free.Parent()
	i := slices.Index(fn.FreeVars, free)
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if mc, ok := instr.(*ssa.MakeClosure); ok && mc.Fn == fn {
				return mc.Bindings[i]
			}
		}
	}
	return nil
}

// onlyFunction returns the function that is stored in a local variable, if that is the only store.
func onlyFunction(a *ssa.Alloc) *ssa.Function {
	var fn *ssa.Function
	for _, ref := range *a.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Addr != a {
			continue
		}
		if fn != nil {
			return nil
		}
		switch v := st.Val.(type) {
		case *ssa.Function:
			fn = v
		case *ssa.MakeClosure:
			fn = v.Fn.(*ssa.Function)
		default:
			return nil
		}
	}
	return fn
}

// methodOf returns the method of type t, or nil.
func (e *engine) methodOf(t types.Type, pkg *types.Package, name string) *ssa.Function {
	if types.IsInterface(t) {
		return nil
	}
	sel := e.prog.MethodSets.MethodSet(t).Lookup(pkg, name)
	if sel == nil {
		return nil
	}
	return e.prog.MethodValue(sel)
}

// neverReturns reports whether the table says so.
func (e *engine) neverReturns(obj *types.Func) bool { return nethttp.NeverReturns(obj) }

// isErrorsIs reports whether fn is errors.Is.
func (e *engine) isErrorsIs(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return ok && obj.FullName() == "errors.Is"
}

// isEOF reports whether v is the value of io.EOF.
func (e *engine) isEOF(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	return ok && g.Name() == "EOF" && g.Pkg != nil && g.Pkg.Pkg.Path() == "io"
}

// sentinel reports whether the package variable is an error that is set once and for all. Those of other packages are
// taken to be.
func (e *engine) sentinel(g *ssa.Global) bool {
	if !isError(g.Type().Underlying().(*types.Pointer).Elem()) {
		return false
	}
	if g.Pkg == nil || g.Pkg.Pkg != e.pass.Pkg {
		return true
	}
	if e.assigned == nil {
		e.findAssigned()
	}
	set, ok := e.assigned[g]
	return ok && !set
}

// findAssigned finds the package variables that are assigned: true outside init, false there.
func (e *engine) findAssigned() {
	e.assigned = make(map[*ssa.Global]bool)
	for fn := range ssautil.AllFunctions(e.prog) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if st, ok := instr.(*ssa.Store); ok {
					if g, ok := st.Addr.(*ssa.Global); ok {
						e.assigned[g] = e.assigned[g] || fn.Synthetic != "package initializer"
					}
				}
			}
		}
	}
}

// condPos is where the condition of a branch stands.
func (e *engine) condPos(cond *ssa.If) token.Pos {
	if p := cond.Cond.Pos(); p.IsValid() {
		return p
	}
	for _, i := range slices.Backward(cond.Block().Instrs) {
		if i.Pos().IsValid() {
			return i.Pos()
		}
	}
	return token.NoPos
}

// contains reports whether the instruction stands in fn or in a function literal in it.
func contains(fn *ssa.Function, instr ssa.Instruction) bool {
	for f := instr.Parent(); f != nil; f = f.Parent() {
		if f == fn {
			return true
		}
	}
	return false
}
