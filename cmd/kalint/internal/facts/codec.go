package facts

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"io"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A packageFacts is how one package's facts are written.
type packageFacts struct {
	Path  string
	Facts []record
}

// A record is how one fact is written.
type record struct {
	Object objectpath.Path // empty for a fact about the package
	Fact   analysis.Fact
}

// Register makes the types of facts known to the codec. The order fixes the
// numbers that gob gives to types: called with the same list before anything
// else is written, the same facts become the same bytes. To call it again is
// cheap.
func Register(types []analysis.Fact) error {
	types = slices.DeleteFunc(slices.Clone(types), func(f analysis.Fact) bool { return registered[reflect.TypeOf(f)] })
	if len(types) == 0 {
		return nil
	}
	enc := gob.NewEncoder(io.Discard)
	if err := enc.Encode([]packageFacts{}); err != nil {
		return err
	}
	for _, fact := range types {
		gob.Register(fact)
		if err := enc.Encode(reflect.New(reflect.TypeOf(fact).Elem()).Interface()); err != nil {
			return fmt.Errorf("facts of type %T cannot be written: %v", fact, err)
		}
		registered[reflect.TypeOf(fact)] = true
	}
	return nil
}

var registered = make(map[reflect.Type]bool)

// Encode returns the facts that importers of the package may need, nil when
// there is none. What was learned of other packages goes along where it is about
// types, methods and fields, because these get around without an import.
func (s *Store) Encode() ([]byte, error) {
	var enc objectpath.Encoder
	byPath := make(map[string][]record)
	for k, fact := range s.facts {
		if !s.needed(k) {
			continue
		}
		r := record{Fact: fact}
		if k.obj != nil {
			path, err := enc.For(k.obj)
			if err != nil {
				continue // no other package can name it
			}
			r.Object = path
		}
		byPath[k.pkg.Path()] = append(byPath[k.pkg.Path()], r)
	}
	if len(byPath) == 0 {
		return nil, nil
	}
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(sorted(byPath)); err != nil {
		return nil, fmt.Errorf("cannot write the facts of %s: %v", s.pkg.Path(), err)
	}
	return buf.Bytes(), nil
}

// needed reports whether an importer of the store's package could ask for a fact.
func (s *Store) needed(k key) bool {
	if k.obj == nil {
		return k.pkg == s.pkg
	}
	if _, ok := k.obj.(*types.TypeName); ok {
		return true
	}
	if k.pkg == s.pkg {
		_, isFunc := k.obj.(*types.Func)
		return !isFunc || k.obj.Exported()
	}
	return k.obj.Parent() != k.pkg.Scope()
}

// sorted puts facts in an order that depends on nothing but them.
func sorted(byPath map[string][]record) []packageFacts {
	out := make([]packageFacts, 0, len(byPath))
	for path, records := range byPath {
		slices.SortFunc(records, func(a, b record) int {
			return cmp.Or(cmp.Compare(a.Object, b.Object), cmp.Compare(fmt.Sprintf("%T", a.Fact), fmt.Sprintf("%T", b.Fact)))
		})
		out = append(out, packageFacts{path, records})
	}
	slices.SortFunc(out, func(a, b packageFacts) int { return cmp.Compare(a.Path, b.Path) })
	return out
}

// Decode adds the facts that the analysis of the package called from wrote.
// The map holds every package that the store's package can see; facts about
// others, and about objects that export data leaves out, are of no use to it.
func (s *Store) Decode(from string, data []byte, seen map[string]*types.Package) error {
	if len(data) == 0 {
		return nil
	}
	var in []packageFacts
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&in); err != nil {
		return fmt.Errorf("cannot read the facts of %s: %v", from, err)
	}
	for _, pf := range in {
		if pkg := seen[pf.Path]; pkg != nil {
			s.add(pkg, pf.Facts, pf.Path == from)
		}
	}
	return nil
}

// add takes in facts about one package; those of the package itself go before
// what others hand on.
func (s *Store) add(pkg *types.Package, records []record, own bool) {
	for _, r := range records {
		k := key{pkg: pkg, typ: reflect.TypeOf(r.Fact)}
		if r.Object != "" {
			obj, err := objectpath.Object(pkg, r.Object)
			if err != nil {
				continue
			}
			k.obj = obj
		}
		if _, dup := s.facts[k]; own || !dup {
			s.facts[k] = r.Fact
		}
	}
}
