package exportdata

import (
	"bytes"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/gcexportdata"
)

// compiled returns what the compiler wrote about a package of the standard library.
func compiled(t *testing.T, path string) []byte {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", path).Output()
	require.NoError(t, err)
	data, err := os.ReadFile(strings.TrimSpace(string(out)))
	require.NoError(t, err)
	return data
}

// decode decodes export data as an importer does.
func decode(t *testing.T, path string, data []byte) *types.Package {
	t.Helper()
	pkg, err := gcexportdata.Read(bytes.NewReader(data), token.NewFileSet(), make(map[string]*types.Package), path)
	require.NoError(t, err)
	return pkg
}

func read(t *testing.T, data []byte) *Package {
	t.Helper()
	p, err := Read(bytes.NewReader(data), NewRoom())
	require.NoError(t, err)
	require.NotNil(t, p.data, "the format of this Go is not known")
	return p
}

// describe spells an object with its methods, but for where it is declared.
func describe(obj types.Object) string {
	text := types.ObjectString(obj, nil)
	for m := range types.NewMethodSet(types.NewPointer(obj.Type())).Methods() {
		text += "\n" + types.ObjectString(m.Obj(), nil)
	}
	return text
}

func TestAll(t *testing.T) {
	for _, path := range []string{"net/http", "slices", "go/types", "unicode", "sync/atomic", "embed"} {
		data := compiled(t, path)
		r, err := gcexportdata.NewReader(bytes.NewReader(data))
		require.NoError(t, err)
		whole, err := io.ReadAll(r)
		require.NoError(t, err)
		want := decode(t, path, whole)
		p := read(t, data)
		got := decode(t, path, p.All())
		assert.Equal(t, want.Name(), p.Name())
		require.Equal(t, want.Scope().Names(), got.Scope().Names(), path)
		for _, name := range want.Scope().Names() {
			assert.Equal(t, describe(want.Scope().Lookup(name)), describe(got.Scope().Lookup(name)), path)
		}
	}
}

func TestOnly(t *testing.T) {
	p := read(t, compiled(t, "net/http"))
	whole := decode(t, "net/http", p.All())
	some := decode(t, "net/http", p.Only(map[string]bool{"Get": true, "MethodPut": true, "NoBody": true, "of another package": true}))
	for _, name := range []string{"Get", "MethodPut", "NoBody", "Response", "Request"} { // the last two by the first's signature
		require.NotNil(t, some.Scope().Lookup(name), name)
		assert.Equal(t, describe(whole.Scope().Lookup(name)), describe(some.Scope().Lookup(name)))
	}
	for _, name := range []string{"Post", "MethodGet", "Server"} {
		assert.NotNil(t, whole.Scope().Lookup(name), name)
		assert.Nil(t, some.Scope().Lookup(name), name)
	}
	assert.Empty(t, decode(t, "net/http", p.Only(nil)).Scope().Names())
	again := decode(t, "net/http", p.All())
	assert.Equal(t, whole.Scope().Names(), again.Scope().Names(), "what was cut off before is still there")
}

// TestMore reads a package once more, for names that were not wanted at first.
func TestMore(t *testing.T) {
	p := read(t, compiled(t, "net/http"))
	fset, seen := token.NewFileSet(), make(map[string]*types.Package)
	first, err := gcexportdata.Read(bytes.NewReader(p.Only(map[string]bool{"Get": true})), fset, seen, "net/http")
	require.NoError(t, err)
	response := first.Scope().Lookup("Response")
	more, err := gcexportdata.Read(bytes.NewReader(p.Only(map[string]bool{"ReadResponse": true})), fset, seen, "net/http")
	require.NoError(t, err)
	assert.Same(t, first, more)
	assert.NotNil(t, more.Scope().Lookup("Get"))
	fn, ok := more.Scope().Lookup("ReadResponse").(*types.Func)
	require.True(t, ok)
	assert.Same(t, response, fn.Signature().Results().At(0).Type().(*types.Pointer).Elem().(*types.Named).Obj())
}

func TestPackages(t *testing.T) {
	data := compiled(t, "net/http/httptrace")
	room := NewRoom()
	paths, ok := Packages(bytes.NewReader(data), room)
	assert.True(t, ok)
	assert.Contains(t, paths, "crypto/tls", "a field is of its type")
	assert.NotContains(t, paths, "net/http")
	some := len(room.read)
	_, err := Read(bytes.NewReader(data), room)
	require.NoError(t, err)
	assert.Less(t, some, len(room.read), "the rest is not needed for that")
	_, ok = Packages(strings.NewReader("noise"), room)
	assert.False(t, ok)
}

// TestOtherFormats hands over what is not known as it is.
func TestOtherFormats(t *testing.T) {
	data := compiled(t, "embed")
	at := bytes.Index(data, []byte("\n$$B\n")) + len("\n$$B\n")
	for name, change := range map[string]func(data []byte){
		"another letter": func(data []byte) { data[at] = 'w' },
		"version 1":      func(data []byte) { data[at+1] = 1 },
		"version 6":      func(data []byte) { data[at+1] = 6 },
		"marks":          func(data []byte) { data[at+5] = syncMarkers },
	} {
		odd := bytes.Clone(data)
		change(odd)
		p, err := Read(bytes.NewReader(odd), NewRoom())
		require.NoError(t, err, name)
		want := odd[at : at+len(p.All())]
		assert.NotEmpty(t, want, name)
		assert.Equal(t, want, p.All(), name)
		assert.Equal(t, want, p.Only(nil), name)
		assert.Empty(t, p.Name(), name)
		_, ok := Packages(bytes.NewReader(odd), NewRoom())
		assert.False(t, ok, name)
	}
	var indexed bytes.Buffer
	require.NoError(t, gcexportdata.Write(&indexed, token.NewFileSet(), types.NewPackage("p", "p")))
	p, err := Read(bytes.NewReader(indexed.Bytes()), NewRoom())
	require.NoError(t, err)
	assert.Equal(t, indexed.Bytes(), p.Only(nil))
	for _, text := range []string{"", "noise", "!<arch>\n"} {
		_, err := Read(strings.NewReader(text), NewRoom())
		assert.Error(t, err, "%q", text)
	}
}

// TestSpoilt cuts the data off and changes its bytes: whoever decodes it may fail, Read may not.
func TestSpoilt(t *testing.T) {
	data := compiled(t, "embed")
	room := NewRoom()
	use := func(data []byte) {
		p, err := Read(bytes.NewReader(data), room)
		if err != nil {
			return
		}
		p.Name()
		Packages(bytes.NewReader(data), room)
		p.All()
		p.Only(map[string]bool{"FS": true})
	}
	for i := 0; i < len(data); i += 31 {
		assert.NotPanics(t, func() { use(data[:i]) }, "cut at %d", i)
		spoilt := bytes.Clone(data)
		spoilt[i] ^= 0xff
		assert.NotPanics(t, func() { use(spoilt) }, "changed at %d", i)
	}
}

// TestRoom uses one room for a large package, a small one and the large one again.
func TestRoom(t *testing.T) {
	large, small := compiled(t, "net/http"), compiled(t, "embed")
	room := NewRoom()
	want := read(t, large).All()
	for range 2 {
		p, err := Read(bytes.NewReader(large), room)
		require.NoError(t, err)
		p.Only(map[string]bool{"Get": true})
		assert.Equal(t, want, p.All())
		p, err = Read(bytes.NewReader(small), room)
		require.NoError(t, err)
		assert.Equal(t, read(t, small).All(), p.All())
	}
}
