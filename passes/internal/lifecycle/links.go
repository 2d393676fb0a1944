package lifecycle

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
)

// closedInChain reports whether the response that the call hands over from behind the method may have been closed on its way
// through a chain: not where the chain is put together in view, of what does no such thing.
func (e *engine) closedInChain(c *ssa.CallCommon, method string) bool {
	if !e.chains.methods[method] {
		return false
	}
	chain := c.Value
	if !c.IsInvoke() {
		if len(c.Args) == 0 {
			return true
		}
		chain = c.Args[0]
	}
	return !e.plain(chain, maxDepth)
}

// plain reports whether the value is made in view, and of nothing that closes what it hands on.
func (e *engine) plain(v ssa.Value, depth int) bool {
	if depth == 0 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Const, *ssa.Global, *ssa.Function, *ssa.MakeClosure:
		return true
	case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.Slice, *ssa.UnOp, *ssa.Extract:
		return e.plain(*v.(ssa.Instruction).Operands(nil)[0], depth-1)
	case *ssa.FreeVar:
		held := closures.Binding(v)
		return held != nil && e.plain(held, depth-1)
	case *ssa.Alloc:
		return e.plainParts(v, depth-1)
	case *ssa.Call:
		fn := callee(&v.Call)
		return fn != nil && !e.makesLinks(fn, make(map[*types.Func]bool)) && !slices.ContainsFunc(v.Call.Args, func(a ssa.Value) bool { return !e.plain(a, depth-1) })
	}
	return false
}

// plainParts is plain for all that is put into a variable or its parts.
func (e *engine) plainParts(v ssa.Value, depth int) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == v && !e.plain(ref.Val, depth) {
				return false
			}
		case *ssa.FieldAddr, *ssa.IndexAddr:
			if !e.plainParts(ref.(ssa.Value), depth) {
				return false
			}
		}
	}
	return true
}

// makesLinks reports whether the function may put a link that closes into a chain: one of a package that has some, or that may
// get at them elsewhere.
func (e *engine) makesLinks(obj *types.Func, seen map[*types.Func]bool) bool {
	obj = obj.Origin()
	switch {
	case seen[obj] || obj.Pkg() == nil:
		return false
	case e.chains.makers[obj.FullName()]:
		return true
	case e.chains.origins[obj.Pkg().Path()]: // its makers are known
		return false
	case obj.Pkg() == e.pass.Pkg:
		seen[obj] = true
		return e.callsMakers(obj, seen)
	}
	for path := range e.chains.origins {
		if findPackage(obj.Pkg(), path, make(map[*types.Package]bool)) != nil {
			return true
		}
	}
	return false
}

// callsMakers reports whether a function of the package names one that may make links.
func (e *engine) callsMakers(obj *types.Func, seen map[*types.Func]bool) bool {
	found := false
	for _, file := range e.pass.Files {
		if file.FileStart > obj.Pos() || obj.Pos() >= file.FileEnd {
			continue
		}
		for _, decl := range file.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Body == nil || e.pass.TypesInfo.Defs[fd.Name] != obj {
				continue
			}
			ast.Inspect(fd.Body, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					fn, ok := e.pass.TypesInfo.Uses[id].(*types.Func)
					found = found || ok && e.makesLinks(fn, seen)
				}
				return !found
			})
		}
	}
	return found
}
