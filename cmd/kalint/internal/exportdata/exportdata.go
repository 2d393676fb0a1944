// Package exportdata cuts down what the compiler wrote about a package to what
// one importer can ask for: to decode all of it would be most of the work on a
// small package that imports large ones.
package exportdata

import (
	"io"
	"math"
	"slices"

	"golang.org/x/tools/go/gcexportdata"
)

// A Package is what the compiler wrote about a package.
type Package struct {
	raw      []byte   // if it is of a format that is not known here, or spoilt
	data     *unified // else
	root     root
	name     string
	packages [][]byte
}

// Read reads a compiled package; the bodies of its functions are left where
// they are.
func Read(r io.Reader) (p *Package, err error) {
	r, err = gcexportdata.NewReader(r)
	if err != nil {
		return nil, err
	}
	limited, ok := r.(*io.LimitedReader) // else it is in no archive, and of another format
	if !ok {
		limited = &io.LimitedReader{R: r, N: math.MaxInt64}
	}
	in := &input{r: limited}
	p = new(Package)
	defer func() {
		if recover() != nil { // whoever decodes it has the words for that
			p = new(Package)
			p.raw, err = in.all()
		}
	}()
	if ok {
		p.data = parse(in)
	}
	if p.data == nil {
		p.raw, err = in.all()
		return p, err
	}
	p.root, p.packages = p.data.root(), p.data.packages()
	_, name := p.data.names(packageSection, p.root.pkg)
	p.name = string(name)
	return p, nil
}

// Name returns the name in the package's clause; an empty one if the format is
// not known.
func (p *Package) Name() string { return p.name }

// Mentions reports whether something in the package may be of the package with
// that path, or is of a type that has to do with it.
func (p *Package) Mentions(path string) bool {
	return p.data == nil || slices.ContainsFunc(p.packages, func(p []byte) bool { return string(p) == path })
}

// All returns the data as it was, but for function bodies.
func (p *Package) All() []byte {
	if p.data == nil {
		return p.raw
	}
	return p.data.with(p.root)
}

// Only returns the data with those of the package's objects that have one of the
// names, and with all that they refer to.
func (p *Package) Only(names map[string]bool) []byte {
	if p.data == nil {
		return p.raw
	}
	some := root{pkg: p.root.pkg}
	for _, obj := range p.root.objects {
		if names[string(obj.name)] {
			some.objects = append(some.objects, obj)
		}
	}
	return p.data.with(some)
}
