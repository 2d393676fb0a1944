package exportdata

import (
	"fmt"
	"go/types"
	"strings"
)

// A speller spells objects in full: what their types are made of, to the last, as
// far as that is declared in the packages given; but for the names of parameters.
type speller struct {
	strings.Builder
	within map[*types.Package]bool
	seen   map[types.Object]bool
	queue  []types.Object
}

// spell spells an object and all that it leads to.
func spell(obj types.Object, within ...*types.Package) string {
	s := speller{within: map[*types.Package]bool{obj.Pkg(): true}, seen: make(map[types.Object]bool), queue: []types.Object{obj}}
	for _, pkg := range within {
		s.within[pkg] = true
	}
	for len(s.queue) > 0 {
		next := s.queue[0]
		s.queue = s.queue[1:]
		s.object(next)
	}
	return s.String()
}

func (s *speller) printf(format string, args ...any) { fmt.Fprintf(s, format, args...) }

func (s *speller) object(obj types.Object) {
	s.printf("\n%T %s.%s ", obj, obj.Pkg().Path(), obj.Name())
	switch obj := obj.(type) {
	case *types.Const:
		s.printf("= %s ", obj.Val().ExactString())
	case *types.Var:
		s.printf("(%s) ", obj.Kind())
	case *types.TypeName:
		s.declared(obj)
		return
	}
	s.typ(obj.Type())
}

// declared spells what a type is made of.
func (s *speller) declared(obj *types.TypeName) {
	if alias, ok := obj.Type().(*types.Alias); ok {
		s.params(alias.TypeParams())
		s.printf("= ")
		s.typ(alias.Rhs())
		return
	}
	named, ok := obj.Type().(*types.Named)
	if !ok {
		return
	}
	s.params(named.TypeParams())
	s.typ(named.Underlying())
	for m := range named.Methods() {
		s.printf("\n\t%s ", m.Id())
		s.method(m)
	}
}

func (s *speller) method(m *types.Func) {
	sig := m.Signature()
	s.printf("(")
	s.typ(sig.Recv().Type())
	s.printf(") ")
	s.params(sig.RecvTypeParams())
	s.typ(sig)
}

func (s *speller) params(list *types.TypeParamList) {
	for p := range list.TypeParams() {
		s.printf("[%s#%d ", p.Obj().Id(), p.Index())
		s.typ(p.Constraint())
		s.printf("] ")
	}
}

func (s *speller) name(obj *types.TypeName, args *types.TypeList) {
	if obj.Pkg() != nil && s.within[obj.Pkg()] && !s.seen[obj] {
		s.seen[obj] = true
		s.queue = append(s.queue, obj)
	}
	s.printf("%s ", types.TypeString(obj.Type(), nil))
	for arg := range args.Types() {
		s.printf("<")
		s.typ(arg)
		s.printf(">")
	}
}

func (s *speller) typ(t types.Type) {
	switch t := t.(type) {
	case *types.Named:
		s.name(t.Origin().Obj(), t.TypeArgs())
	case *types.Alias:
		s.name(t.Origin().Obj(), t.TypeArgs())
	case *types.TypeParam:
		s.printf("%s#%d ", t.Obj().Id(), t.Index())
	case *types.Signature:
		s.params(t.TypeParams())
		s.printf("func %t(", t.Variadic())
		for v := range t.Params().Variables() {
			s.typ(v.Type())
		}
		s.printf(") ")
		for v := range t.Results().Variables() {
			s.typ(v.Type())
		}
		s.printf("; ")
	case *types.Struct:
		for i := range t.NumFields() {
			s.printf("{%s %t %q %s ", t.Field(i).Id(), t.Field(i).Embedded(), t.Tag(i), t.Field(i).Kind())
			s.typ(t.Field(i).Type())
			s.printf("} ")
		}
	case *types.Interface:
		s.iface(t)
	case *types.Union:
		for term := range t.Terms() {
			s.printf("|%t ", term.Tilde())
			s.typ(term.Type())
		}
	case *types.Basic:
		s.printf("%s ", t.Name())
	case *types.Map:
		s.printf("map ")
		s.typ(t.Key())
		s.typ(t.Elem())
	case *types.Array:
		s.printf("[%d] ", t.Len())
		s.typ(t.Elem())
	case *types.Chan:
		s.printf("chan %d ", t.Dir())
		s.typ(t.Elem())
	case interface{ Elem() types.Type }:
		s.printf("%T ", t)
		s.typ(t.Elem())
	default:
		panic(fmt.Sprintf("no spelling of %T", t))
	}
}

func (s *speller) iface(t *types.Interface) {
	s.printf("interface %t %d ", t.IsImplicit(), t.NumMethods())
	for m := range t.ExplicitMethods() {
		s.printf("%s ", m.Id())
		if _, ok := m.Signature().Recv().Type().(*types.Interface); ok {
			s.typ(m.Signature()) // the receiver is the interface itself
		} else {
			s.method(m)
		}
	}
	for e := range t.EmbeddedTypes() {
		s.printf("+")
		s.typ(e)
	}
}
