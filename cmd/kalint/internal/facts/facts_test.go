package facts

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

type text struct{ S string }

func (*text) AFact() {}

type number struct{ N int }

func (*number) AFact() {}

type unwritable struct{ F func() }

func (*unwritable) AFact() {}

func TestMain(m *testing.M) {
	if err := Register([]analysis.Fact{new(text), new(number)}); err != nil {
		panic(err)
	}
	m.Run()
}

const source = `package p

type T struct{ Field int }

func (T) Method() {}
func (T) hidden() {}

type inner struct{}

func (inner) Method() {}

var V inner

func Func(param int) { var local int; _ = local }
func hidden()        {}

type G[P any] struct{}

func (G[P]) Method() {}
`

// check type-checks source as the package of that path. Each call makes objects
// of its own, as a run for an importer would.
func check(t testing.TB, path string) (*types.Package, *types.Info) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", source, 0)
	require.NoError(t, err)
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	conf := types.Config{Importer: importer.Default()}
	pkg, err := conf.Check(path, fset, []*ast.File{f}, info)
	require.NoError(t, err)
	return pkg, info
}

// objects are the package's objects by a name like T.Method.
func objects(pkg *types.Package, info *types.Info) map[string]types.Object {
	all := make(map[string]types.Object)
	for _, obj := range info.Defs {
		if obj == nil {
			continue
		}
		if _, ok := obj.Type().(*types.TypeParam); ok {
			continue // there are two of one name
		}
		name := obj.Name()
		if fn, ok := obj.(*types.Func); ok && fn.Signature().Recv() != nil {
			recv := fn.Signature().Recv().Type().(*types.Named)
			name = recv.Obj().Name() + "." + name
		}
		all[name] = obj
	}
	return all
}

// reached are the objects that a decoded store has text facts about.
func reached(s *Store) map[string]string {
	got := make(map[string]string)
	for _, f := range s.ObjectFacts([]analysis.Fact{new(text)}) {
		got[f.Fact.(*text).S] = f.Object.Pkg().Path()
	}
	return got
}

func TestDirectImport(t *testing.T) {
	pkg, info := check(t, "p")
	s := NewStore(pkg)
	for name, obj := range objects(pkg, info) {
		s.ExportObjectFact(obj, &text{name})
	}
	s.ExportPackageFact(&number{7})
	data, err := s.Encode()
	require.NoError(t, err)

	seen, _ := check(t, "p")
	in := NewStore(types.NewPackage("q", "q"))
	require.NoError(t, in.Decode("p", data, map[string]*types.Package{"p": seen}))
	got := reached(in)
	for _, name := range []string{"T", "Field", "T.Method", "inner", "inner.Method", "V", "Func", "G", "G.Method"} {
		assert.Contains(t, got, name)
	}
	for _, name := range []string{"hidden", "T.hidden", "local"} {
		assert.NotContains(t, got, name, "nobody else can name it")
	}
	var fact text
	assert.True(t, in.ImportObjectFact(seen.Scope().Lookup("Func"), &fact))
	assert.Equal(t, "Func", fact.S)
	var n number
	assert.True(t, in.ImportPackageFact(seen, &n))
	assert.Equal(t, 7, n.N)
	assert.False(t, in.ImportObjectFact(seen.Scope().Lookup("Func"), &n))
	assert.False(t, in.ImportPackageFact(pkg, &n))
}

func TestIndirectImport(t *testing.T) {
	pkg, info := check(t, "p")
	s := NewStore(pkg)
	for name, obj := range objects(pkg, info) {
		s.ExportObjectFact(obj, &text{name})
	}
	s.ExportPackageFact(&number{7})
	data, err := s.Encode()
	require.NoError(t, err)

	seen, _ := check(t, "p")
	between := NewStore(types.NewPackage("q", "q"))
	require.NoError(t, between.Decode("p", data, map[string]*types.Package{"p": seen}))
	data, err = between.Encode()
	require.NoError(t, err)

	seen, _ = check(t, "p")
	in := NewStore(types.NewPackage("r", "r"))
	require.NoError(t, in.Decode("q", data, map[string]*types.Package{"p": seen}))
	got := reached(in)
	for _, name := range []string{"T", "Field", "T.Method", "inner.Method", "G.Method"} {
		assert.Contains(t, got, name)
	}
	for _, name := range []string{"Func", "V"} {
		assert.NotContains(t, got, name, "this takes an import of p itself")
	}
	var n number
	assert.False(t, in.ImportPackageFact(seen, &n))

	unseen := NewStore(types.NewPackage("r", "r"))
	require.NoError(t, unseen.Decode("q", data, nil))
	assert.Empty(t, reached(unseen))
}

func TestOwnWordGoesBeforeHearsay(t *testing.T) {
	pkg, info := check(t, "p")
	encode := func(s string) []byte {
		store := NewStore(pkg)
		store.ExportObjectFact(objects(pkg, info)["T.Method"], &text{s})
		data, err := store.Encode()
		require.NoError(t, err)
		return data
	}
	own, hearsay := encode("own"), encode("hearsay")
	for _, order := range [][2]string{{"p", "q"}, {"q", "p"}} {
		in := NewStore(types.NewPackage("r", "r"))
		for _, from := range order {
			data := map[string][]byte{"p": own, "q": hearsay}[from]
			require.NoError(t, in.Decode(from, data, map[string]*types.Package{"p": pkg}))
		}
		assert.Equal(t, map[string]string{"own": "p"}, reached(in))
	}
}

func TestSameBytes(t *testing.T) {
	var want []byte
	for range 20 {
		pkg, info := check(t, "p")
		s := NewStore(pkg)
		for name, obj := range objects(pkg, info) {
			s.ExportObjectFact(obj, &text{name})
			s.ExportObjectFact(obj, &number{len(name)})
		}
		data, err := s.Encode()
		require.NoError(t, err)
		if want == nil {
			want = data
		}
		require.Equal(t, want, data)
	}
}

func TestNothingIsNoBytes(t *testing.T) {
	pkg, info := check(t, "p")
	s := NewStore(pkg)
	s.ExportObjectFact(objects(pkg, info)["local"], &text{"local"})
	data, err := s.Encode()
	require.NoError(t, err)
	assert.Empty(t, data)
	assert.NoError(t, s.Decode("q", nil, nil))
}

func TestSpoiltBytes(t *testing.T) {
	pkg, info := check(t, "p")
	s := NewStore(pkg)
	s.ExportObjectFact(objects(pkg, info)["Func"], &text{"Func"})
	data, err := s.Encode()
	require.NoError(t, err)
	for i := 1; i < len(data); i++ {
		assert.Error(t, NewStore(pkg).Decode("p", data[:i], nil), "cut at %d", i)
		spoilt := append([]byte(nil), data...)
		spoilt[i] ^= 0xff
		assert.NotPanics(t, func() { _ = NewStore(pkg).Decode("p", spoilt, map[string]*types.Package{"p": pkg}) })
	}
}

func TestMisuse(t *testing.T) {
	pkg, info := check(t, "p")
	other := NewStore(types.NewPackage("q", "q"))
	assert.Panics(t, func() { other.ExportObjectFact(objects(pkg, info)["Func"], &text{}) })
	assert.Panics(t, func() { other.ExportObjectFact(nil, &text{}) })
	assert.Panics(t, func() { other.ImportObjectFact(nil, &text{}) })
	assert.Panics(t, func() { other.ImportPackageFact(nil, &text{}) })
	assert.Error(t, Register([]analysis.Fact{new(unwritable)}))
}
