package clients

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// describe makes a finding of a source and its use; nil if it is another package's.
func (p *pkg) describe(u use, src source) *Idle {
	found := &Idle{Kind: src.kind, Default: src.shared, Spawn: p.spawnPlace(u), How: u.by.how, Request: p.requestPlace(u.event)}
	if u.bound > 2 {
		found.Bound = u.bound
	}
	if src.kind != Shared && p.mine(src.of.made) {
		if found.Expr, found.Name = p.maker(src.of); src.of.part && src.of.typ == "" {
			found.Expr, found.Name = p.sender(u.event, src.of)
		}
		if found.Expr == nil || p.onlyTested(found.Expr.Pos(), u.frame) {
			return nil
		}
		return found
	}
	if !found.Spawn.Pos.IsValid() && !p.runsMine(u) && !p.mine(meetOrMaker(src.of.made, u.frame)) || p.toldBelow(u, src.of) {
		return nil // it was told there
	}
	if src.kind == Shared {
		found.Expr, found.Name = p.request(u.event, src)
	} else {
		found.Expr, found.Name, found.apart = p.stand(src.of, u.event)
		found.Made, found.Behind = placeOf(src.of.made, src.of.inst), found.apart != nil && !p.mine(u.event.frame)
	}
	if found.Expr == nil || p.onlyTested(found.Expr.Pos(), u.frame) {
		return nil
	}
	return found
}

// onlyTested reports whether a test makes the code at the position do what it does.
func (p *pkg) onlyTested(pos token.Pos, by *frame) bool {
	return ofTest(by) && p.inProgram(pos)
}

// mine reports whether the frame is of a function of this package.
func (p *pkg) mine(f *frame) bool { return f != nil && p.local[f.fn] }

func placeOf(f *frame, i *Inst) Place {
	if f == nil || i == nil {
		return Place{}
	}
	return f.fn.placeOf(i, token.NoPos)
}

// spawnPlace is the statement that starts the goroutines, or the function that a server runs in them.
func (p *pkg) spawnPlace(u use) Place {
	at, fn := u.by.inst, (*Func)(nil)
	switch {
	case u.by.by != nil:
		fn = u.by.by.fn
	case u.run != nil:
		fn = u.run.fn
		if !p.local[fn] {
			return fn.place(token.NoPos)
		}
		return fn.place(fn.pos)
	default:
		at, fn = u.inst, u.frame.fn
	}
	place := fn.placeOf(at, token.NoPos)
	if p.local[fn] {
		place.Pos = at.pos
	}
	return place
}

// requestPlace is the request or, if that is in another package, the call in this one that leads to it.
func (p *pkg) requestPlace(e event) Place {
	if f, i := p.innermost(e.frame, e.inst); f != nil {
		return f.fn.placeOf(i, i.pos)
	}
	return placeOf(e.frame, e.inst)
}

// innermost returns the instruction in this package that is closest to the one of the frame.
func (p *pkg) innermost(f *frame, i *Inst) (*frame, *Inst) {
	for f != nil && !p.mine(f) {
		f, i = f.parent, f.inst
	}
	return f, i
}

// request returns the call that sends a request through what is shared, or that leads to it, and what is shared.
func (p *pkg) request(e event, src source) (ast.Expr, string) {
	f, call := p.passedBy(e)
	if call == nil {
		return nil, ""
	}
	name := "http.DefaultClient"
	if src.of.what == ATransport {
		name = "http.DefaultTransport"
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && f == e.frame {
		if id, ok := sel.X.(*ast.Ident); ok {
			if _, ok := p.pass.TypesInfo.Uses[id].(*types.PkgName); ok {
				name = types.ExprString(sel)
			}
		}
	}
	return call, name
}

// passedBy returns the call in this package that sends the request, or that is given what sends it, and its frame; nil if
// there is none.
func (p *pkg) passedBy(e event) (*frame, *ast.CallExpr) {
	f, i := p.innermost(e.passedOn())
	if f == nil {
		return nil, nil
	}
	return f, p.callAt(i.pos)
}

// passedOn returns the request or, if the client comes to it as an argument, the call that has another argument than one of
// its own function's.
func (e event) passedOn() (*frame, *Inst) {
	f, i, reg := e.frame, e.inst, e.inst.A
	for f.parent != nil && f.inst.Op == Call && f.inst.Name != "" {
		param := f.fn.paramIn(reg, maxDepth)
		if param < 0 || param >= len(f.inst.Args) {
			break
		}
		f, i, reg = f.parent, f.inst, f.inst.Args[param]
	}
	return f, i
}

// paramIn returns the parameter that a register is a copy of; -1 if it is none.
func (f *Func) paramIn(reg, depth int) int {
	if reg >= 0 && reg < f.Params {
		return reg
	}
	if reg < 0 || depth == 0 {
		return -1
	}
	for n := range f.Code {
		if i := &f.Code[n]; i.Op == Copy && i.Dst == reg {
			if param := f.paramIn(i.A, depth-1); param >= 0 {
				return param
			}
		}
	}
	return -1
}

// sender returns the call that sends a request through a part of a struct, or that is given the part, and what that is
// called there.
func (p *pkg) sender(e event, part *object) (ast.Expr, string) {
	_, call := p.passedBy(e)
	if call == nil {
		return nil, ""
	}
	for _, arg := range call.Args {
		if x, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && x.Op == token.AND {
			arg = x.X
		}
		if _, literal := arg.(*ast.CompositeLit); !literal && kindOf(p.pass.TypesInfo.TypeOf(arg)) == part.what {
			return call, types.ExprString(arg)
		}
	}
	if part.what == ATransport {
		return call, "http.Transport"
	}
	return call, p.through(call)
}

// stand returns the call in this package that stands for something that is made in another: the one that made it or, of a
// package variable and of what is made by the way, the one that sends a request through it. Of those, as far as they are in
// this module, apart is what makes them: all requests through it are one matter, for who set it up there.
func (p *pkg) stand(o *object, e event) (x ast.Expr, name string, apart *Inst) {
	inModule := p.inModule(nethttp.PackageOf(o.made.fn.Name))
	if f, i := p.innermost(o.made, nil); f != nil && i != nil {
		call := p.callAt(i.pos)
		if call != nil && p.carrier.carries(p.pass.TypesInfo.TypeOf(call)) {
			return call, p.nameOf(call), nil
		}
		if !inModule { // made by the way: not for the caller to set up
			return nil, "", nil
		}
	}
	if inModule {
		apart = o.inst
	}
	if f, i := p.innermost(e.frame, e.inst); f != nil {
		if call := p.callAt(i.pos); call != nil {
			return call, p.through(call), apart
		}
	}
	return nil, "", nil
}

// inModule reports whether the package of the path is in this package's module, as far as that is known.
func (p *pkg) inModule(path string) bool {
	m := p.pass.Module
	return m != nil && m.Path != "" && (path == m.Path || strings.HasPrefix(path, m.Path+"/"))
}

// through names what a call is made through: the receiver of a method, or else the function.
func (p *pkg) through(call *ast.CallExpr) string {
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && p.pass.TypesInfo.Selections[sel] != nil {
		return types.ExprString(sel.X)
	}
	return types.ExprString(call.Fun)
}

// maker returns the expression that makes an object, and the name that it gets.
func (p *pkg) maker(o *object) (ast.Expr, string) {
	if o.part || o.inst == nil {
		return p.variable(o.typ)
	}
	for _, n := range p.path(o.inst.pos) {
		switch n := n.(type) {
		case *ast.CompositeLit, *ast.CallExpr:
			return n.(ast.Expr), p.nameOf(n.(ast.Expr))
		case *ast.Ident: // a variable that is declared without a value
			if n.Pos() == o.inst.pos {
				return n, n.Name
			}
		}
	}
	return nil, ""
}

// variable returns the declaration of a package variable that is a struct.
func (p *pkg) variable(name string) (ast.Expr, string) {
	if name == "" || nethttp.PackageOf(name) != p.pass.Pkg.Path() {
		return nil, ""
	}
	obj := p.pass.Pkg.Scope().Lookup(name[len(nethttp.PackageOf(name))+1:])
	if obj == nil {
		return nil, ""
	}
	for _, n := range p.path(obj.Pos()) {
		if id, ok := n.(*ast.Ident); ok {
			return id, id.Name
		}
	}
	return nil, ""
}

// path returns the nodes around a position, the innermost first.
func (p *pkg) path(pos token.Pos) []ast.Node {
	for _, f := range p.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			path, _ := astutil.PathEnclosingInterval(around(f, pos), pos, pos)
			return path
		}
	}
	return nil
}

// around returns a file with only the declaration of f that the position is in: all of a large one's need not be gone
// through for each position.
func around(f *ast.File, pos token.Pos) *ast.File {
	i, found := slices.BinarySearchFunc(f.Decls, pos, func(d ast.Decl, pos token.Pos) int {
		switch {
		case d.End() <= pos:
			return -1
		case d.Pos() > pos:
			return 1
		}
		return 0
	})
	if !found {
		return f
	}
	return &ast.File{Package: f.Package, Name: f.Name, Decls: f.Decls[i : i+1], FileStart: f.FileStart, FileEnd: f.FileEnd}
}

// callAt returns the call whose opening parenthesis, or go or defer statement, stands at the position.
func (p *pkg) callAt(pos token.Pos) *ast.CallExpr {
	for _, n := range p.path(pos) {
		switch n := n.(type) {
		case *ast.CallExpr:
			return n
		case *ast.GoStmt:
			return n.Call
		case *ast.DeferStmt:
			return n.Call
		}
	}
	return nil
}

// nameOf returns the variable, field or key that the expression's value is given to or, for want of one, its own type or
// function.
func (p *pkg) nameOf(x ast.Expr) string {
	path := p.path(x.Pos())
	for len(path) > 0 && path[0] != ast.Node(x) {
		path = path[1:]
	}
	var child ast.Node = x
	for _, n := range path[min(1, len(path)):] {
		switch n := n.(type) {
		case *ast.ParenExpr, *ast.UnaryExpr, *ast.TypeAssertExpr:
		case *ast.AssignStmt:
			if i := index(n.Rhs, child); i >= 0 && i < len(n.Lhs) {
				return types.ExprString(n.Lhs[i])
			}
			return p.itself(x)
		case *ast.ValueSpec:
			if i := index(n.Values, child); i >= 0 && i < len(n.Names) {
				return n.Names[i].Name
			}
			return p.itself(x)
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok && n.Value == child {
				return id.Name
			}
			return p.itself(x)
		default:
			return p.itself(x)
		}
		child = n
	}
	return p.itself(x)
}

func index(list []ast.Expr, x ast.Node) int {
	for i, e := range list {
		if e == x {
			return i
		}
	}
	return -1
}

// itself is what an expression is called by itself: a literal by its type, also where that is left out.
func (p *pkg) itself(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.CompositeLit:
		if x.Type != nil {
			return types.ExprString(x.Type)
		}
		name := types.TypeString(p.pass.TypesInfo.TypeOf(x), (*types.Package).Name)
		return strings.TrimPrefix(name, "*")
	case *ast.CallExpr:
		return types.ExprString(x.Fun)
	}
	return types.ExprString(x)
}

// shortName is a function's name without its package's path: f, T.m or, for a literal in f, f. A literal in the value of a
// package variable has none.
func shortName(name string) string {
	name, literal, _ := strings.Cut(name[strings.Index(name, nethttp.PackageOf(name))+len(nethttp.PackageOf(name))+1:], "$")
	if name == "init" && literal != "" {
		return ""
	}
	return strings.ReplaceAll(name, ")", "")
}
