package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// odd is a file with a finding of the real kalint's.
const odd = "package a\n\nimport \"net/http\"\n\nfunc f(url string) {\n\thttp.Get(url)\n}\n"

// oddAt is that finding.
func oddAt(file string) ran {
	return ran{1, file + ":6:2: " + discarded + "\n", ""}
}

// TestOddPlatforms looks at code for systems that kalint does not run on.
func TestOddPlatforms(t *testing.T) {
	for _, platform := range [][]string{{"GOOS=windows", "GOARCH=amd64"}, {"GOOS=js", "GOARCH=wasm"}} {
		goos := strings.TrimPrefix(platform[0], "GOOS=")
		dir := module(t, "-- a_"+goos+".go --\n"+odd+"-- b.go --\npackage a\n")
		assert.Equal(t, oddAt("a_"+goos+".go"), run(t, dir, append(platform, "CGO_ENABLED=0", kalint, "./...")...))
		assert.Equal(t, ran{}, run(t, dir, kalint, "./..."), "nothing of that is for this system")
	}
}

// TestOddPlaces has modules where names want care: blanks, quotes, links, names of the standard library's packages.
func TestOddPlaces(t *testing.T) {
	for _, name := range []string{"with blanks in it", "quo'te", "dollar$HOME", "percent%20", "колено"} {
		dir := filepath.Join(module(t, "-- x/x.go --\npackage x\n"), name)
		write(t, filepath.Join(dir, "go.mod"), "module example.com/m\n\ngo 1.26.0\n")
		write(t, filepath.Join(dir, "a.go"), odd)
		assert.Equal(t, oddAt("a.go"), run(t, dir, kalint, "./..."), name)
	}

	dir := module(t, "-- a.go --\n"+odd)
	link := filepath.Join(t.TempDir(), "link")
	require.NoError(t, os.Symlink(dir, link))
	assert.Equal(t, oddAt("a.go"), run(t, link, kalint, "./..."), "a link to the module")

	for _, name := range []string{"net/http", "http", "io", "internal/http"} {
		dir := module(t, "-- "+name+"/a.go --\n"+odd)
		assert.Equal(t, oddAt(name+"/a.go"), run(t, dir, kalint, "./..."), name)
	}
	// One whose Response has nothing to do with net/http's.
	dir = module(t, "-- http/a.go --\npackage http\n\ntype Response struct{ Body string }\n\nfunc Get(string) (*Response, error) { return nil, nil }\n"+
		"-- b.go --\npackage b\n\nimport \"example.com/m/http\"\n\nfunc f() { http.Get(\"\") }\n")
	assert.Equal(t, ran{}, run(t, dir, kalint, "./..."))
}

// TestOddFiles has files that editors and generators leave behind.
func TestOddFiles(t *testing.T) {
	crlf := strings.ReplaceAll(odd, "\n", "\r\n")
	for name, src := range map[string]string{
		"line ends of DOS":       crlf,
		"a byte order mark":      "\ufeff" + odd,
		"no line end at its end": strings.TrimSuffix(odd, "\n"),
	} {
		assert.Equal(t, oddAt("a.go"), run(t, module(t, "-- x/x.go --\npackage x\n-- a.go --\n"+src), kalint, "."), name)
	}
	for name, src := range map[string]string{
		"empty":           "",
		"package only":    "package a",
		"comments only":   "// nothing\n",
		"dots for a body": "package a\n\nfunc f()\n",
	} {
		dir := module(t, "-- a.go --\npackage a\n\n-- b/b.go --\n"+src+"\n-- c/c.go --\n"+odd)
		r := run(t, dir, kalint, "./...")
		assert.Contains(t, r.out, "c/c.go:6:2: "+discarded, name)
		assert.NotContains(t, r.stderr, "panic", name)
	}
	// What a generator says it was made of is where the finding is shown.
	dir := module(t, "-- a.go --\n"+strings.Replace(odd, "\thttp.Get", "//line tmpl/a.tmpl:40\n\thttp.Get", 1))
	r := run(t, dir, kalint, ".")
	assert.Equal(t, 1, r.code, r.stderr)
	assert.Contains(t, r.out, "tmpl/a.tmpl:40")
}

// TestOddVendor has a module with a vendor directory, and a module cache that cannot be written to.
func TestOddVendor(t *testing.T) {
	dir := module(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26.0\n\nrequire example.com/a v1.0.0\n-- m.go --\npackage m\n\nimport (\n\t\"net/http\"\n\n\t\"example.com/a\"\n)\n\n"+
		"func open(url string) {\n\tresp, err := http.Get(url)\n\tif err == nil {\n\t\ta.Look(resp)\n\t}\n}\n\nfunc shut(url string) {\n\tresp, err := http.Get(url)\n\tif err == nil {\n\t\ta.Shut(resp)\n\t}\n}\n"+
		"-- vendor/modules.txt --\n# example.com/a v1.0.0\n## explicit\nexample.com/a\n"+
		"-- vendor/example.com/a/a.go --\npackage a\n\nimport (\n\t\"io\"\n\t\"net/http\"\n)\n\nfunc Look(resp *http.Response) { io.Copy(io.Discard, resp.Body) }\n\nfunc Shut(resp *http.Response) { Look(resp); resp.Body.Close() }\n")
	want := ran{1, "m.go:10:15: response body of resp is not closed when the function returns at line 14 (bodyclose)\n", ""}
	for _, flags := range []string{"GOFLAGS=", "GOFLAGS=-mod=vendor"} {
		r := run(t, dir, flags, kalint, "./...")
		assert.Equal(t, want, r, flags)
	}
}

// TestOddFunctions has functions that no person would write.
func TestOddFunctions(t *testing.T) {
	const n = 20_000
	var b strings.Builder
	b.WriteString("package a\n\nimport \"net/http\"\n\nfunc f(url string, x []int) int {\n\tresp, err := http.Get(url)\n\tif err != nil {\n\t\treturn 0\n\t}\n")
	for i := range n {
		fmt.Fprintf(&b, "\tif x[%d] > 0 {\n\t\tx[%d]--\n\t}\n", i, i)
	}
	b.WriteString("\treturn resp.StatusCode\n}\n")
	dir := module(t, "-- a.go --\n"+b.String())
	r := run(t, dir, kalint, "-bodyclose", ".")
	assert.Equal(t, fmt.Sprintf("a.go:6:15: response body of resp is not closed when the function returns at line %d (bodyclose)\n", 3*n+10), r.out)
	assert.Equal(t, 1, r.code, r.stderr)

	nested := strings.Repeat("if x[0] > 0 {\n", 500) + "return resp.StatusCode\n" + strings.Repeat("}\n", 500)
	dir = module(t, "-- a.go --\npackage a\n\nimport \"net/http\"\n\nfunc f(url string, x []int) int {\n\tresp, err := http.Get(url)\n\tif err != nil {\n\t\treturn 0\n\t}\n"+nested+"\tresp.Body.Close()\n\treturn 0\n}\n")
	r = run(t, dir, kalint, "-bodyclose", ".")
	assert.Equal(t, 1, r.code, r.stderr)
	assert.Contains(t, r.out, "a.go:6:15: response body of resp is not closed when the function returns at line 510 (bodyclose)")

	deep := "package a\n\nimport \"net/http\"\n\nfunc f(url string) {\n\tresp, err := http.Get(url)\n\tif err != nil {\n\t\treturn\n\t}\n\tf0(resp)\n}\n"
	for i := range 300 {
		deep += fmt.Sprintf("\nfunc f%d(resp *http.Response) { f%d(resp) }\n", i, i+1)
	}
	deep += "\nfunc f300(resp *http.Response) { resp.Body.Close() }\n"
	assert.Equal(t, ran{}, run(t, module(t, "-- a.go --\n"+deep), kalint, "-bodyclose", "."))
}
