// Package facts keeps what analyzers learn about packages and their objects,
// for the packages that import them.
package facts

import (
	"fmt"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
)

// A Store holds the facts that one package's analysis sees: those that came in
// with its imports, and its own. It is not safe for concurrent use.
type Store struct {
	pkg   *types.Package
	facts map[key]analysis.Fact
}

// A key is what a fact hangs on; obj is nil for a package's fact.
type key struct {
	pkg *types.Package
	obj types.Object
	typ reflect.Type
}

// NewStore returns an empty store for the analysis of pkg.
func NewStore(pkg *types.Package) *Store {
	return &Store{pkg: pkg, facts: make(map[key]analysis.Fact)}
}

// ImportObjectFact implements analysis.Pass.
func (s *Store) ImportObjectFact(obj types.Object, ptr analysis.Fact) bool {
	if obj == nil {
		panic("ImportObjectFact of a nil object")
	}
	return s.load(key{obj.Pkg(), obj, reflect.TypeOf(ptr)}, ptr)
}

// ImportPackageFact implements analysis.Pass.
func (s *Store) ImportPackageFact(pkg *types.Package, ptr analysis.Fact) bool {
	if pkg == nil {
		panic("ImportPackageFact of a nil package")
	}
	return s.load(key{pkg, nil, reflect.TypeOf(ptr)}, ptr)
}

func (s *Store) load(k key, ptr analysis.Fact) bool {
	fact, ok := s.facts[k]
	if ok {
		reflect.ValueOf(ptr).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

// ExportObjectFact implements analysis.Pass.
func (s *Store) ExportObjectFact(obj types.Object, fact analysis.Fact) {
	if obj == nil || obj.Pkg() != s.pkg {
		panic(fmt.Sprintf("package %s exports a fact about %v, which is another package's", s.pkg.Path(), obj))
	}
	s.facts[key{s.pkg, obj, reflect.TypeOf(fact)}] = fact
}

// ExportPackageFact implements analysis.Pass.
func (s *Store) ExportPackageFact(fact analysis.Fact) {
	s.facts[key{s.pkg, nil, reflect.TypeOf(fact)}] = fact
}

// ObjectFacts returns a copy of the facts about objects that are of one of the types given.
func (s *Store) ObjectFacts(of []analysis.Fact) []analysis.ObjectFact {
	var out []analysis.ObjectFact
	for k, fact := range s.facts {
		if k.obj != nil && isOf(k.typ, of) {
			out = append(out, analysis.ObjectFact{Object: k.obj, Fact: fact})
		}
	}
	return out
}

// PackageFacts returns a copy of the facts about packages that are of one of the types given.
func (s *Store) PackageFacts(of []analysis.Fact) []analysis.PackageFact {
	var out []analysis.PackageFact
	for k, fact := range s.facts {
		if k.obj == nil && isOf(k.typ, of) {
			out = append(out, analysis.PackageFact{Package: k.pkg, Fact: fact})
		}
	}
	return out
}

func isOf(t reflect.Type, of []analysis.Fact) bool {
	for _, fact := range of {
		if reflect.TypeOf(fact) == t {
			return true
		}
	}
	return false
}
