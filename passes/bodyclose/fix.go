package bodyclose

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/fixes"
	"github.com/kalint/kalint/passes/internal/goline"
	"github.com/kalint/kalint/passes/internal/lifecycle"
)

// A closing is a fix in the making: where the response is known to be there, and what is to be done about it.
type closing struct {
	*fixes.Source
	pass   *analysis.Pass
	r      *lifecycle.Response
	assign *ast.AssignStmt
	spot   fixes.Spot // the assignment, or the if statement that it is the first half of
	around []ast.Node // from the spot's statement out
	v      *types.Var // the response's variable; nil if it has none yet
	name   string
	err    *types.Var // the error that comes with it; nil if the call has none
}

// fix closes the body right behind the check of the call's error. There is no fix for a response that goes elsewhere on
// some path, as what is returned must stay open.
func fix(pass *analysis.Pass, r *lifecycle.Response) []analysis.SuggestedFix {
	if r.Kept || r.Field {
		return nil
	}
	c := &closing{Source: fixes.Open(pass, r.Call.Pos()), pass: pass, r: r}
	if c.Source == nil || !c.parse() || !c.single() {
		return nil
	}
	p, ok := c.place()
	if !ok || c.leavesBefore(p.pos) {
		return nil
	}
	edits, ok := c.edits(p)
	if !ok {
		return nil
	}
	if c.v == nil {
		edits = append(edits, fixes.Replace(c.assign.Lhs[0], c.name))
	}
	return []analysis.SuggestedFix{{Message: "Close the body when the function returns", TextEdits: edits}}
}

// parse finds the assignment around the call and what it assigns to. It knows these forms:
//
//	resp, err := call()
//	resp := call()
//	_, err := call()
//	if resp, err := call(); ...
func (c *closing) parse() bool {
	path := c.Path(c.r.Call)
	if len(path) < 2 {
		return false
	}
	var ok bool
	if c.assign, ok = path[1].(*ast.AssignStmt); !ok || len(c.assign.Rhs) != 1 {
		return false
	}
	if c.spot, c.around, ok = fixes.SpotOf(path[1:]); !ok || !c.First(c.spot.Stmt()) {
		return false
	}
	if !c.results() {
		return false
	}
	id, ok := c.assign.Lhs[0].(*ast.Ident)
	if !ok {
		return false
	}
	if id.Name == "_" {
		if c.name = "resp"; c.r.Bare {
			c.name = "body"
		}
		return c.assign.Tok == token.DEFINE && c.free(c.name)
	}
	c.name, c.v = id.Name, c.Var(id)
	return c.v != nil && c.r.Func.Pos() <= c.v.Pos() && c.v.Pos() < c.r.Func.End()
}

// results reports whether the call has a response, or its body, and an error or nothing more.
func (c *closing) results() bool {
	switch t := c.pass.TypesInfo.TypeOf(c.r.Call).(type) {
	case *types.Tuple:
		if t.Len() != 2 || len(c.assign.Lhs) != 2 || !c.closable(t.At(0).Type()) {
			return false
		}
		c.err = c.Var(c.assign.Lhs[1])
		return c.err != nil && types.Identical(t.At(1).Type(), types.Universe.Lookup("error").Type())
	default:
		return len(c.assign.Lhs) == 1 && c.closable(t)
	}
}

// closable reports whether t is the type of what has to be closed: not so a reader that nobody can close.
func (c *closing) closable(t types.Type) bool {
	return fixes.IsResponse(t) || c.r.Bare && fixes.IsReadCloser(t)
}

// free reports whether nothing in the function, nor around it, has the name.
func (c *closing) free(name string) bool {
	inner := c.pass.Pkg.Scope().Innermost(c.r.Call.Pos())
	if inner == nil {
		return false
	}
	if _, obj := inner.LookupParent(name, token.NoPos); obj != nil {
		return false
	}
	used := false
	ast.Inspect(c.r.Func, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == name {
			used = true
		}
		return !used
	})
	return !used
}

// leavesBefore reports whether a path leaves with the body open before it comes to where the close is put.
func (c *closing) leavesBefore(pos token.Pos) bool {
	for _, l := range c.r.Leaks {
		if l.How != lifecycle.Discarded && c.r.Call.End() <= l.Pos && l.Pos < pos {
			return true
		}
	}
	return false
}

// edits puts the close, drained first where nothing reads the body and the close does not do so itself, in its place,
// and takes those away that it makes superfluous.
func (c *closing) edits(p place) ([]analysis.TextEdit, bool) {
	edits, ok := c.superfluous(p)
	if !ok {
		return nil, false
	}
	body := c.name + ".Body"
	if c.r.Bare {
		body = c.name
	}
	text := body + ".Close()"
	drain := !c.r.Read && !c.r.Single && !goline.CloseDrains(c.pass, c.File) // a tunnel never ends
	ioName := ""
	if drain {
		if c.v != nil && len(c.Assigned(c.r.Func, c.v)) > 1 || slices.ContainsFunc(c.r.Leaks, overwrites) {
			return nil, false // the literal would close what the variable, or its Body field, holds last
		}
		name, imports, ok := c.Import("io", c.r.Call.Pos())
		if !ok {
			return nil, false
		}
		ioName, edits = name, append(edits, imports...)
	}
	switch {
	case p.loop && drain:
		text = fixes.DrainCall(ioName, body) + "\n" + p.indent + text
	case p.loop:
	case drain:
		text = fixes.DrainAndClose(ioName, body, text, p.indent)
	default:
		text = "defer " + text
	}
	e, ok := c.Append(text, p.indent, p.pos)
	return append(edits, e), ok
}

// overwrites reports whether the path puts something else in the place of the response or of its body.
func overwrites(l lifecycle.Leak) bool { return l.How == lifecycle.Overwritten }
