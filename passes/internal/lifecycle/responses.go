package lifecycle

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// solveOpen follows every response that fn comes to own: it records them, and returns how fn hands them to its callers.
func (e *engine) solveOpen(fn *ssa.Function) ([]outcome, bool) {
	var responses []*Response
	var outs []outcome
	followed := true
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !e.mayOpen(call.Common()) {
				continue
			}
			f, excess := e.follow(fn, call)
			if excess {
				followed = false
				continue
			}
			outs = append(outs, f.outcomes...)
			if r := e.response(fn, call, f); r != nil {
				responses = append(responses, r)
			}
		}
	}
	if mayReturnResponse(fn.Signature) {
		inner, ok := e.fromLiterals(fn, fn.AnonFuncs)
		outs, followed = append(outs, inner...), followed && ok
	}
	outs = append(outs, e.unfollowed(fn)...)
	e.responses[fn] = responses
	if !followed { // too large: silent here, and for its callers as if the body might be closed already
		outs = nil
		for i := range fn.Signature.Results().Len() {
			outs = append(outs, outcome{status: closed, results: []result{{index: i, is: value{kind: response}}}})
		}
	}
	return simplify(outs, role{param: openRole, whole: true})
}

// fromLiterals returns how fn hands over the responses that function literals in it fetch, such as the body of a loop
// over an iterator, or what a retrying helper is given; false if that is too large to follow.
func (e *engine) fromLiterals(fn *ssa.Function, literals []*ssa.Function) ([]outcome, bool) {
	var outs []outcome
	for _, lit := range literals {
		for _, b := range lit.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(*ssa.Call)
				if !ok || !e.mayOpen(call.Common()) {
					continue
				}
				w := &walk{eng: e, top: fn, source: call, role: role{param: openRole, whole: true}}
				w.run(&state{})
				if w.excess {
					return nil, false
				}
				outs = append(outs, w.found.outcomes...)
			}
		}
		inner, ok := e.fromLiterals(fn, lit.AnonFuncs)
		if !ok {
			return nil, false
		}
		outs = append(outs, inner...)
	}
	return outs, true
}

// mayOpen reports whether the call may hand its caller an open response.
func (e *engine) mayOpen(c *ssa.CallCommon) bool {
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return false
	}
	outs, known := e.opens(c)
	if !known {
		return responseIndex(c.Signature()) >= 0
	}
	return slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed && opensIn(o, c.Signature()) })
}

// follow walks the function from the call's response on and, where the response goes to a variable of an enclosing
// function, that function as well.
func (e *engine) follow(fn *ssa.Function, call ssa.CallInstruction) (findings, bool) {
	if _, ok := call.(*ssa.Call); !ok { // go or defer: nobody can get at the result
		return findings{reached: true, leaks: []Leak{{How: Discarded, Pos: call.Pos()}}}, false
	}
	var all findings
	overs := e.overwrites(fn, call)
	for top := fn; top != nil; top = top.Parent() {
		w := &walk{eng: e, top: top, source: call, role: role{param: openRole, whole: true}, overs: overs}
		w.run(&state{})
		if w.excess {
			return findings{}, true
		}
		f := w.found
		if top == fn {
			all.outcomes = f.outcomes
		}
		all.leaks = append(all.leaks, f.leaks...)
		all.closes = append(all.closes, f.closes...)
		all.kept = f.kept && !f.outer
		all.read = all.read || f.read
		all.reached = all.reached || f.reached
		if !f.outer {
			break
		}
	}
	return all, false
}

// A span is a piece of the source.
type span struct{ pos, end token.Pos }

// overwrites lists the statements around the call's own that assign to the variable that first holds its response.
func (e *engine) overwrites(fn *ssa.Function, call ssa.CallInstruction) []span {
	node := e.declOf(fn, call)
	expr := callExpr(node, call.Common().Pos())
	if expr == nil {
		return nil
	}
	name, blank := nameOf(node, expr, e.handedIn(call.Common()))
	if blank || name == types.ExprString(expr.Fun) {
		return nil
	}
	for top := fn; top.Parent() != nil; top = top.Parent() {
		if outer := top.Parent().Syntax(); outer != nil {
			node = outer
		}
	}
	var target types.Object
	var spans []span
	each := func(visit func(lhs ast.Expr, stmt *ast.AssignStmt)) {
		ast.Inspect(node, func(n ast.Node) bool {
			if a, ok := n.(*ast.AssignStmt); ok {
				for _, lhs := range a.Lhs {
					if types.ExprString(lhs) == name {
						visit(lhs, a)
					}
				}
			}
			return true
		})
	}
	own := func(a *ast.AssignStmt) bool { return a.Pos() <= expr.Pos() && expr.End() <= a.End() }
	each(func(lhs ast.Expr, a *ast.AssignStmt) {
		if own(a) {
			target = e.rootOf(lhs)
		}
	})
	each(func(lhs ast.Expr, a *ast.AssignStmt) {
		if !own(a) && target != nil && e.rootOf(lhs) == target && !e.mentions(a.Rhs, target) {
			spans = append(spans, span{a.Pos(), a.End()})
		}
	})
	return spans
}

// mentions reports whether an expression uses the variable, and so may give it back.
func (e *engine) mentions(exprs []ast.Expr, v types.Object) bool {
	found := false
	for _, x := range exprs {
		ast.Inspect(x, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && e.pass.TypesInfo.Uses[id] == v
			return !found
		})
	}
	return found
}

// rootOf returns the variable at the root of x in x.f.g.
func (e *engine) rootOf(x ast.Expr) types.Object {
	for {
		switch y := x.(type) {
		case *ast.SelectorExpr:
			x = y.X
		case *ast.ParenExpr:
			x = y.X
		case *ast.StarExpr:
			x = y.X
		case *ast.Ident:
			return e.pass.TypesInfo.ObjectOf(y)
		default:
			return nil
		}
	}
}

// unfollowed returns the outcomes for responses that fn returns and that come from where no walk starts, such as a channel.
func (e *engine) unfollowed(fn *ssa.Function) []outcome {
	var outs []outcome
	results := fn.Signature.Results()
	for i := range results.Len() {
		t := results.At(i).Type()
		if !generic(t) && !isResponse(t) {
			continue
		}
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if ok && foreign(ret.Results[i], make(map[ssa.Value]bool)) {
				outs = append(outs, outcome{status: open, results: []result{{index: i, is: value{kind: response}}}})
				break
			}
		}
	}
	return outs
}

// generic reports whether values of the type may be anything.
func generic(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// foreign reports whether the value may have been received from a channel or unpacked from another type, so that its
// owner is whoever receives it.
func foreign(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Call:
		return generic(v.Type()) && v.Call.StaticCallee() == nil
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool { return foreign(e, seen) })
	case *ssa.ChangeType:
		return foreign(v.X, seen)
	case *ssa.TypeAssert:
		_, ok := v.X.(*ssa.Parameter)
		return !ok
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return generic(v.Type()) && call.Call.StaticCallee() == nil
		}
		return foreign(v.Tuple, seen)
	case *ssa.Select:
		return true
	case *ssa.Field:
		return foreign(v.X, seen)
	case *ssa.UnOp:
		if v.Op == token.ARROW {
			return true
		}
		return v.Op == token.MUL && foreignCell(v.X, seen)
	}
	return false
}

// foreignCell reports whether a local variable, or a field of one, may hold a foreign value.
func foreignCell(addr ssa.Value, seen map[ssa.Value]bool) bool {
	if fa, ok := addr.(*ssa.FieldAddr); ok {
		addr = fa.X
	}
	a, ok := addr.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a && foreign(st.Val, seen) {
			return true
		}
	}
	return false
}

// response describes what was found of the call's response; nil if there was nothing to find.
func (e *engine) response(fn *ssa.Function, call ssa.CallInstruction, f findings) *Response {
	node := e.declOf(fn, call)
	expr := callExpr(node, call.Common().Pos())
	if expr == nil || !f.reached {
		return nil
	}
	r := &Response{Call: expr, Func: node, Leaks: f.leaks, Closes: f.closes, Kept: f.kept, Read: f.read}
	r.Raw = readsRaw(call.Common())
	r.Field = responseIndex(call.Common().Signature()) < 0
	var blank bool
	r.Name, blank = nameOf(node, expr, e.handedIn(call.Common()))
	if blank {
		for i := range r.Leaks {
			r.Leaks[i].How = Discarded
		}
	}
	slices.SortFunc(r.Leaks, func(a, b Leak) int { return cmp.Compare(a.Pos, b.Pos) })
	slices.SortFunc(r.Closes, func(a, b Close) int { return cmp.Compare(a.Pos, b.Pos) })
	return r
}

// readsRaw reports whether the call reads a response from a connection of the program's own.
func readsRaw(c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && nethttp.ReadsRaw(obj)
}

// handedIn returns the index of the result that is the response, or that it comes in.
func (e *engine) handedIn(c *ssa.CallCommon) int {
	if i := responseIndex(c.Signature()); i >= 0 {
		return i
	}
	outs, _ := e.opens(c)
	for _, o := range outs {
		for _, r := range o.results {
			if r.is.kind == response {
				return r.index
			}
		}
	}
	return 0
}

// declOf returns the syntax of the function around the call: for a loop body that ranges over a function that of the
// function around it, for the initialization of a package variable the file.
func (e *engine) declOf(fn *ssa.Function, call ssa.CallInstruction) ast.Node {
	for fn.Parent() != nil {
		if lit, ok := fn.Syntax().(*ast.FuncLit); ok {
			return lit
		}
		fn = fn.Parent()
	}
	if node := fn.Syntax(); node != nil {
		return node
	}
	for _, f := range e.pass.Files {
		if f.FileStart <= call.Pos() && call.Pos() < f.FileEnd {
			return f
		}
	}
	return nil
}

// callExpr finds the call whose left parenthesis is at pos.
func callExpr(node ast.Node, pos token.Pos) *ast.CallExpr {
	var found *ast.CallExpr
	if node == nil {
		return nil
	}
	ast.Inspect(node, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && c.Lparen == pos {
			found = c
		}
		return found == nil
	})
	return found
}

// nameOf returns what the source assigns result index of the call to and, for want of a name, the callee; blank says that the
// result is dropped on the spot.
func nameOf(node ast.Node, call *ast.CallExpr, index int) (name string, blank bool) {
	name = types.ExprString(call.Fun)
	if len(name) > 40 {
		if sel, ok := call.Fun.(*ast.SelectorExpr); ok {
			name = sel.Sel.Name
		}
	}
	target := func(exprs []ast.Expr) {
		if index >= len(exprs) {
			return
		}
		if id, ok := exprs[index].(*ast.Ident); ok && id.Name == "_" {
			blank = true
		} else {
			name = types.ExprString(exprs[index])
		}
	}
	ast.Inspect(node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && ast.Unparen(n.Rhs[0]) == call {
				target(n.Lhs)
			} else if i := slices.Index(n.Rhs, ast.Expr(call)); i >= 0 && len(n.Rhs) == len(n.Lhs) {
				target(n.Lhs[i:])
			}
		case *ast.ValueSpec:
			if len(n.Values) == 1 && ast.Unparen(n.Values[0]) == call {
				exprs := make([]ast.Expr, len(n.Names))
				for i, id := range n.Names {
					exprs[i] = id
				}
				target(exprs)
			}
		case *ast.ExprStmt:
			blank = blank || ast.Unparen(n.X) == call
		case *ast.GoStmt:
			blank = blank || n.Call == call
		case *ast.DeferStmt:
			blank = blank || n.Call == call
		}
		return true
	})
	return name, blank
}
