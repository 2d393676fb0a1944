package lifecycle

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// An exporter makes facts of summaries, for the packages that can call the functions.
type exporter struct {
	eng   *engine
	made  []export
	named map[string]bool // fields in which a summary says that it hands out a response
}

// An export is a summary that is being made.
type export struct {
	obj    *types.Func
	sum    summary
	add    func(r role) // adds what the role has to say
	hidden []role       // those that nobody else can bring about; see [exporter.hides]
}

// function makes the function's summary.
func (x *exporter) function(fn *ssa.Function) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || !callable(x.eng.pass.Fset, obj) || fn.Synthetic != "" || len(fn.Blocks) == 0 {
		return
	}
	s := make(summary)
	p := export{obj: obj, sum: s, add: func(r role) {
		outs, ok := x.eng.outcomes(fn, r)
		switch {
		case !ok:
			s[r] = []outcome{{status: kept}}
		case len(outs) == 1 && outs[0].idle():
		default:
			s[r] = outs
		}
	}}
	x.roles(&p, rolesOf(fn.Signature))
	if outs, ok := x.eng.outcomes(fn, role{param: valueRole}); ok {
		s[role{param: valueRole}] = outs
	}
	if outs, ok := x.eng.outcomes(fn, opening); ok && (len(outs) > 0 || mayReturnResponse(fn.Signature)) {
		s[opening] = outs
	}
	if x.eng.givesFake(fn) {
		s[answering] = []outcome{{status: closed}}
	}
	if x.eng.givesCloser(fn) {
		s[tending] = []outcome{{status: closed}}
	}
	if x.eng.replaces(fn, maxDepth) {
		s[mocking] = []outcome{{status: closed}}
	}
	for i, param := range fn.Params {
		if !mayRepeat(param.Type()) {
			continue
		}
		if outs := x.eng.repeats(fn, i); len(outs) > 0 {
			s[repeating(i)] = outs
		}
	}
	x.note(s)
	x.made = append(x.made, p)
}

// methods makes summaries of what the package's types do behind the interfaces that others can call.
func (x *exporter) methods() {
	scope := x.eng.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !obj.Exported() || obj.IsAlias() {
			continue
		}
		i, ok := obj.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range i.ExplicitMethods() {
			if m.Exported() && m.Pkg() == x.eng.pass.Pkg {
				x.method(obj.Type(), m)
			}
		}
	}
}

func (x *exporter) method(iface types.Type, m *types.Func) {
	s := make(summary)
	if responseIndex(m.Signature()) >= 0 {
		if outs, ok := x.eng.behind(iface, m); ok {
			s[opening], _ = simplify(outs, opening)
		}
	}
	if outs, ok := x.eng.handsBehind(iface, m); ok {
		s[opening], _ = simplify(outs, opening)
	}
	p := export{obj: m, sum: s, add: func(r role) {
		if r.param == 0 {
			return
		}
		if outs, ok := x.eng.allLeave(x.eng.methods(iface, m), r); ok && len(outs) > 0 {
			s[r], _ = simplify(outs, r)
		}
	}}
	x.roles(&p, rolesOf(m.Signature()))
	x.note(s)
	x.made = append(x.made, p)
}

// roles adds what the roles have to say, but for those that are hidden.
func (x *exporter) roles(p *export, roles []role) {
	for _, r := range roles {
		if x.hides(p.obj, r) {
			p.hidden = append(p.hidden, r)
		} else {
			p.add(r)
		}
	}
}

// hides reports whether the role's path goes through a field that only this package can set, and in which none of its
// functions is known to hand out a response: then no caller elsewhere holds such an object, and none asks for the role.
func (x *exporter) hides(obj *types.Func, r role) bool {
	for _, f := range fieldsOn(obj.Signature(), r) {
		if !f.Exported() && f.Pkg() == obj.Pkg() && !x.named[f.Name()] {
			return true
		}
	}
	return false
}

// note notes the fields in which the summary hands out a response.
func (x *exporter) note(s summary) {
	for _, outs := range s {
		for _, o := range outs {
			for _, r := range o.results {
				x.name(r.path)
			}
			for _, f := range o.fills {
				x.name(f.path)
			}
		}
	}
}

func (x *exporter) name(path string) {
	for _, part := range partsOf(path) {
		x.named[part] = true
	}
}

// finish adds the roles that are not hidden any more now that all summaries are known, and makes the facts.
func (x *exporter) finish(at *string) {
	for added := true; added; {
		added = false
		for i := range x.made {
			p := &x.made[i]
			*at = p.obj.FullName()
			roles, before := p.hidden, len(p.sum)
			p.hidden = nil
			x.roles(p, roles)
			if len(p.sum) > before {
				x.note(p.sum)
				added = true
			}
		}
	}
	for _, p := range x.made {
		if len(p.sum) > 0 {
			x.eng.pass.ExportObjectFact(p.obj, &Fact{Text: p.sum.String()})
		}
	}
}
