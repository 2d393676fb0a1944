package exportdata

import (
	"bytes"
	"go/token"
	"go/types"
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/gcexportdata"
)

// compiled returns what the compiler wrote about packages, by path.
func compiled(t *testing.T, dir string, paths ...string) map[string][]byte {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-export", "-f", "{{.ImportPath}} {{.Export}}"}, paths...)...)
	cmd.Dir = dir
	out, err := cmd.Output()
	require.NoError(t, err)
	all := make(map[string][]byte)
	for line := range strings.Lines(string(out)) {
		if path, file, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			all[path], err = os.ReadFile(file)
			require.NoError(t, err)
		}
	}
	return all
}

func one(t *testing.T, path string) []byte { return compiled(t, "", path)[path] }

// library makes all of a package as the library does.
func library(t *testing.T, path string, data []byte) *types.Package {
	t.Helper()
	r, err := gcexportdata.NewReader(bytes.NewReader(data))
	require.NoError(t, err)
	pkg, err := gcexportdata.Read(r, token.NewFileSet(), make(map[string]*types.Package), path)
	require.NoError(t, err)
	return pkg
}

func read(t *testing.T, data []byte, room *Room) *Package {
	t.Helper()
	p, err := Read(bytes.NewReader(data), room)
	require.NoError(t, err)
	require.NotNil(t, p.data, "the format of this Go is not known")
	return p
}

// own makes objects of a package of which nothing is known yet.
func own(t *testing.T, path string, data []byte, wanted func(string) bool) *types.Package {
	t.Helper()
	pkg, err := read(t, data, NewRoom()).Types(path, wanted, make(map[string]*types.Package))
	require.NoError(t, err)
	return pkg
}

func only(names ...string) func(string) bool {
	return func(name string) bool { return slices.Contains(names, name) }
}

// same compares all objects of a package with what the library makes of them.
func same(t *testing.T, path string, data []byte) {
	t.Helper()
	want, got := library(t, path, data), own(t, path, data, All)
	assert.Equal(t, want.Name(), got.Name(), path)
	assert.Equal(t, want.Path(), got.Path(), path)
	assert.True(t, got.Complete(), path)
	assert.Equal(t, paths(want.Imports()), paths(got.Imports()), path)
	require.Equal(t, want.Scope().Names(), got.Scope().Names(), path)
	for _, name := range want.Scope().Names() {
		w := strings.Split(spell(want.Scope().Lookup(name), want.Imports()...), "\n")
		g := strings.Split(spell(got.Scope().Lookup(name), got.Imports()...), "\n")
		for i := range min(len(w), len(g)) {
			require.Equal(t, w[i], g[i], "%s.%s", path, name)
		}
		require.Len(t, g, len(w), "%s.%s", path, name)
	}
}

func paths(pkgs []*types.Package) (out []string) {
	for _, pkg := range pkgs {
		out = append(out, pkg.Path())
	}
	return out
}

// TestStd reads packages of the standard library that have a little of everything.
func TestStd(t *testing.T) {
	for path, data := range compiled(t, "", "net/http", "slices", "iter", "go/types", "unicode", "sync/atomic", "embed", "math", "syscall", "unsafe", "encoding/json") {
		if path != "unsafe" {
			same(t, path, data)
		}
	}
}

// odd is a package with what is rare.
const odd = `package odd

import (
	"io"
	"unsafe"
)

const (
	Big      = 1 << 100
	Negative = -Big
	Ratio    = 1.0 / 3
	Tiny     = 1e-1000
	Complex  = 1.5 + 2i
	Rune     = 'x'
	Text     = "a\x00b"
	Yes      = true
	Typed    Level = -3
)

type (
	Level   int8
	List[T any] struct {
		head *node[T]
		Next *List2[T]
	}
	List2[T any]                                        []*List[T]
	node[T any]                                         struct{ val T }
	Both[K comparable, V interface{ ~int | ~string; Has(K) }] map[K]V
	Loop[P interface{ *T }, T any]                      func(P) Loop[P, T]
	Generic[T any]                                      = map[string]List[T]
	Plain                                               = *Level
	Any                                                 any
	Err                                                 error
	Arr                                                 [3][Typed + 5]chan<- int
	Dirs                                                struct{ A <-chan int; b chan int ` + "`tag:\"b\"`" + `; io.Reader; *Level }
	Self                                                interface{ Self() Self; io.Closer; hidden(...Level) }
	Pointer                                             unsafe.Pointer
	Deep                                                struct{ A struct{ B interface{ C(struct{ D *Deep }) } } }
	Number                                              interface{ ~int | ~float64 }
)

func (l *List[T]) Head() *node[T]             { return l.head }
func (l *List[U]) Map(f func(U) U) *List[U]   { return nil }
func (n node[T]) get() (v T)                  { return n.val }
func (Level) String() string                  { return "" }
func (*Level) set(n int, rest ...string)      {}

func Sum[S ~[]E, E Number](s S) (total E)     { return }
func Implicit[T []byte | string](t T) int     { return len(t) }
func Do(f func(a int, b ...Any) (err error), g Generic[Plain]) {}

var (
	V    = Both[string, named]{}
	Anon = struct{ X, y int }{}
	F    func(Err) Self
)

type named int

func (named) Has(string) {}
`

// odder has methods with type parameters of their own, from Go 1.27, between others.
const odder = `package odd

func (l *List[T]) As[U any](f func(T) U, rest ...U) *List[U] { return nil }
func (l *List[T]) Len() int                                { return 0 }
func (Level) To[L ~int](l L) (L, error)                     { return l, nil }
func (Level) Last()                                         {}
`

func TestOdd(t *testing.T) {
	dir, mod := t.TempDir(), "module odd\n\ngo 1.24\n"
	if version.Compare(runtime.Version(), "go1.27") >= 0 {
		mod = "module odd\n\ngo 1.27\n"
		require.NoError(t, os.WriteFile(filepath.Join(dir, "odder.go"), []byte(odder), 0o666))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o666))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "odd.go"), []byte(odd), 0o666))
	same(t, "odd", compiled(t, dir, "odd")["odd"])
}

func TestSome(t *testing.T) {
	data := one(t, "net/http")
	whole := own(t, "net/http", data, All)
	some := own(t, "net/http", data, only("Get", "MethodPut", "NoBody", "of another package"))
	for _, name := range []string{"Get", "MethodPut", "NoBody", "Response", "Request"} { // the last two by the first's signature
		require.NotNil(t, some.Scope().Lookup(name), name)
		assert.Equal(t, spell(whole.Scope().Lookup(name)), spell(some.Scope().Lookup(name)))
	}
	for _, name := range []string{"Post", "MethodGet", "Server"} {
		assert.NotNil(t, whole.Scope().Lookup(name), name)
		assert.Nil(t, some.Scope().Lookup(name), name)
	}
	assert.Empty(t, own(t, "net/http", data, only()).Scope().Names())
}

// TestMore reads a package once more, for names that were not wanted at first.
func TestMore(t *testing.T) {
	p := read(t, one(t, "net/http"), NewRoom())
	known := make(map[string]*types.Package)
	first, err := p.Types("net/http", only("Get"), known)
	require.NoError(t, err)
	before := paths(first.Imports())
	response := first.Scope().Lookup("Response")
	more, err := p.Types("net/http", only("ReadResponse"), known)
	require.NoError(t, err)
	assert.Same(t, first, more)
	assert.NotNil(t, more.Scope().Lookup("Get"))
	fn, ok := more.Scope().Lookup("ReadResponse").(*types.Func)
	require.True(t, ok)
	assert.Same(t, response, fn.Signature().Results().At(0).Type().(*types.Pointer).Elem().(*types.Named).Obj())
	assert.Subset(t, paths(more.Imports()), before)
}

func TestPackages(t *testing.T) {
	data := one(t, "net/http/httptrace")
	room := NewRoom()
	name, paths, ok := Packages(bytes.NewReader(data), room)
	assert.True(t, ok)
	assert.Equal(t, "httptrace", name)
	assert.Contains(t, paths, "crypto/tls", "a field is of its type")
	assert.NotContains(t, paths, "net/http")
	some := len(room.read)
	read(t, data, room)
	assert.Less(t, some, len(room.read), "the rest is not needed for that")
	_, _, ok = Packages(strings.NewReader("noise"), room)
	assert.False(t, ok)
}

// TestOtherFormats leaves to others what is not known.
func TestOtherFormats(t *testing.T) {
	data := one(t, "embed")
	at := bytes.Index(data, []byte("\n$$B\n")) + len("\n$$B\n")
	refuse := func(name string, data []byte) {
		p, err := Read(bytes.NewReader(data), NewRoom())
		require.NoError(t, err, name)
		assert.Empty(t, p.Name(), name)
		_, err = p.Types("embed", All, make(map[string]*types.Package))
		assert.ErrorIs(t, err, ErrFormat, name)
		_, _, ok := Packages(bytes.NewReader(data), NewRoom())
		assert.False(t, ok, name)
	}
	for name, change := range map[string]func(data []byte){
		"another letter": func(data []byte) { data[at] = 'w' },
		"version 1":      func(data []byte) { data[at+1] = 1 },
		"version 6":      func(data []byte) { data[at+1] = 6 },
		"marks":          func(data []byte) { data[at+5] = syncMarkers },
	} {
		other := bytes.Clone(data)
		change(other)
		refuse(name, other)
	}
	var indexed bytes.Buffer
	require.NoError(t, gcexportdata.Write(&indexed, token.NewFileSet(), types.NewPackage("p", "p")))
	refuse("indexed", indexed.Bytes())
	for _, text := range []string{"", "noise", "!<arch>\n"} {
		_, err := Read(strings.NewReader(text), NewRoom())
		assert.Error(t, err, "%q", text)
	}
}

// TestSpoilt cuts the data off and changes its bytes: there may be errors, but no panics, and no end without one.
func TestSpoilt(t *testing.T) {
	data := one(t, "embed")
	end := bytes.Index(data, []byte("\n$$\n"))
	require.Positive(t, end)
	room := NewRoom()
	failed := 0
	use := func(data []byte) {
		Packages(bytes.NewReader(data), room)
		p, err := Read(bytes.NewReader(data), room)
		if err == nil {
			_, err = p.Types("embed", All, make(map[string]*types.Package))
		}
		if err != nil {
			failed++
		}
	}
	for i := 0; i < end; i += 7 {
		assert.NotPanics(t, func() { use(data[:i]) }, "cut at %d", i)
		spoilt := bytes.Clone(data)
		for _, bits := range []byte{0xff, 0x01, 0x80} {
			spoilt[i] = data[i] ^ bits
			assert.NotPanics(t, func() { use(spoilt) }, "changed at %d", i)
		}
	}
	assert.Positive(t, failed)
}

// TestRoom uses one room for a large package, a small one and the large one again.
func TestRoom(t *testing.T) {
	large, small := one(t, "net/http"), one(t, "embed")
	room := NewRoom()
	use := func(path string, data []byte) string {
		pkg, err := read(t, data, room).Types(path, All, make(map[string]*types.Package))
		require.NoError(t, err)
		return spell(pkg.Scope().Lookup(pkg.Scope().Names()[0]), pkg.Imports()...)
	}
	first, other := use("net/http", large), use("embed", small)
	assert.Equal(t, first, use("net/http", large))
	assert.Equal(t, other, use("embed", small))
}
