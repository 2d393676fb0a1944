package clients

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A Setter is a method that returns its receiver, in which it has set fields to what it was given, and does nothing else: it is
// made for chains of calls.
type Setter struct {
	Name string
	Sets []Setting
}

// A Setting is a field, and the parameter, the receiver being the first, that a setter puts there.
type Setting struct {
	Path  string
	Param int
}

// settersOf returns the package's setters.
func settersOf(pass *analysis.Pass) []Setter {
	var out []Setter
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			fd, ok := decl.(*ast.FuncDecl)
			if !ok || fd.Recv == nil || fd.Body == nil || len(fd.Body.List) < 2 {
				continue
			}
			fn, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func)
			if !ok {
				continue
			}
			if sets := settings(pass.TypesInfo, fn.Signature(), fd.Body.List); sets != nil {
				out = append(out, Setter{methodName(fn), sets})
			}
		}
	}
	slices.SortFunc(out, func(a, b Setter) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// settings returns which fields a method of that body sets; nil if it is no setter.
func settings(info *types.Info, sig *types.Signature, body []ast.Stmt) []Setting {
	last := len(body) - 1
	ret, ok := body[last].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 || !isUse(info, ret.Results[0], sig.Recv()) {
		return nil
	}
	var out []Setting
	for _, stmt := range body[:last] {
		set, ok := settingOf(info, sig, stmt)
		if !ok {
			return nil
		}
		out = append(out, set)
	}
	return out
}

// settingOf is settings for a statement.
func settingOf(info *types.Info, sig *types.Signature, stmt ast.Stmt) (Setting, bool) {
	as, ok := stmt.(*ast.AssignStmt)
	if !ok || as.Tok != token.ASSIGN || len(as.Lhs) != 1 || len(as.Rhs) != 1 {
		return Setting{}, false
	}
	to, ok := as.Lhs[0].(*ast.SelectorExpr)
	if !ok || !isUse(info, to.X, sig.Recv()) {
		return Setting{}, false
	}
	field := info.Selections[to]
	if field == nil || len(field.Index()) != 1 {
		return Setting{}, false
	}
	for n := range sig.Params().Len() {
		p := sig.Params().At(n)
		if isUse(info, as.Rhs[0], p) {
			return Setting{"." + to.Sel.Name, n + 1}, types.Identical(p.Type(), field.Type()) // nil in an interface is not nil
		}
	}
	return Setting{}, false
}

func isUse(info *types.Info, x ast.Expr, v *types.Var) bool {
	id, ok := x.(*ast.Ident)
	return ok && info.Uses[id] == v
}

// A chained is a call of a method that may be a setter.
type chained struct {
	name string
	args []spec
}

// chainSpec returns what is known of what a method returns, where that is for the instruction alone, in one chain.
func chainSpec(call *ssa.Call, at ssa.Instruction) spec {
	callee, obj := call.Call.StaticCallee(), calledFunc(&call.Call)
	if obj == nil || callee.Signature.Recv() == nil { // one that is bound to its receiver has the method's name, and no argument for it
		return spec{}
	}
	if !types.Identical(call.Type(), call.Call.Args[0].Type()) || !isFor(call, at) {
		return spec{}
	}
	c := &chained{name: methodName(obj)}
	for _, a := range call.Call.Args {
		c.args = append(c.args, specOf(a, call))
	}
	return spec{chain: c}
}

// isFor reports whether the instruction, in the same block, is all that uses the value.
func isFor(call *ssa.Call, at ssa.Instruction) bool {
	return call.Block() == at.Block() && !slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		_, debug := ref.(*ssa.DebugRef)
		return ref != at && !debug
	})
}

// part is [spec.part] of what the call returns: a field that it, or a setter before it in the chain, sets.
func (c *chained) part(path string, setters func(name string) *Setter) (value string, of *option, start bool) {
	setter := setters(c.name)
	if setter == nil {
		return "", nil, false
	}
	for _, set := range slices.Backward(setter.Sets) {
		if !overlap(set.Path, path) {
			continue
		}
		rest, ok := strings.CutPrefix(path, set.Path)
		if !ok || set.Param >= len(c.args) {
			return "", nil, false
		}
		return c.args[set.Param].part(rest, setters)
	}
	if before := c.args[0].chain; before != nil {
		return before.part(path, setters)
	}
	return "", nil, false
}
