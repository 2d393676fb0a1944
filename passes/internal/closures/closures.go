// Package closures knows what function literals capture.
package closures

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Binding returns what the free variable of a function literal is bound to where the literal is made; nil if that is not in
// view.
func Binding(free *ssa.FreeVar) ssa.Value {
	fn := free.Parent()
	if fn.Parent() == nil { // of a method value's wrapper
		return nil
	}
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
