package lifecycle

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// condPos is where the condition of a branch stands.
func (e *engine) condPos(cond *ssa.If) token.Pos {
	if p, ok := cond.Cond.(*ssa.Parameter); ok { // which stands where it is declared
		if pos := e.testOf(p, cond); pos.IsValid() {
			return pos
		}
	}
	if p := cond.Cond.Pos(); p.IsValid() {
		return p
	}
	return lastPos(cond.Block())
}

// lastPos is where the last of the block's instructions stands that has a place in the code.
func lastPos(b *ssa.BasicBlock) token.Pos {
	for _, i := range slices.Backward(b.Instrs) {
		if _, isPhi := i.(*ssa.Phi); !isPhi && i.Pos().IsValid() {
			return i.Pos()
		}
	}
	return token.NoPos
}

// testOf is where the branch tests the parameter: at the first test of it behind what is run before.
func (e *engine) testOf(p *ssa.Parameter, cond *ssa.If) token.Pos {
	if pos, ok := e.tests[cond]; ok {
		return pos
	}
	after := e.passed(cond.Block())
	pos := token.NoPos
	for _, at := range e.testsOf(p) {
		if at > after && (!pos.IsValid() || at < pos) {
			pos = at
		}
	}
	e.tests[cond] = pos
	return pos
}

// passed is a place in the code that every path has passed that comes to the end of the block.
func (e *engine) passed(b *ssa.BasicBlock) token.Pos {
	pos := lastPos(b)
	for at := b.Idom(); at != nil && !pos.IsValid(); at = at.Idom() {
		pos = lastPos(at)
		if cond, ok := at.Instrs[len(at.Instrs)-1].(*ssa.If); ok {
			pos = max(pos, e.condPos(cond))
		}
	}
	return pos
}

// testsOf returns where the parameter is a condition, or a part of one.
func (e *engine) testsOf(p *ssa.Parameter) []token.Pos {
	node := p.Parent().Syntax()
	if node == nil {
		return nil
	}
	var found []token.Pos
	test := func(x ast.Expr) {
		for {
			not, ok := ast.Unparen(x).(*ast.UnaryExpr)
			if !ok || not.Op != token.NOT {
				break
			}
			x = not.X
		}
		if id, ok := ast.Unparen(x).(*ast.Ident); ok && e.pass.TypesInfo.Uses[id] == p.Object() {
			found = append(found, id.Pos())
		}
	}
	ast.Inspect(node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			test(n.Cond)
		case *ast.ForStmt:
			if n.Cond != nil {
				test(n.Cond)
			}
		case *ast.CaseClause:
			for _, x := range n.List {
				test(x)
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				test(n.X)
				test(n.Y)
			}
		}
		return true
	})
	return found
}
