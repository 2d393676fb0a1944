package lifecycle

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// mocked reports whether the answers that a test gets are made up because it, or what it calls, has put a transport that makes them
// up in the place of net/http's own.
func (e *engine) mocked(fn *ssa.Function) bool {
	if !inTest(e.pass.Fset, fn.Pos()) {
		return false
	}
	for ; fn != nil; fn = fn.Parent() {
		if e.replaces(fn, maxDepth) {
			return true
		}
	}
	return false
}

// replaces reports whether the function, or one of the package that it calls, puts a transport that makes answers up in that place.
func (e *engine) replaces(fn *ssa.Function, depth int) bool {
	if known, ok := e.replaced[fn]; ok {
		return known
	}
	e.replaced[fn] = false
	test := inTest(e.pass.Fset, fn.Pos())
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				if isDefault(instr.Addr) && e.fake().around(instr.Val) {
					e.replaced[fn] = true
				}
			case *ssa.Call:
				if callee := instr.Call.StaticCallee(); callee != nil && e.mocks(callee, test, depth) {
					e.replaced[fn] = true
				}
			}
		}
	}
	return e.replaced[fn]
}

// mocks reports whether calling the function has that effect; other packages are asked only if they are to be.
func (e *engine) mocks(callee *ssa.Function, asked bool, depth int) bool {
	obj, ok := callee.Object().(*types.Func)
	if !ok || nethttp.Mocks(obj) {
		return ok
	}
	if len(callee.Blocks) == 0 {
		return asked && obj.Pkg() != e.pass.Pkg && len(e.summaryOf(obj)[mocking]) > 0
	}
	return depth > 0 && callee.Pkg != nil && callee.Pkg.Pkg == e.pass.Pkg && e.replaces(callee, depth-1)
}

// isDefault reports whether the address is of http.DefaultTransport, http.DefaultClient or that client's Transport.
func isDefault(addr ssa.Value) bool {
	if fa, ok := addr.(*ssa.FieldAddr); ok && fieldName(fa.X.Type(), fa.Field) == "Transport" {
		if load, ok := fa.X.(*ssa.UnOp); ok {
			addr = load.X
		}
	}
	g, ok := addr.(*ssa.Global)
	return ok && g.Pkg != nil && g.Pkg.Pkg.Path() == "net/http" && slices.Contains(defaults, g.Name())
}

// defaults are the variables of net/http that requests go through which are told nothing else.
var defaults = []string{"DefaultTransport", "DefaultClient"}
