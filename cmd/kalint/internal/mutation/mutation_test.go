package mutation_test

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/cmd/kalint/internal/mutation"
)

// A small test is the body of one function, and what is made of it, by kind.
type small struct {
	name   string
	before string
	after  map[mutation.Kind][]string
}

// header is what the small sources share.
const header = `package small

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
)

var (
	_ = json.Marshal
	_ = errors.New
	_ = io.EOF
	_ = httptest.NewRecorder
)

func closeBody(b io.Closer) { b.Close() }

func look(b io.Closer) {}

`

var smalls = []small{
	{"a deferred close", `func f(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}`, map[mutation.Kind][]string{mutation.Remove: {`func f(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	_ = resp
	return nil
}`}}},
	{"a close whose error is returned", `func f(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}`, map[mutation.Kind][]string{mutation.Remove: {`func f(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return func() (_ error) { _ = resp; return }()
}`}}},
	{"a close in a deferred function", `func f(u string) (s string, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	s = resp.Status
	defer func() {
		if e := resp.Body.Close(); e != nil {
			err = e
		}
	}()
	return s, nil
}`, map[mutation.Kind][]string{mutation.Remove: {`func f(u string) (s string, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	s = resp.Status
	defer func() {
		if e := error(nil); e != nil {
			err = e
		}
	}()
	return s, nil
}`}}},
	{"a defer above a return", `func f(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}`, map[mutation.Kind][]string{
		mutation.Remove: {`func f(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	_ = resp
	if resp.StatusCode > 299 {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}`},
		// The first return mentions resp, but hands on no more than a string: the move counts.
		mutation.BelowReturn: {`func f(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}

	if resp.StatusCode > 299 {
		return errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}`},
		mutation.SuccessOnly: {`func f(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}

	if resp.StatusCode > 299 {
		return errors.New(resp.Status)
	}
	resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}`},
	}},
	{"the defer stands above the check of the call's own error", `func f(u string) error {
	resp, err := http.Get(u)
	defer resp.Body.Close()
	if err != nil {
		return err
	}
	return nil
}`, map[mutation.Kind][]string{mutation.Remove: {`func f(u string) error {
	resp, err := http.Get(u)
	_ = resp
	if err != nil {
		return err
	}
	return nil
}`}}},
	{"a defer in a function without results", `func f(u string, v any) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		return
	}
	_ = json.NewDecoder(resp.Body).Decode(v)
}`, map[mutation.Kind][]string{
		mutation.Remove: {`func f(u string, v any) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	_ = resp
	if resp.StatusCode > 299 {
		return
	}
	_ = json.NewDecoder(resp.Body).Decode(v)
}`},
		mutation.BelowReturn: {`func f(u string, v any) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}

	if resp.StatusCode > 299 {
		return
	}
	defer resp.Body.Close()
	_ = json.NewDecoder(resp.Body).Decode(v)
}`},
		mutation.SuccessOnly: {`func f(u string, v any) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}

	if resp.StatusCode > 299 {
		return
	}
	_ = json.NewDecoder(resp.Body).Decode(v)
	resp.Body.Close()
}`},
	}},
	{"two branches", `func f(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode > 299 {
		resp.Body.Close()
		return errors.New("bad")
	}
	_ = resp.Body.Close()
	return nil
}`, map[mutation.Kind][]string{mutation.OneBranch: {`func f(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode > 299 {
		_ = resp
		return errors.New("bad")
	}
	_ = resp.Body.Close()
	return nil
}`, `func f(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode > 299 {
		resp.Body.Close()
		return errors.New("bad")
	}
	_ = error(nil)
	return nil
}`}}},
	{"a second close below a deferred one, which does the work", `func f(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode > 299 {
		resp.Body.Close()
	}
}`, map[mutation.Kind][]string{mutation.OneBranch: {`func f(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	_ = resp
	if resp.StatusCode > 299 {
		resp.Body.Close()
	}
}`}}},
	{"helpers", `func f(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	look(resp.Body)
	defer closeBody(resp.Body)
}`, map[mutation.Kind][]string{mutation.ReadingHelper: {`func f(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	look(resp.Body)
	defer kalintReads(resp.Body)
}

func kalintReads(body interface{ Read([]byte) (int, error) }) {
	buf := make([]byte, 512)
	for {
		if _, err := body.Read(buf); err != nil {
			return
		}
	}
}`}}},
	{"drains", `func f(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return nil, nil
}`, map[mutation.Kind][]string{
		mutation.Remove: {`func f(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	io.Copy(io.Discard, resp.Body)
	_ = resp
	return nil, nil
}`},
		mutation.Drain: {`func f(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	_ = resp
	resp.Body.Close()
	return nil, nil
}`}}},
	{"a read whose result is wanted", `func f(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	return b, err
}`, map[mutation.Kind][]string{
		mutation.Remove: {`func f(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	_ = resp
	return b, err
}`},
		mutation.Drain: {`func f(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	b, err := func() (_ []byte, _ error) { _ = resp; return }()
	resp.Body.Close()
	return b, err
}`}}},
	{"idle connections", `func f(n int) (a, b, c *http.Transport) {
	a = &http.Transport{MaxIdleConnsPerHost: 10}
	b = &http.Transport{MaxIdleConns: 20, MaxIdleConnsPerHost: 10}
	c = &http.Transport{MaxIdleConnsPerHost: 10, MaxIdleConns: 20}
	c.MaxIdleConnsPerHost = n
	return a, b, c
}`, map[mutation.Kind][]string{mutation.IdleConns: {`func f(n int) (a, b, c *http.Transport) {
	a = &http.Transport{}
	b = &http.Transport{MaxIdleConns: 20, MaxIdleConnsPerHost: 10}
	c = &http.Transport{MaxIdleConnsPerHost: 10, MaxIdleConns: 20}
	c.MaxIdleConnsPerHost = n
	return a, b, c
}`, `func f(n int) (a, b, c *http.Transport) {
	a = &http.Transport{MaxIdleConnsPerHost: 10}
	b = &http.Transport{MaxIdleConns: 20}
	c = &http.Transport{MaxIdleConnsPerHost: 10, MaxIdleConns: 20}
	c.MaxIdleConnsPerHost = n
	return a, b, c
}`, `func f(n int) (a, b, c *http.Transport) {
	a = &http.Transport{MaxIdleConnsPerHost: 10}
	b = &http.Transport{MaxIdleConns: 20, MaxIdleConnsPerHost: 10}
	c = &http.Transport{MaxIdleConns: 20}
	c.MaxIdleConnsPerHost = n
	return a, b, c
}`, `func f(n int) (a, b, c *http.Transport) {
	a = &http.Transport{MaxIdleConnsPerHost: 10}
	b = &http.Transport{MaxIdleConns: 20, MaxIdleConnsPerHost: 10}
	c = &http.Transport{MaxIdleConnsPerHost: 10, MaxIdleConns: 20}
	_ = n
	return a, b, c
}`}}},
	{"a response in a struct", `func f(u string) error {
	type answer struct{ *http.Response }
	get := func() (answer, error) { return answer{}, nil }
	a, err := get()
	if err != nil {
		return err
	}
	return a.Body.Close()
}`, map[mutation.Kind][]string{mutation.Remove: {`func f(u string) error {
	type answer struct{ *http.Response }
	get := func() (answer, error) { return answer{}, nil }
	a, err := get()
	if err != nil {
		return err
	}
	return func() (_ error) { _ = a; return }()
}`}}},
	{"not the function's own, in memory, HEAD", `func f(resp *http.Response, rec *httptest.ResponseRecorder) {
	defer resp.Body.Close()
	res := rec.Result()
	defer res.Body.Close()
	if r, err := http.Head("http://localhost"); err == nil {
		r.Body.Close()
	}
}`, nil},
}

// TestMutants holds what is made of small functions against what is wanted, and checks that it compiles.
func TestMutants(t *testing.T) {
	imp := stdlib(t)
	for _, s := range smalls {
		t.Run(s.name, func(t *testing.T) {
			src := header + s.before + "\n"
			p, file := check(t, imp, src)
			got := make(map[mutation.Kind][]string)
			for _, m := range p.Mutants(file, []byte(src)) {
				out, err := format.Source(mutation.Apply([]byte(src), m.Edits))
				require.NoError(t, err)
				check(t, imp, string(out))
				_, f, _ := strings.Cut(string(out), "func look(b io.Closer) {}\n\n")
				got[m.Kind] = append(got[m.Kind], strings.TrimSpace(f))
			}
			for _, k := range mutation.Kinds {
				assert.Equal(t, s.after[k], got[k], k)
			}
		})
	}
}

// A lookup is a types.Importer of packages that are loaded.
type lookup map[string]*types.Package

func (l lookup) Import(path string) (*types.Package, error) {
	if p := l[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("%s is not loaded", path)
}

// stdlib loads what header imports.
func stdlib(t *testing.T) lookup {
	t.Helper()
	mode := packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedExportFile
	pkgs, err := packages.Load(&packages.Config{Mode: mode}, "encoding/json", "errors", "io", "net/http", "net/http/httptest")
	require.NoError(t, err)
	l := make(lookup)
	for _, p := range pkgs {
		l[p.PkgPath] = p.Types
	}
	return l
}

func check(t *testing.T, imp types.Importer, src string) (*mutation.Package, *ast.File) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "small.go", src, parser.SkipObjectResolution)
	require.NoError(t, err, src)
	info := &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue),
		Defs:       make(map[*ast.Ident]types.Object),
		Uses:       make(map[*ast.Ident]types.Object),
		Implicits:  make(map[ast.Node]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}
	pkg, err := (&types.Config{Importer: imp}).Check("small", fset, []*ast.File{file}, info)
	require.NoError(t, err, src)
	return &mutation.Package{Fset: fset, Files: []*ast.File{file}, Types: pkg, Info: info}, file
}
