package clients

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// relevant finds the functions through which clients flow, and those that call them.
type relevant struct {
	pass    *analysis.Pass
	carrier *carrier
	others  *library
	foreign map[*types.Func]bool // whether functions of other packages have to do with clients
	all     []*declared
	byFunc  map[*types.Func]*declared
	users   map[*types.Func][]*declared
	makers  map[*types.TypeName][]*declared       // who makes values of a type with a literal
	called  map[*types.TypeName][]string          // the methods that are needed, by type
	within  map[*types.TypeName][]*types.TypeName // the types that embed a type
	needed  map[*ast.FuncDecl]bool
	vars    bool                // package variables may hold clients
	queues  map[*types.Var]bool // package variables that code which matters puts functions into
}

const maxActivations = 5 // times that types turn out to hold clients behind functions and interfaces

func findRelevant(pass *analysis.Pass, others *library) *relevant {
	r := &relevant{
		pass: pass, others: others, foreign: make(map[*types.Func]bool), carrier: newCarrier(others.active), all: declarations(pass), byFunc: make(map[*types.Func]*declared),
		users: make(map[*types.Func][]*declared), makers: make(map[*types.TypeName][]*declared), called: make(map[*types.TypeName][]string), within: make(map[*types.TypeName][]*types.TypeName),
		needed: make(map[*ast.FuncDecl]bool), queues: make(map[*types.Var]bool),
	}
	r.index()
	for range maxActivations {
		r.search()
		if !r.activate() {
			break
		}
	}
	return r
}

// index notes who uses and makes what.
func (r *relevant) index() {
	for _, d := range r.all {
		if d.fn != nil && d.fd.Body != nil {
			r.byFunc[d.fn] = d
		}
	}
	for _, d := range r.all {
		if d.fd == nil {
			continue
		}
		for _, obj := range d.mentions {
			if fn, ok := obj.(*types.Func); ok && r.byFunc[fn] != nil {
				r.users[fn] = append(r.users[fn], d)
			}
		}
		for _, name := range d.makes {
			r.makers[name] = append(r.makers[name], d)
		}
	}
	scope := r.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if tn, ok := scope.Lookup(name).(*types.TypeName); ok {
			r.indexEmbedded(tn)
		}
	}
}

// indexEmbedded notes what a struct type of the package embeds of its own package.
func (r *relevant) indexEmbedded(tn *types.TypeName) {
	s, ok := tn.Type().Underlying().(*types.Struct)
	if !ok || tn.IsAlias() {
		return
	}
	for f := range s.Fields() {
		if name := typeName(f.Type()); f.Embedded() && name != nil && name.Pkg() == r.pass.Pkg {
			r.within[name] = append(r.within[name], tn)
		}
	}
}

// search marks the functions that matter, those that lead to them, and those that they hand functions to.
func (r *relevant) search() {
	for _, d := range r.all {
		switch {
		case d.fd != nil && r.needed[d.fd] || !r.matters(d):
		case d.fd != nil:
			r.need(d)
		case d.sets:
			r.vars = true
		}
	}
	var queue []*declared
	for _, d := range r.all {
		if r.counts(d) {
			queue = append(queue, d)
		}
	}
	for len(queue) > 0 {
		d := queue[0]
		queue = queue[1:]
		for _, obj := range d.mentions {
			fn, _ := obj.(*types.Func)
			if callee := r.byFunc[fn]; callee != nil && !r.needed[callee.fd] && (callee.helps || takesFunc(fn) || nethttp.Rewrites(fn)) {
				r.needed[callee.fd] = true
				queue = append(queue, callee)
			}
		}
	}
}

// counts reports whether the declaration is of a function that is needed, or gives variables values that have to do with
// clients.
func (r *relevant) counts(d *declared) bool {
	if d.fd == nil {
		return d.sets && r.matters(d)
	}
	return r.needed[d.fd]
}

// need marks a function and, as they may reach clients through it, those that use it; of a method, also those that make
// what it is called on.
func (r *relevant) need(d *declared) {
	if r.needed[d.fd] {
		return
	}
	r.needed[d.fd] = true
	if d.fn == nil {
		return
	}
	for _, user := range r.users[d.fn] {
		r.need(user)
	}
	if recv := d.fn.Signature().Recv(); recv != nil {
		name := typeName(recv.Type())
		if name == nil {
			return
		}
		r.called[name] = append(r.called[name], d.fn.Name())
		for _, maker := range r.makers[name] {
			r.need(maker)
		}
	}
}

// matters reports whether something in the declaration has to do with clients.
func (r *relevant) matters(d *declared) bool {
	if d.starts && d.fn != nil && takesFunc(d.fn) {
		return true
	}
	return slices.ContainsFunc(d.mentions, r.concerns)
}

// concerns reports whether the object has to do with clients.
func (r *relevant) concerns(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Var:
		return r.queues[obj] || r.carrier.carries(obj.Type())
	case *types.TypeName:
		return r.carrier.carries(obj.Type())
	case *types.Func:
		if callee := r.byFunc[obj]; callee != nil {
			return r.needed[callee.fd]
		}
		return r.concernsAbroad(obj)
	}
	return false
}

// concernsAbroad is concerns for a function without a body in the package.
func (r *relevant) concernsAbroad(fn *types.Func) bool {
	is, known := r.foreign[fn]
	if !known {
		is = nethttp.EffectOf(fn) != nethttp.NoEffect || r.carrier.carries(fn.Signature()) || fn.Pkg() != r.pass.Pkg && r.others.has(fn)
		r.foreign[fn] = is
	}
	return is
}

// activate finds what holds clients behind functions and interfaces, which the types do not tell: fields and package variables
// for functions that code which matters puts some into, interfaces of types with methods that matter, and such types where
// others embed them. It reports whether there are new ones.
func (r *relevant) activate() bool {
	before := len(r.carrier.active) + len(r.queues)
	for _, d := range r.all {
		if !r.counts(d) {
			continue
		}
		for _, v := range d.holders {
			r.queues[v] = true
		}
		for _, obj := range d.mentions {
			v, ok := obj.(*types.Var)
			if !ok || v.Pkg() != r.pass.Pkg || !holdsFuncs(v.Type(), maxDepth) {
				continue
			}
			switch {
			case v.IsField():
				r.carrier.active[fieldKey(v)] = true
			case v.Parent() == r.pass.Pkg.Scope():
				r.queues[v] = true
			}
		}
	}
	for name := range r.called {
		if len(r.within[name]) > 0 {
			r.carrier.active[typeKey(name.Type())] = true
		}
	}
	scope := r.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || r.carrier.active[typeKey(tn.Type())] {
			continue
		}
		if i, ok := tn.Type().Underlying().(*types.Interface); ok && i.NumMethods() > 0 && r.isActive(i) {
			r.carrier.active[typeKey(tn.Type())] = true
		}
	}
	r.carrier.forget()
	clear(r.foreign)
	return len(r.carrier.active)+len(r.queues) > before
}

// isActive reports whether a type implements the interface with a method that matters.
func (r *relevant) isActive(i *types.Interface) bool {
	for name, methods := range r.called {
		for m := range i.Methods() {
			if slices.Contains(methods, m.Name()) && r.implements(name, i) {
				return true
			}
		}
	}
	return false
}

// implements reports whether the type, or one that embeds it, implements the interface.
func (r *relevant) implements(name *types.TypeName, i *types.Interface) bool {
	is := func(tn *types.TypeName) bool { return types.Implements(types.NewPointer(tn.Type()), i) }
	return is(name) || slices.ContainsFunc(r.within[name], is)
}

// holdsFuncs reports whether values of the type are functions, or hold some.
func holdsFuncs(t types.Type, depth int) bool {
	if depth == 0 {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Slice:
		return holdsFuncs(u.Elem(), depth-1)
	case *types.Map:
		return holdsFuncs(u.Elem(), depth-1)
	case *types.Chan:
		return holdsFuncs(u.Elem(), depth-1)
	}
	return false
}
