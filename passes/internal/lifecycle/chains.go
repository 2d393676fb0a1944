package lifecycle

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// Chains tells the packages that import this one, directly or not, of the interface methods by which middleware is chained of
// which some reads and closes a response before it hands it on. What is put into a chain is decided when the program runs:
// whether a response that comes out of one is closed cannot be known.
type Chains struct {
	Methods []string // such as "example.com/policy.Policy.Do"
	Makers  []string // the full names of functions that may put such middleware into a chain, in the packages that have it
	Origins []string // the paths of these packages
}

// AFact marks Chains as a fact.
func (*Chains) AFact() {}

func (c *Chains) String() string {
	return "methods " + strings.Join(c.Methods, ", ") + "; makers " + strings.Join(c.Makers, ", ")
}

// chains are what is known of them in a package.
type chains struct {
	methods, makers, origins map[string]bool
}

// add adds the chains of the packages that this one imports.
func (c chains) add(pass *analysis.Pass) {
	note := func(set map[string]bool, names []string) {
		for _, name := range names {
			set[name] = true
		}
	}
	for _, pf := range pass.AllPackageFacts() {
		if known, ok := pf.Fact.(*Chains); ok && pf.Package != pass.Pkg {
			note(c.methods, known.Methods)
			note(c.makers, known.Makers)
			note(c.origins, known.Origins)
		}
	}
}

// exportChains makes a fact of the chains, with those of other packages: who imports this package may see none of them.
func (e *engine) exportChains() {
	if c := e.chains; len(c.methods) > 0 {
		e.pass.ExportPackageFact(&Chains{slices.Sorted(maps.Keys(c.methods)), slices.Sorted(maps.Keys(c.makers)), slices.Sorted(maps.Keys(c.origins))})
	}
}

// behindMethod names the method of an interface that a package declares; "" if the call is of something else. What has an
// interface of the standard library is all over the program: one of them tells nothing of the others.
func behindMethod(c *ssa.CallCommon) string {
	if !c.IsInvoke() {
		return ""
	}
	n, ok := types.Unalias(c.Value.Type()).(*types.Named)
	if !ok || n.TypeArgs().Len() > 0 || n.Obj().Pkg() == nil || n.Obj().Parent() != n.Obj().Pkg().Scope() ||
		nethttp.IsStd(n.Obj().Pkg().Path()) {
		return ""
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name() + "." + c.Method.Name()
}

// findChains finds the package's own middleware that closes what it hands on. What was found of the package's functions before
// that was known counts no more.
func (e *engine) findChains(fns []*ssa.Function) {
	var links []*ssa.Function
	var look func(fn *ssa.Function)
	look = func(fn *ssa.Function) {
		if found := e.closesIn(fn); len(found) > 0 {
			links = append(links, fn)
			maps.Copy(e.chains.methods, found)
		}
		for _, lit := range fn.AnonFuncs {
			look(lit)
		}
	}
	for _, fn := range fns {
		look(fn)
	}
	if len(links) == 0 {
		return
	}
	e.chains.origins[e.pass.Pkg.Path()] = true
	e.findMakers(links)
	clear(e.memo)
	clear(e.journeys)
	clear(e.responses)
	clear(e.tooLarge)
	clear(e.behindFills)
	e.open = nil
}

// findMakers finds the package's functions that may put one of the links into a chain: those that mention it, its type or
// another such function.
func (e *engine) findMakers(links []*ssa.Function) {
	made := make(map[types.Object]bool)
	for _, fn := range links {
		for fn.Parent() != nil {
			fn = fn.Parent()
		}
		if recv := fn.Signature.Recv(); recv != nil {
			if named := namedOf(recv.Type()); named != nil {
				made[named] = true
			}
		} else if fn.Object() != nil {
			made[fn.Object()] = true
			e.chains.makers[fn.String()] = true
		}
	}
	for grown := true; grown; {
		grown = false
		for _, file := range e.pass.Files {
			for _, decl := range file.Decls {
				fd, ok := decl.(*ast.FuncDecl)
				if !ok || fd.Body == nil || made[e.pass.TypesInfo.Defs[fd.Name]] || !e.mentionsAny(fd.Body, made) {
					continue
				}
				fn := e.pass.TypesInfo.Defs[fd.Name].(*types.Func)
				made[fn], grown = true, true
				e.chains.makers[fn.FullName()] = true
			}
		}
	}
}

func (e *engine) mentionsAny(body ast.Node, objs map[types.Object]bool) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			found = found || objs[e.pass.TypesInfo.Uses[id]]
		}
		return !found
	})
	return found
}

// namedOf returns the name of a receiver's type.
func namedOf(t types.Type) types.Object {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// closesIn returns the interface methods from which fn gets responses that it closes before it hands them on with another body,
// as one who has that method itself.
func (e *engine) closesIn(fn *ssa.Function) map[string]bool {
	if responseIndex(fn.Signature) < 0 || inTest(e.pass.Fset, fn.Pos()) || !e.relays(fn) {
		return nil
	}
	e.outcomes(fn, opening)
	found := make(map[string]bool)
	for _, method := range e.refilled[fn] {
		if e.isLink(fn, method) {
			found[method] = true
		}
	}
	return found
}

// noteRefilled notes that a path hands on a response from behind an interface after it has closed it, with another body.
func (w *walk) noteRefilled(s *state, out outcome) {
	fn := w.source.Parent()
	if s.res.behind != "" && s.res.status == closed && !s.res.before && s.res.field.kind != body && !out.fails(fn.Signature) &&
		!slices.Contains(w.eng.refilled[fn], s.res.behind) {
		w.eng.refilled[fn] = append(w.eng.refilled[fn], s.res.behind)
	}
}

// relays reports whether the function calls for a response that comes from behind an interface.
func (e *engine) relays(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || responseIndex(call.Call.Signature()) < 0 {
				continue
			}
			outs, known := e.opens(&call.Call)
			if !known && behindMethod(&call.Call) != "" || slices.ContainsFunc(outs, func(o outcome) bool { return o.behind != "" }) {
				return true
			}
		}
	}
	return false
}

// isLink reports whether fn is the interface's method of some type, or is made one by a conversion to a func type that has it.
func (e *engine) isLink(fn *ssa.Function, method string) bool {
	iface, name := e.interfaceOf(method)
	if iface == nil {
		return false
	}
	if recv := fn.Signature.Recv(); recv != nil {
		return fn.Name() == name && implements(recv.Type(), iface)
	}
	found := false
	for _, file := range e.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) == 1 && e.names(call.Args[0], fn) {
				tv := e.pass.TypesInfo.Types[call.Fun]
				found = found || tv.IsType() && isFunc(tv.Type) && implements(tv.Type, iface)
			}
			return !found
		})
	}
	return found
}

func implements(t types.Type, iface *types.Interface) bool {
	return types.Implements(t, iface) || types.Implements(types.NewPointer(t), iface)
}

// names reports whether the expression is the function: by its name, or as the literal.
func (e *engine) names(x ast.Expr, fn *ssa.Function) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.FuncLit:
		return fn.Syntax() == ast.Node(x)
	case *ast.Ident:
		return fn.Object() != nil && e.pass.TypesInfo.Uses[x] == fn.Object()
	}
	return false
}

// interfaceOf returns the interface whose method that is, and the method's name; nil if it is not in view.
func (e *engine) interfaceOf(method string) (*types.Interface, string) {
	owner, name := cutLast(method)
	path, typ := cutLast(owner)
	pkg := findPackage(e.pass.Pkg, path, make(map[*types.Package]bool))
	if pkg == nil {
		return nil, ""
	}
	obj := pkg.Scope().Lookup(typ)
	if obj == nil {
		return nil, ""
	}
	iface, _ := obj.Type().Underlying().(*types.Interface)
	return iface, name
}

func cutLast(s string) (before, after string) {
	i := strings.LastIndexByte(s, '.')
	return s[:max(i, 0)], s[i+1:]
}

// findPackage looks for a package among those that one can see; nil if it is not there.
func findPackage(in *types.Package, path string, seen map[*types.Package]bool) *types.Package {
	if in.Path() == path {
		return in
	}
	seen[in] = true
	for _, p := range in.Imports() {
		if !seen[p] {
			if found := findPackage(p, path, seen); found != nil {
				return found
			}
		}
	}
	return nil
}
