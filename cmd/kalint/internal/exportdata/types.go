package exportdata

import (
	"go/token"
	"go/types"
)

// The kinds of types.
const (
	basicType = iota
	namedType
	pointerType
	sliceType
	arrayType
	chanType
	mapType
	signatureType
	structType
	interfaceType
	unionType
	typeParamType
)

func (d *decoder) typeRef(e *opened) typeRef {
	if e.bool() {
		return typeRef{e.number(), true}
	}
	return typeRef{e.reference(e.refs, typeSection), false}
}

func (d *decoder) typ(e *opened, dict *dict) types.Type { return d.typeOf(d.typeRef(e), dict) }

const maxDepth = 1000 // types in each other, none of which is declared

// typeOf returns a type, made once.
func (d *decoder) typeOf(ref typeRef, dict *dict) types.Type {
	number, made := ref.number, d.types
	if ref.derived {
		number, made = dict.derived[number], dict.types
	}
	if made[ref.number] == nil {
		if d.depth++; d.depth > maxDepth {
			panic(ErrEndless)
		}
		e := d.open(typeSection, number)
		typ := d.make(&e, e.number(), dict)
		d.close(&e)
		d.depth--
		if made[ref.number] == nil { // else it is a part of itself, and was made on the way
			made[ref.number] = typ
		}
	}
	return made[ref.number]
}

// underlying reads what a declared type is made of. The methods of an interface
// have the declared type as their receiver.
func (d *decoder) underlying(e *opened, dict *dict, named *types.Named) types.Type {
	ref := d.typeRef(e)
	number := ref.number
	if ref.derived {
		number = dict.derived[number]
	}
	of := d.open(typeSection, number)
	defer d.close(&of)
	if of.number() == interfaceType {
		return d.interfaceType(&of, dict, named)
	}
	return d.typeOf(ref, dict).Underlying() // of any, which is an alias
}

// make makes a type of some kind.
func (d *decoder) make(e *opened, kind uint64, dict *dict) types.Type {
	switch kind {
	case basicType:
		return types.Typ[e.number()]
	case namedType:
		return d.named(e, dict)
	case pointerType:
		return types.NewPointer(d.typ(e, dict))
	case sliceType:
		return types.NewSlice(d.typ(e, dict))
	case arrayType:
		n := int64(e.number())
		return types.NewArray(d.typ(e, dict), n)
	case chanType:
		dir := types.ChanDir(e.number())
		return types.NewChan(dir, d.typ(e, dict))
	case mapType:
		k := d.typ(e, dict)
		return types.NewMap(k, d.typ(e, dict))
	case signatureType:
		return d.signature(e, dict, nil, nil, nil)
	case structType:
		return d.structType(e, dict)
	case interfaceType:
		return d.interfaceType(e, dict, nil)
	case unionType:
		return d.unionType(e, dict)
	case typeParamType:
		n := e.number()
		if own := uint64(len(dict.receiver)); n >= own {
			return dict.params[n-own]
		}
		return dict.ofReceiver[n]
	}
	panic("unknown kind of type")
}

// named reads a declared type, with its type arguments.
func (d *decoder) named(e *opened, dict *dict) types.Type {
	typ := d.object(e.reference(e.refs, objectSection)).(*types.TypeName).Type()
	n := e.count()
	if n == 0 {
		return typ
	}
	args := make([]types.Type, n)
	for i := range args {
		args[i] = d.typ(e, dict)
	}
	instance, err := types.Instantiate(nil, typ, args, false)
	if err != nil {
		panic(err)
	}
	return instance
}

func (d *decoder) structType(e *opened, dict *dict) types.Type {
	fields := make([]*types.Var, e.count())
	var tags []string
	for i := range fields {
		skipPos(e)
		pkg, name := d.ident(e)
		typ := d.typ(e, dict)
		tag := d.string(e)
		fields[i] = types.NewField(token.NoPos, pkg, name, typ, e.bool())
		if tag != "" {
			if tags == nil {
				tags = make([]string, len(fields))
			}
			tags[i] = tag
		}
	}
	return types.NewStruct(fields, tags)
}

func (d *decoder) unionType(e *opened, dict *dict) types.Type {
	terms := make([]*types.Term, e.count())
	for i := range terms {
		tilde := e.bool()
		terms[i] = types.NewTerm(tilde, d.typ(e, dict))
	}
	return types.NewUnion(terms)
}

// interfaceType reads an interface; its methods' receivers are of the type given,
// or else of the interface itself.
func (d *decoder) interfaceType(e *opened, dict *dict, named *types.Named) types.Type {
	methods := make([]*types.Func, e.count())
	embedded := make([]types.Type, e.count())
	implicit := len(methods) == 0 && len(embedded) == 1 && e.bool()
	for i := range methods {
		skipPos(e)
		pkg, name := d.ident(e)
		var recv *types.Var
		if named != nil {
			recv = types.NewVar(token.NoPos, pkg, "", named)
			recv.SetKind(types.RecvVar)
		}
		methods[i] = types.NewFunc(token.NoPos, pkg, name, d.signature(e, dict, recv, nil, nil))
	}
	for i := range embedded {
		embedded[i] = d.typ(e, dict)
	}
	out := types.NewInterfaceType(methods, embedded)
	if implicit {
		out.MarkImplicit()
	}
	d.ifaces = append(d.ifaces, out)
	return out
}

func (d *decoder) signature(e *opened, dict *dict, recv *types.Var, ofReceiver, own []*types.TypeParam) *types.Signature {
	params := d.tuple(e, dict)
	results := d.tuple(e, dict)
	return types.NewSignatureType(recv, ofReceiver, own, params, results, e.bool())
}

func (d *decoder) tuple(e *opened, dict *dict) *types.Tuple {
	n := e.count()
	if n == 0 {
		return nil
	}
	params := make([]*types.Var, n)
	for i := range params {
		params[i] = d.param(e, dict)
	}
	return types.NewTuple(params...)
}

// param reads a parameter. It has no name, which nobody asks for of an import, so
// that one is enough for each type.
func (d *decoder) param(e *opened, dict *dict) *types.Var {
	pkg, ref := d.unnamed(e)
	typ := d.typeOf(ref, dict)
	if ref.derived {
		return types.NewParam(token.NoPos, pkg, "", typ)
	}
	if d.params[ref.number] == nil {
		d.params[ref.number] = types.NewParam(token.NoPos, pkg, "", typ)
	}
	return d.params[ref.number]
}

// receiver reads a method's receiver.
func (d *decoder) receiver(e *opened, dict *dict) *types.Var {
	pkg, ref := d.unnamed(e)
	recv := types.NewVar(token.NoPos, pkg, "", d.typeOf(ref, dict))
	recv.SetKind(types.RecvVar)
	return recv
}

// unnamed reads a parameter but for its name.
func (d *decoder) unnamed(e *opened) (*types.Package, typeRef) {
	skipPos(e)
	pkg := d.pkg(e.reference(e.refs, packageSection))
	e.number()
	return pkg, d.typeRef(e)
}
