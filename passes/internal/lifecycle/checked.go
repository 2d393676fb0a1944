package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// atStart returns the state in which the walk's function starts.
func (w *walk) atStart() *state {
	s := &state{}
	for _, p := range w.top.Params {
		for field, is := range w.eng.checked(p) {
			s.store(cell{w.eng.id(p), "." + field}, is)
		}
	}
	return s
}

// checked returns what the fields of the object that the parameter points to are, where all calls of the function, which the package
// has, are made only if they are that; for those fields that the function asks about, and as long as nobody else has the object.
func (e *engine) checked(p *ssa.Parameter) map[string]value {
	if _, ok := p.Type().Underlying().(*types.Pointer); !ok {
		return nil
	}
	uses := fieldUses{make(map[string]bool), make(map[string]bool)}
	if !uses.only(p, maxDepth) || !uses.any() {
		return nil
	}
	obj, ok := p.Parent().Object().(*types.Func)
	if !ok || p.Parent().Synthetic != "" || !e.callsInView(obj) {
		return nil
	}
	i := slices.Index(p.Parent().Params, p)
	if obj.Signature().Recv() != nil {
		i--
	}
	return e.checkedByAll(obj.Origin(), i, uses)
}

// fieldUses says what a function does with the fields of an object.
type fieldUses struct {
	asked map[string]bool // those of which it is asked whether they are nil, or true
	lent  map[string]bool // those whose address somebody gets
}

// any reports whether there is a field that is asked about, and that nobody else has.
func (u fieldUses) any() bool {
	for field := range u.asked {
		if !u.lent[field] {
			return true
		}
	}
	return false
}

// only notes the uses of the fields, and reports whether nothing else is done with the pointer to the object.
func (u fieldUses) only(object ssa.Value, depth int) bool {
	return depth > 0 && !slices.ContainsFunc(*object.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
		case *ssa.FieldAddr:
			u.note(ref)
		case *ssa.Store:
			a, local := ref.Addr.(*ssa.Alloc)
			return !local || ref.Val != object || spilled(a) != object || !u.onlyIn(a, depth-1)
		default:
			return true
		}
		return false
	})
}

// onlyIn is only for the variable that holds the pointer.
func (u fieldUses) onlyIn(variable ssa.Value, depth int) bool {
	return depth > 0 && !slices.ContainsFunc(*variable.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.Store: // of the parameter
			_, captured := variable.(*ssa.FreeVar)
			return captured
		case *ssa.UnOp:
			return !u.only(ref, depth-1)
		case *ssa.MakeClosure:
			free := capturedBy(ref, variable)
			return free == nil || !u.onlyIn(free, depth-1)
		}
		return true
	})
}

// note notes a use of a field.
func (u fieldUses) note(field *ssa.FieldAddr) {
	name := fieldName(field.X.Type(), field.Field)
	for _, ref := range *field.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			u.lent[name] = u.lent[name] || ref.Addr != field
		case *ssa.UnOp:
			u.asked[name] = u.asked[name] || slices.ContainsFunc(*ref.Referrers(), asks)
		default:
			u.lent[name] = true
		}
	}
}

// asks reports whether the instruction branches by the value, or compares it.
func asks(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.If:
		return true
	case *ssa.BinOp:
		return isNilConst(instr.X) || isNilConst(instr.Y)
	case *ssa.UnOp:
		return instr.Op == token.NOT
	}
	return false
}

// checkedByAll returns what all calls of the function have checked of those fields of argument i, or of the receiver.
func (e *engine) checkedByAll(fn *types.Func, i int, uses fieldUses) map[string]value {
	var all map[string]value
	for n, c := range e.checkedCalls(fn) {
		of := e.variableGiven(c.call, i)
		if of == nil {
			return nil
		}
		found := make(map[string]value)
		for _, before := range c.before {
			told := make(map[string]value)
			e.tell(before.cond, before.is, of, told)
			for field, is := range told {
				if uses.asked[field] && !uses.lent[field] && !e.mayAlter(c.within, of, field, before.end, c.call.Pos()) {
					found[field] = is
				}
			}
		}
		for field, is := range found {
			if n > 0 && all[field] != is {
				delete(found, field)
			}
		}
		all = found
	}
	return all
}

// variableGiven returns the variable that is argument i of the call, or its receiver; nil if it is none.
func (e *engine) variableGiven(call *ast.CallExpr, i int) types.Object {
	arg := ast.Expr(nil)
	if i >= 0 && i < len(call.Args) {
		arg = call.Args[i]
	} else if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && i < 0 {
		if s := e.pass.TypesInfo.Selections[sel]; s != nil && s.Kind() == types.MethodVal && len(s.Index()) == 1 {
			arg = sel.X
		}
	}
	if id, ok := arg.(*ast.Ident); ok {
		return e.pass.TypesInfo.Uses[id]
	}
	return nil
}

// tell notes what the condition, as it came out, says of fields of the object.
func (e *engine) tell(cond ast.Expr, is bool, of types.Object, found map[string]value) {
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			e.tell(x.X, !is, of, found)
		}
	case *ast.SelectorExpr:
		if field := e.fieldIn(x, of); field != "" {
			found[field] = truth(is)
		}
	case *ast.BinaryExpr:
		switch {
		case x.Op == token.LAND && is, x.Op == token.LOR && !is:
			e.tell(x.X, is, of, found)
			e.tell(x.Y, is, of, found)
		case (x.Op == token.EQL || x.Op == token.NEQ) && e.pass.TypesInfo.Types[x.Y].IsNil():
			if field := e.fieldIn(x.X, of); field != "" && (x.Op == token.EQL) == is {
				found[field] = value{kind: isNil}
			} else if field != "" {
				found[field] = value{kind: nonNil}
			}
		}
	}
}

// fieldIn returns the field of the object that the expression names, or "".
func (e *engine) fieldIn(x ast.Expr, of types.Object) string {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	s := e.pass.TypesInfo.Selections[sel]
	id, ok := sel.X.(*ast.Ident)
	if !ok || s == nil || s.Kind() != types.FieldVal || len(s.Index()) != 1 || e.pass.TypesInfo.Uses[id] != of {
		return ""
	}
	return sel.Sel.Name
}
