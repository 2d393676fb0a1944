package clients

import (
	"cmp"
	"slices"
)

// idle returns what keeps too few connections for the goroutines that use it, once for each place.
func (p *pkg) idle() []*Idle {
	byExpr := make(map[any]*Idle)
	var all []*Idle
	escaped := p.solver.escaped(false)
	for _, u := range p.solver.concurrent() {
		if made := u.src.of.made; made != nil && root(made) != root(u.frame) && !escaped[u.src.of] {
			continue // only others of its type come there
		}
		if made := u.src.of.made; made != nil && made.isMerged() && !u.src.shared {
			continue // it stands for many
		}
		if u.by.how == Handler && !u.src.shared && u.run != nil && u.src.of.isOfEach(u.run.fn) {
			continue // wherever it is kept
		}
		found := p.describe(u, u.src)
		if found == nil {
			continue
		}
		if old := byExpr[found.Expr]; old != nil {
			if earlier(*found, *old) {
				*old = *found
			}
			continue
		}
		byExpr[found.Expr] = found
		all = append(all, found)
	}
	slices.SortFunc(all, func(a, b *Idle) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) })
	return all
}

// earlier chooses between two reasons for one report: goroutines before handlers, then the first in the source.
func earlier(a, b Idle) bool {
	return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(a.Spawn.File, b.Spawn.File), cmp.Compare(a.Spawn.Line, b.Spawn.Line),
		cmp.Compare(a.Request.Line, b.Request.Line)) < 0
}
