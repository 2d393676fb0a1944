package facts

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A record is one fact with what it hangs on.
type record struct {
	object objectpath.Path // empty for a fact about the package
	fact   analysis.Fact
}

// Register makes the types of facts known to the codec, which numbers them in
// the order in which they come: who reads has to register the same as who wrote.
func Register(types []analysis.Fact) error {
	for _, fact := range types {
		t := reflect.TypeOf(fact)
		if _, known := numbers[t]; known {
			continue
		}
		if err := writable(t, nil); err != nil {
			return fmt.Errorf("facts of type %T cannot be written: %v", fact, err)
		}
		numbers[t] = len(registered)
		registered = append(registered, t.Elem())
	}
	return nil
}

var (
	registered []reflect.Type // what the facts point to
	numbers    = make(map[reflect.Type]int)
)

// magic begins what Encode returns, so that no other file is taken for it.
const magic = "kalint facts\n"

// Encode returns the facts that importers of the package may need, nil when
// there is none. What was learned of other packages goes along where it is about
// types, methods and fields, because these get around without an import.
func (s *Store) Encode() ([]byte, error) {
	byPath, err := s.records()
	if err != nil || len(byPath) == 0 {
		return nil, err
	}
	var all []byte
	for _, path := range slices.Sorted(maps.Keys(byPath)) {
		block := appendRecords(nil, byPath[path])
		all = appendString(all, path)
		all = append(binary.AppendUvarint(all, uint64(len(block))), block...)
	}
	out := binary.AppendUvarint([]byte(magic), uint64(len(all)))
	return append(out, all...), nil
}

// records returns the facts that are to be written, by the paths of packages.
func (s *Store) records() (map[string][]record, error) {
	var enc objectpath.Encoder
	byPath := make(map[string][]record)
	for k, fact := range s.facts {
		if !s.needed(k) {
			continue
		}
		if _, known := numbers[k.typ]; !known {
			return nil, fmt.Errorf("cannot write the facts of %s: type %T is not registered", s.pkg.Path(), fact)
		}
		r := record{fact: fact}
		if k.obj != nil {
			path, err := enc.For(k.obj)
			if err != nil {
				continue // no other package can name it
			}
			r.object = path
		}
		byPath[k.pkg.Path()] = append(byPath[k.pkg.Path()], r)
	}
	return byPath, nil
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

// appendRecords appends one package's facts in an order that depends on nothing
// but them.
func appendRecords(buf []byte, records []record) []byte {
	number := func(r record) int { return numbers[reflect.TypeOf(r.fact)] }
	slices.SortFunc(records, func(a, b record) int {
		return cmp.Or(strings.Compare(string(a.object), string(b.object)), cmp.Compare(number(a), number(b)))
	})
	for _, r := range records {
		buf = appendString(buf, string(r.object))
		buf = binary.AppendUvarint(buf, uint64(number(r)))
		buf = appendValue(buf, reflect.ValueOf(r.fact).Elem())
	}
	return buf
}

// Decode adds the facts that the analysis of the package called from wrote.
// The map holds every package that the store's package can see; facts about
// others, and about objects that export data leaves out, are of no use to it.
func (s *Store) Decode(from string, data []byte, seen map[string]*types.Package) error {
	if len(data) == 0 {
		return nil
	}
	in := reader{}
	if all, ok := strings.CutPrefix(string(data), magic); ok {
		in.data = all
	}
	if in.count() != len(in.data) || len(in.data) == 0 {
		in.fail()
	}
	for in.err == nil && len(in.data) > 0 {
		path := in.string()
		block := reader{data: in.string()}
		if pkg := seen[path]; pkg != nil && in.err == nil {
			s.add(pkg, &block, path == from)
			in.err = block.err
		}
	}
	if in.err != nil {
		return fmt.Errorf("cannot read the facts of %s: %v", from, in.err)
	}
	return nil
}

// add takes in facts about one package; those of the package itself go before
// what others hand on.
func (s *Store) add(pkg *types.Package, in *reader, own bool) {
	for len(in.data) > 0 {
		path := objectpath.Path(in.string())
		n := in.uint()
		if n >= uint64(len(registered)) {
			in.fail()
			return
		}
		fact := reflect.New(registered[n])
		in.value(fact.Elem())
		if in.err != nil {
			return
		}
		k := key{pkg: pkg, typ: fact.Type()}
		if path != "" {
			obj, err := objectpath.Object(pkg, path)
			if err != nil {
				continue
			}
			k.obj = obj
		}
		if _, dup := s.facts[k]; own || !dup {
			s.facts[k] = fact.Interface().(analysis.Fact)
		}
	}
}
