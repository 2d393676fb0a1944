package clients

import (
	"cmp"
	"go/token"
	"maps"
	"slices"
	"strings"
)

// ofTestFile reports whether the function stands in a test.
func ofTestFile(f *Func) bool { return strings.HasSuffix(f.File, "_test.go") }

// inTestFile reports whether the position is in a test.
func inTestFile(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}

// tell adds what was found at positions of the kind to the result.
func (p *pkg) tell(res *Result, at func(token.Pos) bool) {
	fate := p.solver.fates()
	for _, i := range p.idle() {
		if at(i.Expr.Pos()) {
			res.idle = append(res.idle, i)
		}
	}
	for _, b := range p.builds(fate) {
		if at(b.Expr.Pos()) {
			res.builds = append(res.builds, b)
		}
	}
	if res.unkept == nil {
		res.unkept = make(map[token.Pos]bool)
	}
	for pos, only := range p.unkept(fate) {
		if at(pos) {
			res.unkept[pos] = only
		}
	}
	slices.SortFunc(res.idle, func(a, b *Idle) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) })
	slices.SortFunc(res.builds, func(a, b *Build) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) })
}

// inProgram reports whether the position is in no test.
func (p *pkg) inProgram(pos token.Pos) bool {
	return !inTestFile(p.pass.Fset, pos)
}

// forget drops what was found at positions of the kind.
func (r *Result) forget(at func(token.Pos) bool) {
	r.idle = slices.DeleteFunc(r.idle, func(i *Idle) bool { return at(i.Expr.Pos()) })
	r.builds = slices.DeleteFunc(r.builds, func(b *Build) bool { return at(b.Expr.Pos()) })
	maps.DeleteFunc(r.unkept, func(pos token.Pos, _ bool) bool { return at(pos) })
}

func withoutTests(own []*Func) []*Func { return slices.DeleteFunc(slices.Clone(own), ofTestFile) }

// replaces reports whether the function is a test's and sets up a client or a transport that it has not made itself: the program
// without its tests has another one there.
func replaces(f *Func) bool {
	if !ofTestFile(f) {
		return false
	}
	made := make(map[int]bool)
	for k := range f.Code {
		if i := &f.Code[k]; i.Op == New || i.Op == Clone {
			made[i.Dst] = true
		}
	}
	return slices.ContainsFunc(f.Code, func(i Inst) bool {
		switch i.Op {
		case Store:
			return (i.Name == "Transport" || i.Name == "*") && !made[i.A]
		case Mark, Fill, Touch:
			return !made[i.A]
		}
		return false
	})
}
