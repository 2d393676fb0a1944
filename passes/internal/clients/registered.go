package clients

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// registered finds the functions that inits hand to other packages and that return something, such as the constructors that are
// registered under a name: others may call them as they may call exported ones.
func registered(pass *analysis.Pass, fns []*ssa.Function) map[*ssa.Function]bool {
	found := make(map[*ssa.Function]bool)
	for _, fn := range fns {
		if fn.Name() != "init" && !strings.HasPrefix(fn.Name(), "init#") {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !leavesPackage(pass.Pkg, call.Common()) {
					continue
				}
				for _, arg := range call.Common().Args {
					if f := constructorIn(arg); f != nil {
						found[f] = true
					}
				}
			}
		}
	}
	return found
}

// leavesPackage reports whether the call is of a function of another package that is no part of Go.
func leavesPackage(own *types.Package, c *ssa.CallCommon) bool {
	callee := c.StaticCallee()
	if callee == nil || callee.Object() == nil || callee.Object().Pkg() == nil {
		return false
	}
	pkg := callee.Object().Pkg()
	return pkg != own && !nethttp.IsStd(pkg.Path())
}

// constructorIn returns the function that v is, if it returns something and captures nothing; else nil.
func constructorIn(v ssa.Value) *ssa.Function {
	for {
		switch x := v.(type) {
		case *ssa.ChangeType:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.Function:
			if x.Signature.Results().Len() == 0 || x.Signature.Recv() != nil {
				return nil
			}
			return x
		default:
			return nil
		}
	}
}
