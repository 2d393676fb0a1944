package clients

import (
	"slices"
	"strings"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// runsMine reports whether what runs concurrently runs a function of this package on the way to the request.
func (p *pkg) runsMine(u use) bool {
	for f := u.frame; f != nil; f = f.parent {
		if p.mine(f) {
			return true
		}
		if u.run == nil || f == u.run {
			break
		}
	}
	return false
}

// meetOrMaker returns where what is made comes to the frame or, if that is not by way of calls, the outermost call that makes it;
// nil if nothing in view does.
func meetOrMaker(made, f *frame) *frame {
	if made == nil {
		return nil
	}
	if common := meet(made, f); common != nil {
		return common
	}
	return root(made)
}

// toldBelow reports whether a package that this one calls has the handler that makes the request, or starts the goroutines, and
// knows what it goes through, too.
func (p *pkg) toldBelow(u use, src *object) bool {
	for f := u.frame; f != nil && !p.mine(f); f = f.parent {
		if f.fn.Handler {
			return src.made == nil || p.knownAbove(f, src)
		}
	}
	return u.by.by != nil && src.made != nil && p.knownAbove(u.by.by, src)
}

// knownAbove reports whether one of the packages whose functions lead to the frame sees the source come there.
func (p *pkg) knownAbove(f *frame, src *object) bool {
	asked := ""
	for ; f != nil && !p.mine(f); f = f.parent {
		path := nethttp.PackageOf(f.fn.Name)
		if path != asked && (p.knows(path, p.outermost(f, path), src) || p.inModule(path) && p.isVariable(src)) {
			return true
		}
		asked = path
	}
	return false
}

// isVariable reports whether a package of this module makes the source in one call and puts it into a package variable: all others
// of the module know.
func (p *pkg) isVariable(src *object) bool {
	for f := src.made; f != nil && !p.mine(f); f = f.parent {
		path := nethttp.PackageOf(f.fn.Name)
		if _, variable := p.joined(path, src); variable && p.inModule(path) {
			return true
		}
	}
	return false
}

// outermost returns the first call of a function of the package on the way from this one to the frame; nil if there is none.
func (p *pkg) outermost(f *frame, path string) *frame {
	var first *frame
	for ; f != nil && !p.mine(f); f = f.parent {
		if nethttp.PackageOf(f.fn.Name) == path {
			first = f
		}
	}
	return first
}

// knows reports whether the package, which does not see who calls its functions, sees the source come to one of these calls: it
// is made there, or what the method is called on, the literal captures or a package variable has was given it in one call.
func (p *pkg) knows(path string, at *frame, src *object) bool {
	all, variable := p.joined(path, src)
	return variable || slices.ContainsFunc(all, func(o *object) bool {
		return p.outermost(o.made, path) == at || at.isCalledOn(o) && p.makes(path, o) || p.captures(path, at, o)
	})
}

// joined returns the source and what the package's calls put it into, one into another, each in one call; variable says that a
// package variable is among that.
func (p *pkg) joined(path string, src *object) (all []*object, variable bool) {
	if p.outermost(src.made, path) == nil {
		return nil, false
	}
	all = []*object{src}
	for n := 0; n < len(all); n++ {
		for _, h := range p.solver.holders()[all[n]] {
			switch {
			case slices.Contains(all, h.by) || !p.joins(path, h.by, all[n]):
			case p.solver.globals[h.by.typ] == h.by:
				variable = true
			default:
				all = append(all, h.by)
			}
		}
	}
	return all, variable
}

// joins reports whether the call of the package that makes the object puts it into what holds it, too.
func (p *pkg) joins(path string, by, o *object) bool {
	made := p.outermost(o.made, path)
	if made == nil {
		return false
	}
	noted := false
	for _, put := range by.putInto() {
		if put.what == o {
			if noted = true; p.outermost(put.frame, path) == made {
				return true
			}
		}
	}
	return !noted && (p.outermost(by.made, path) == made || made.isCalledOn(by))
}

// makes reports whether the package makes values of the object's type, so that it has one to put something into and to call
// methods on.
func (p *pkg) makes(path string, o *object) bool {
	if p.outermost(o.made, path) != nil {
		return true
	}
	for _, part := range p.others.parts[path] {
		for _, f := range part.Funcs {
			if slices.ContainsFunc(f.Code, func(i Inst) bool { return i.Op == New && i.Name == o.typ }) {
				return true
			}
		}
	}
	return false
}

// isCalledOn reports whether the frame is of a method that is called on the object.
func (f *frame) isCalledOn(o *object) bool {
	return strings.HasPrefix(f.fn.Name, "(") && f.fn.Params > 0 && slices.Contains(f.regs[0].list, o)
}

// captures reports whether the frame is of a function literal that is made with the object by one call of the package.
func (p *pkg) captures(path string, f *frame, o *object) bool {
	if f.parent == nil || !slices.ContainsFunc(f.regs[f.fn.Params:f.fn.Params+f.fn.Free], func(s set) bool { return slices.Contains(s.list, o) }) {
		return false
	}
	made := p.outermost(o.made, path)
	return made != nil && slices.ContainsFunc(f.parent.calls, func(c callee) bool {
		return c.frame == f && c.of != nil && p.outermost(c.of.made, path) == made
	})
}
