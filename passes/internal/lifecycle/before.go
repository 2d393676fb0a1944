package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/astutil"
)

// A checkedCall is a call, with what stands before it.
type checkedCall struct {
	call   *ast.CallExpr
	before []check
	within *ast.BlockStmt // the body of the function
}

// A check is a condition that decides whether what follows is come to: only if it is what is says.
type check struct {
	cond ast.Expr
	is   bool
	end  token.Pos // where what follows begins
}

// checkedCalls returns the calls of one of the package's functions, with what stands before them.
func (e *engine) checkedCalls(fn *types.Func) []checkedCall {
	var all []checkedCall
	for _, call := range e.functions().calls[fn] {
		c := checkedCall{call: call}
		c.before, c.within = checksBefore(e.pathTo(call))
		all = append(all, c)
	}
	return all
}

// pathTo returns the nodes around the call, from its declaration on, and the call.
func (e *engine) pathTo(call *ast.CallExpr) []ast.Node {
	for _, file := range e.pass.Files {
		if file.FileStart <= call.Pos() && call.Pos() < file.FileEnd {
			path, _ := astutil.PathEnclosingInterval(file, call.Pos(), call.End())
			slices.Reverse(path)
			if i := slices.Index(path, ast.Node(call)); i >= 0 {
				return path[:i+1]
			}
		}
	}
	return nil
}

// checksBefore returns the checks that decide whether the path's last node is come to, each time that it is, and the body of the
// function that it is in.
func checksBefore(path []ast.Node) (checks []check, body *ast.BlockStmt) {
	again := false
	for i := len(path) - 2; i >= 0; i-- {
		switch n := path[i].(type) {
		case *ast.FuncLit:
			return checks, n.Body
		case *ast.FuncDecl:
			return checks, n.Body
		case *ast.ForStmt, *ast.RangeStmt, *ast.LabeledStmt, *ast.GoStmt, *ast.DeferStmt:
			again = true // or later
		default:
			if !again {
				checks = append(checks, checksIn(n, path[i+1])...)
			}
		}
	}
	return nil, nil
}

// checksIn returns the checks that decide in the node whether the part of it is come to.
func checksIn(n, part ast.Node) []check {
	switch n := n.(type) {
	case *ast.IfStmt:
		switch part {
		case n.Body:
			return []check{{n.Cond, true, n.Cond.End()}}
		case n.Else:
			return []check{{n.Cond, false, n.Body.End()}}
		}
	case *ast.BinaryExpr:
		if part == n.Y && (n.Op == token.LAND || n.Op == token.LOR) {
			return []check{{n.X, n.Op == token.LAND, n.X.End()}}
		}
	case *ast.BlockStmt:
		var checks []check
		for _, st := range n.List {
			if st == part {
				break
			}
			if c, ok := st.(*ast.IfStmt); ok && c.Else == nil && returns(c.Body) {
				checks = append(checks, check{c.Cond, false, c.End()})
			}
		}
		return checks
	}
	return nil
}

// returns reports whether the block ends in a return statement.
func returns(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}

// mayAlter reports whether something between the positions is done with the variable by which that field of what it points to may
// change.
func (e *engine) mayAlter(body *ast.BlockStmt, of types.Object, field string, from, to token.Pos) bool {
	alters := false
	used := make(map[*ast.Ident]bool) // where a field is
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil || n.End() <= from || n.Pos() >= to {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				alters = alters || e.fieldIn(l, of) == field && l.Pos() >= from
			}
		case *ast.UnaryExpr:
			alters = alters || n.Op == token.AND && e.fieldIn(n.X, of) == field && n.Pos() >= from
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && e.fieldIn(n, of) != "" {
				used[id] = true
			}
		case *ast.Ident:
			alters = alters || n.Pos() >= from && !used[n] && e.pass.TypesInfo.Uses[n] == of
		}
		return true
	})
	return alters
}
