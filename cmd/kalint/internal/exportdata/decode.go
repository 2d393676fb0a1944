package exportdata

import (
	"cmp"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// A decoder makes types of one package's data. A declared type is made at once
// where it is named, and what it is made of later: so no path through the types
// is too deep, and a type may be made of itself.
type decoder struct {
	*Room
	data   *unified
	path   string // of the package
	known  map[string]*types.Package
	bounds []bound
	ifaces []*types.Interface
	plain  dict // of what has no type parameters
	depth  int  // the types that are being made
}

// An unfinished type has a name, and no more yet.
type unfinished struct {
	number uint64 // of its object
	named  *types.Named
}

// A bound is what a type parameter's arguments have to be.
type bound struct {
	param *types.TypeParam
	is    types.Type
}

// A dict is the types that hang on the type parameters of an object.
type dict struct {
	own, receiver []typeRef // the bounds of the object's parameters, and of its receiver's
	params        []*types.TypeParam
	ofReceiver    []*types.TypeParam
	derived       []uint64     // the numbers of types that are made with parameters
	types         []types.Type // those that are made already
}

// A typeRef names a type: by its number, or by its place in the dict.
type typeRef struct {
	number  uint64
	derived bool
}

func newDecoder(data *unified, room *Room, path string, known map[string]*types.Package) *decoder {
	room.packages = empty(room.packages, data.sections[packageSection].len())
	room.types = empty(room.types, data.sections[typeSection].len())
	room.params = empty(room.params, len(room.types))
	room.declared = empty(room.declared, data.sections[objectSection].len())
	room.references, room.unfinished = room.references[:0], room.unfinished[:0]
	return &decoder{Room: room, data: data, path: path, known: known}
}

// empty returns room for n values.
func empty[T any](room []T, n int) []T {
	if cap(room) < n {
		return make([]T, n, n+n/2)
	}
	room = room[:n]
	clear(room)
	return room
}

// An opened element is one that is being read, with its references.
type opened struct {
	element
	refs  []reference
	below int // references of others that are being read
}

func (d *decoder) open(section int, i uint64) opened {
	below := len(d.references)
	e, refs := d.data.open(section, i, d.references)
	d.references = refs
	return opened{e, refs[below:], below}
}

func (d *decoder) close(e *opened) { d.references = d.references[:e.below] }

// string reads a name; it is made once only.
func (d *decoder) string(e *opened) string {
	text := d.data.text(e.reference(e.refs, stringSection))
	name, ok := d.names[string(text)]
	if !ok {
		name = string(text)
		d.names[name] = name
	}
	return name
}

// skipPos reads where something is declared. Nobody asks for that of an import.
func skipPos(e *opened) {
	if e.bool() {
		e.number() // the file
		e.number() // the line
		e.number() // the column
	}
}

// pkg returns a package; nil if it is the one of what is declared nowhere.
func (d *decoder) pkg(i uint64) *types.Package {
	if pkg := d.packages[i]; pkg != nil {
		return pkg
	}
	path, name := d.data.names(packageSection, i)
	pkg := d.byPath(string(path), name)
	d.packages[i] = pkg
	return pkg
}

func (d *decoder) byPath(path string, name []byte) *types.Package {
	switch path {
	case "builtin":
		return nil
	case "unsafe":
		return types.Unsafe
	case "", "main": // so the compiler calls the one that it compiles
		path = d.path
	}
	pkg := d.known[path]
	if pkg == nil {
		pkg = types.NewPackage(path, string(name))
		d.known[path] = pkg
	}
	return pkg
}

// ident reads a name and the package that it is of.
func (d *decoder) ident(e *opened) (*types.Package, string) {
	pkg := d.pkg(e.reference(e.refs, packageSection))
	return pkg, d.string(e)
}

// all makes the package with the objects that are wanted.
func (d *decoder) all(wanted func(name string) bool) *types.Package {
	root := d.open(metaSection, 0)
	pkg := d.pkg(root.reference(root.refs, packageSection))
	for range root.count() {
		n := root.reference(root.refs, objectSection)
		if root.number() != 0 {
			panic("a declaration with type arguments")
		}
		if _, name := d.data.names(nameSection, n); wanted(string(name)) && isGlobal(name) {
			d.object(n)
		}
	}
	d.finish(pkg)
	return pkg
}

// finish makes what the types are made of.
func (d *decoder) finish(pkg *types.Package) {
	for len(d.unfinished) > 0 {
		next := d.unfinished[len(d.unfinished)-1]
		d.unfinished = d.unfinished[:len(d.unfinished)-1]
		d.complete(next)
	}
	for _, b := range d.bounds {
		b.param.SetConstraint(b.is)
	}
	for _, i := range d.ifaces {
		i.Complete()
	}
	imports := make(map[*types.Package]bool)
	for _, list := range [][]*types.Package{pkg.Imports(), d.packages} {
		for _, p := range list {
			if p != nil && p != pkg {
				imports[p] = true
			}
		}
	}
	pkg.SetImports(slices.SortedFunc(maps.Keys(imports), func(a, b *types.Package) int { return cmp.Compare(a.Path(), b.Path()) }))
	pkg.MarkComplete()
}

// typeParams reads the names of type parameters, whose bounds are given.
func (d *decoder) typeParams(e *opened, dict *dict, bounds []typeRef, params *[]*types.TypeParam) []*types.TypeParam {
	if len(bounds) == 0 {
		return nil
	}
	out := make([]*types.TypeParam, len(bounds))
	*params = out
	for i := range out {
		skipPos(e)
		pkg, name := d.ident(e)
		out[i] = types.NewTypeParam(types.NewTypeName(token.NoPos, pkg, name, nil), nil)
	}
	for i, b := range bounds { // which may have to do with all of the parameters
		d.bounds = append(d.bounds, bound{out[i], d.typeOf(b, dict)})
	}
	return out
}

// dict reads the dict of an object.
func (d *decoder) dict(i uint64) *dict {
	e := d.open(objectDictSection, i)
	defer d.close(&e)
	if e.number() != 0 { // type parameters of a function around it
		panic("unexpected type parameters")
	}
	receiver := 0
	if d.data.version >= genericMethods {
		receiver = e.count()
	}
	own := e.count()
	ofReceiver, ofOwn := d.typeRefs(&e, receiver), d.typeRefs(&e, own)
	n := e.count()
	if receiver+own+n == 0 {
		return &d.plain
	}
	out := &dict{own: ofOwn, receiver: ofReceiver, derived: make([]uint64, n), types: make([]types.Type, n)}
	for i := range out.derived {
		out.derived[i] = e.reference(e.refs, typeSection)
	}
	return out
}

func (d *decoder) typeRefs(e *opened, n int) []typeRef {
	var out []typeRef
	for range n {
		out = append(out, d.typeRef(e))
	}
	return out
}
