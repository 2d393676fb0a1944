package exportdata

import (
	"go/token"
	"go/types"
	"slices"
)

// The kinds of objects.
const (
	aliasObject = iota
	constObject
	typeObject
	funcObject
	varObject
	stubObject // of no package that is compiled
)

// object returns an object, which is declared in its package if it was not yet.
func (d *decoder) object(i uint64) types.Object {
	if obj := d.declared[i]; obj != nil {
		return obj
	}
	e := d.open(nameSection, i)
	pkg, name := d.ident(&e)
	kind := e.number()
	d.close(&e)
	scope := types.Universe
	if pkg != nil {
		scope = pkg.Scope()
	}
	obj := scope.Lookup(name)
	if obj == nil {
		obj = d.declare(i, kind, pkg, name)
	}
	d.declared[i] = obj
	return obj
}

// declare makes an object.
func (d *decoder) declare(i, kind uint64, pkg *types.Package, name string) (obj types.Object) {
	if pkg == nil {
		panic("unknown object " + name)
	}
	if kind == typeObject { // the rest is read later
		obj := types.NewTypeName(token.NoPos, pkg, name, nil)
		d.unfinished = append(d.unfinished, unfinished{i, types.NewNamed(obj, nil, nil)})
		pkg.Scope().Insert(obj)
		return obj
	}
	dict := d.dict(i)
	e := d.open(objectSection, i)
	defer d.close(&e)
	skipPos(&e)
	switch kind {
	case aliasObject:
		params := d.typeParams(&e, dict, dict.own, &dict.params)
		typ := d.typ(&e, dict)
		name := types.NewTypeName(token.NoPos, pkg, name, nil)
		types.NewAlias(name, typ).SetTypeParams(params)
		obj = name
	case constObject:
		typ := d.typ(&e, dict)
		obj = types.NewConst(token.NoPos, pkg, name, typ, d.constant(&e))
	case funcObject:
		if d.data.version >= genericMethods && e.bool() {
			panic("a generic method among the functions")
		}
		params := d.typeParams(&e, dict, dict.own, &dict.params)
		obj = types.NewFunc(token.NoPos, pkg, name, d.signature(&e, dict, nil, nil, params))
	case varObject:
		v := types.NewVar(token.NoPos, pkg, name, d.typ(&e, dict))
		v.SetKind(types.PackageVar)
		obj = v
	default:
		panic("unknown kind of object")
	}
	pkg.Scope().Insert(obj)
	return obj
}

// complete gives a declared type its parameters, what it is made of, and its
// methods.
func (d *decoder) complete(u unfinished) {
	dict := d.dict(u.number)
	e := d.open(objectSection, u.number)
	defer d.close(&e)
	skipPos(&e)
	u.named.SetTypeParams(d.typeParams(&e, dict, dict.own, &dict.params))
	u.named.SetUnderlying(d.underlying(&e, dict, u.named))
	var methods []method
	for range e.count() {
		methods = append(methods, d.method(&e, dict))
	}
	if d.data.version >= genericMethods {
		for range e.count() {
			methods = append(methods, d.genericMethod(e.reference(e.refs, objectSection)))
		}
	}
	if d.data.version >= methodOrder {
		slices.SortFunc(methods, func(a, b method) int { return a.place - b.place })
	}
	for _, m := range methods {
		u.named.AddMethod(m.fn)
	}
}

// A method has a place among those of its type.
type method struct {
	fn    *types.Func
	place int
}

func (d *decoder) method(e *opened, dict *dict) (m method) {
	if d.data.version >= methodOrder {
		m.place = int(e.number())
	}
	skipPos(e)
	pkg, name := d.ident(e)
	params := d.typeParams(e, dict, dict.own, &dict.params)
	recv := d.receiver(e, dict)
	m.fn = types.NewFunc(token.NoPos, pkg, name, d.signature(e, dict, recv, params, nil))
	skipPos(e)
	return m
}

// genericMethod reads a method with type parameters of its own, which is an
// object by itself.
func (d *decoder) genericMethod(i uint64) (m method) {
	dict := d.dict(i)
	e := d.open(objectSection, i)
	defer d.close(&e)
	skipPos(&e)
	if !e.bool() {
		panic("a function among the generic methods")
	}
	pkg, name := d.ident(&e)
	ofReceiver := d.typeParams(&e, dict, dict.receiver, &dict.ofReceiver)
	recv := d.receiver(&e, dict)
	if d.data.version >= methodOrder {
		m.place = int(e.number())
	}
	params := d.typeParams(&e, dict, dict.own, &dict.params)
	m.fn = types.NewFunc(token.NoPos, pkg, name, d.signature(&e, dict, recv, ofReceiver, params))
	return m
}
