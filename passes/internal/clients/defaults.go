package clients

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxGiven is how deep the parts of what a function is given are told apart, if nothing in view gives it.
const maxGiven = 3

// isDefaultStore reports whether what is stored takes the place of what was found missing there: options that leave something out
// get a default.
func isDefaultStore(st *ssa.Store) bool {
	return slices.ContainsFunc(missing(st.Block()), func(v ssa.Value) bool {
		load, ok := v.(*ssa.UnOp)
		return ok && sameAddr(load.X, st.Addr)
	})
}

// isArgument reports whether the object is an argument that nothing in view gives, or a part of one.
func (o *object) isArgument() bool { return o.unknown && o.given > 0 }

// givenPart returns what may stand in a part of an argument that nothing in view gives.
func (s *solver) givenPart(o *object, name string) *set {
	if o.of != nil {
		o = o.of
	}
	field := o.field(name)
	if len(field.list) == 0 {
		s.put(field, &object{unknown: true, given: o.given + 1})
	}
	return field
}

// chosenOf returns what stands for the object, which is unknown, where it is taken only if it is there.
func (s *solver) chosenOf(o *object) *object {
	switch {
	case o == s.argument:
		return s.optional
	case o.of != nil:
		return o
	case o.chosen == nil:
		o.chosen = &object{unknown: true, optional: true, given: o.given, of: o}
	}
	return o.chosen
}

// fillGiven stores a default in a part of an argument that nothing in view gives: what else may be there is only for those who
// give it.
func (s *solver) fillGiven(o *object, name string, from *set) {
	field := s.givenPart(o, name)
	field.list[0].optional = true
	s.flow(field, from)
}

// fills reports whether the function, or one that it calls, stores defaults.
func (p *pkg) fills(f *Func) bool {
	if known, ok := p.filling[f]; ok {
		return known
	}
	p.filling[f] = false // until it is known
	for n := range f.Code {
		i := &f.Code[n]
		if i.Default || i.Op == Call && i.Name != "" && p.callFills(i.Name) {
			p.filling[f] = true
			break
		}
	}
	return p.filling[f]
}

func (p *pkg) callFills(name string) bool {
	callee := p.solver.find(name)
	return callee != nil && p.fills(callee)
}
