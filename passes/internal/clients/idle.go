package clients

import (
	"cmp"
	"slices"
)

// idle returns what keeps too few connections for the goroutines that use it, once for each place.
func (p *pkg) idle() []*Idle {
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
		if found := p.describe(u, u.src); found != nil {
			all = append(all, found)
		}
	}
	all = onceEach(all)
	slices.SortFunc(all, func(a, b *Idle) int { return cmp.Compare(a.Expr.Pos(), b.Expr.Pos()) })
	return all
}

// onceEach leaves one for each place, and for what several may stand for.
func onceEach(all []*Idle) []*Idle {
	slices.SortStableFunc(all, byReason)
	told := make(map[any]bool)
	return slices.DeleteFunc(all, func(i *Idle) bool {
		if told[i.Expr] || i.apart != nil && told[i.apart] {
			return true
		}
		told[i.Expr], told[i.apart] = true, true
		return false
	})
}

// byReason orders the reasons for one report: goroutines before handlers, then the first in the source.
func byReason(a, b *Idle) int {
	return cmp.Or(cmp.Compare(a.How, b.How), cmp.Compare(a.Spawn.File, b.Spawn.File), cmp.Compare(a.Spawn.Line, b.Spawn.Line),
		cmp.Compare(a.Request.Line, b.Request.Line))
}
