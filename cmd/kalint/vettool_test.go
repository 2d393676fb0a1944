package main_test

import (
	"archive/zip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kalint/internal/report"
	"github.com/kalint/kalint/cmd/kalint/internal/unit"
)

func TestHandshake(t *testing.T) {
	r := run(t, t.TempDir(), toy, "-V=full")
	assert.Equal(t, 0, r.code)
	assert.Regexp(t, `^kalint version devel buildID=[0-9a-f]{64}\n$`, r.out)
	assert.NotEqual(t, r.out, run(t, t.TempDir(), kalint, "-V=full").out)

	r = run(t, t.TempDir(), toy, "-flags")
	assert.Equal(t, 0, r.code)
	var flags []struct {
		Name  string
		Bool  bool
		Usage string
	}
	require.NoError(t, json.Unmarshal([]byte(r.out), &flags))
	got := make(map[string]bool)
	for _, f := range flags {
		got[f.Name] = f.Bool
	}
	assert.Equal(t, map[string]bool{"c": false, "deps": true, "diff": true, "generated": true, "json": true, "relative": true, "stack": true, "toyleak": true, "toyleak.suffix": false, "toymood": true, "toymood.pidfile": false}, got)
}

// Go vet starts kalint for each package: what makes the binary large makes all
// of them slow.
func TestKalintStaysSmall(t *testing.T) {
	deps := strings.Fields(run(t, ".", "go", "list", "-deps", ".").out)
	require.Contains(t, deps, "golang.org/x/tools/go/analysis")
	for _, pkg := range []string{"net/http", "crypto/tls", "text/template"} {
		assert.NotContains(t, deps, pkg)
	}
}

func TestGoVet(t *testing.T) {
	dir := module(t, leaky)
	vet := func(args ...string) ran {
		return run(t, dir, append([]string{"go", "vet", "-vettool=" + toy}, args...)...)
	}
	t.Run("findings", func(t *testing.T) {
		for range 2 {
			r := vet("./...")
			assert.Equal(t, 1, r.code)
			for line := range strings.Lines(leakyLines) {
				assert.Contains(t, r.stderr, strings.TrimSuffix(line, " (toyleak)\n")+"\n")
			}
		}
	})
	t.Run("clean", func(t *testing.T) {
		assert.Equal(t, ran{0, "", ""}, vet("./mid"))
	})
	t.Run("choice of rules", func(t *testing.T) {
		for flags, code := range map[string]int{
			"-toyleak":                  1,
			"-toyleak=true":             1,
			"-toyleak=false":            0,
			"-toymood":                  0,
			"-toymood=false":            1,
			"-toymood -toyleak=false":   0,
			"-toymood -toyleak":         1,
			"-toyleak -toymood=false":   1,
			"-toyleak=0 -toymood=false": 0,
		} {
			r := vet(append(strings.Fields(flags), "./...")...)
			assert.Equal(t, code, r.code, "%s: %s", flags, r.stderr)
		}
	})
	t.Run("rule flag", func(t *testing.T) {
		assert.Contains(t, vet("-toyleak.suffix=?", "./top").stderr, "top.go:5:14: call of (example.com/m/lib.T).Do?\n")
	})
	t.Run("context", func(t *testing.T) {
		assert.Contains(t, vet("-c=0", "./top").stderr, "Do!\n5\tfunc Top() { mid.Mid().Do() }\n")
	})
	t.Run("JSON", func(t *testing.T) {
		r := vet("-json", "./top")
		assert.Equal(t, 0, r.code)
		tree := make(map[string]map[string][]map[string]any)
		for dec := json.NewDecoder(strings.NewReader(r.out)); dec.More(); {
			require.NoError(t, dec.Decode(&tree))
		}
		posn := filepath.Join(dir, "top", "top.go")
		assert.Equal(t, map[string]map[string][]map[string]any{
			"example.com/m/top": {"toyleak": {{
				"category": "toyleak",
				"posn":     posn + ":5:14",
				"end":      posn + ":5:28",
				"message":  "call of (example.com/m/lib.T).Do!",
				"related":  []any{map[string]any{"posn": posn + ":5:27", "end": posn + ":5:27", "message": "it ends here"}},
			}}},
		}, tree)
	})
	t.Run("does not compile", func(t *testing.T) {
		write(t, filepath.Join(dir, "bad", "bad.go"), "package bad\n\nvar x int = \"a\"\n")
		r := vet("./...")
		assert.Equal(t, 1, r.code)
		assert.Contains(t, r.stderr, "bad/bad.go:3:13: cannot use")
		assert.Contains(t, r.stderr, "top/top.go:5:14: ")
	})
}

// A spy keeps the configurations that the go command writes.
const spy = `#!/bin/sh
for a in "$@"; do case "$a" in *.cfg) cp "$a" "$SPY/$(echo "$a" | tr / _)";; esac; done
exec "$TOY" "$@"
`

// configs vets packages and returns the configurations of all units, with their
// files still in place.
func configs(t *testing.T, dir string, args ...string) []*unit.Config {
	t.Helper()
	bin, out := t.TempDir(), t.TempDir()
	write(t, filepath.Join(bin, "spy"), spy)
	require.NoError(t, os.Chmod(filepath.Join(bin, "spy"), 0o777))
	t.Setenv("SPY", out)
	t.Setenv("TOY", toy)
	unheard := "-toyleak.suffix=" + filepath.Base(filepath.Dir(out)) + filepath.Base(out) // so that nothing is cached
	args = append([]string{"go", "vet", "-work", unheard, "-vettool=" + filepath.Join(bin, "spy")}, args...)
	r := run(t, dir, args...)
	work := regexp.MustCompile(`(?m)^WORK=(.*)$`).FindStringSubmatch(r.stderr)
	require.NotNil(t, work, r.stderr)
	t.Cleanup(func() { os.RemoveAll(work[1]) })
	names, err := filepath.Glob(filepath.Join(out, "*.cfg"))
	require.NoError(t, err)
	var cfgs []*unit.Config
	for _, name := range names {
		cfg, err := unit.ReadConfig(name)
		require.NoError(t, err)
		cfgs = append(cfgs, cfg)
	}
	return cfgs
}

func TestFactsOfUnits(t *testing.T) {
	dir := module(t, leaky+"-- web/web.go --\npackage web\n\nimport _ \"net/http\"\n")
	var std, own int
	for _, cfg := range configs(t, dir, "./...") {
		data, err := os.ReadFile(cfg.VetxOutput)
		require.NoError(t, err, "%s has no facts file", cfg.ID)
		if strings.HasPrefix(cfg.ImportPath, "example.com/") {
			own++
			assert.NotEmpty(t, data, "%s was analysed and has a package fact", cfg.ID)
			continue
		}
		std++
		assert.Empty(t, data, "%s is of the standard library", cfg.ID)
		assert.True(t, cfg.VetxOnly)
	}
	assert.Greater(t, std, 100)
	assert.GreaterOrEqual(t, own, 4)
}

func TestFactsAreTheSameBytesEachTime(t *testing.T) {
	var b strings.Builder
	b.WriteString("-- lib/lib.go --\npackage lib\n\nfunc leak() {}\n")
	for c := 'A'; c <= 'Z'; c++ {
		b.WriteString("type " + string(c) + " struct{}\nfunc (" + string(c) + ") Do() { leak() }\nfunc F" + string(c) + "() { leak() }\n")
	}
	b.WriteString("-- top/top.go --\npackage top\n\nimport \"example.com/m/lib\"\n\nfunc Top() { lib.FA(); lib.A{}.Do() }\n")
	dir := module(t, b.String())
	for _, cfg := range configs(t, dir, "./top") {
		want := read(t, cfg.VetxOutput)
		if strings.HasPrefix(cfg.ImportPath, "example.com/") {
			require.NotEmpty(t, want)
		}
		name := filepath.Join(t.TempDir(), "unit.cfg")
		cfg.VetxOutput = filepath.Join(t.TempDir(), "facts")
		cfg.Stdout = filepath.Join(t.TempDir(), "stdout")
		data, err := json.Marshal(cfg)
		require.NoError(t, err)
		write(t, name, string(data))
		for range 5 {
			require.Equal(t, 0, run(t, dir, toy, "-json", name).code)
			require.Equal(t, want, read(t, cfg.VetxOutput), cfg.ID)
		}
	}
}

// A config is one that a test may spoil: of a package without imports.
func config(t *testing.T, dir string) *unit.Config {
	t.Helper()
	return &unit.Config{
		ID:         "example.com/m",
		ImportPath: "example.com/m",
		Dir:        dir,
		GoFiles:    []string{filepath.Join(dir, "a.go")},
		ModulePath: "example.com/m",
		GoVersion:  "go1.26.0",
		VetxOutput: filepath.Join(dir, "facts"),
	}
}

func writeConfig(t *testing.T, cfg *unit.Config) string {
	t.Helper()
	name := filepath.Join(cfg.Dir, "unit.cfg")
	write(t, name, marshal(t, cfg))
	return name
}

func marshal(t *testing.T, cfg *unit.Config) string {
	t.Helper()
	data, err := json.Marshal(cfg)
	require.NoError(t, err)
	return string(data)
}

const leakyFile = "-- a.go --\npackage a\n\nfunc leak() {}\nfunc seal() {}\nfunc x() { leak(); leak() }\n"

func TestUnitByHand(t *testing.T) {
	dir := module(t, leakyFile)
	name := writeConfig(t, config(t, dir))
	file := filepath.Join(dir, "a.go")

	r := run(t, dir, toy, name)
	assert.Equal(t, 1, r.code)
	assert.Empty(t, r.out)
	assert.Contains(t, r.stderr, file+":5:12: call of example.com/m.leak!\n"+file+":5:17: \tit ends here\n")
	assert.FileExists(t, filepath.Join(dir, "facts"))

	r = run(t, dir, toy, "-c=1", name)
	assert.Contains(t, r.stderr, "leak!\n4\tfunc seal() {}\n5\tfunc x() { leak(); leak() }\n")

	r = run(t, dir, toy, "-json", name)
	assert.Equal(t, 0, r.code)
	var tree map[string]map[string][]report.Diagnostic
	require.NoError(t, json.Unmarshal([]byte(r.out), &tree))
	assert.Len(t, tree["example.com/m"]["toyleak"], 2)

	r = run(t, dir, toy, "-fix", "-diff", name)
	assert.Equal(t, 0, r.code)
	assert.Contains(t, r.out, "+func x()    { seal(); seal() }\n")
	assert.Contains(t, read(t, file), "leak(); leak()")

	r = run(t, dir, toy, "-fix", name)
	assert.Equal(t, ran{0, "", ""}, r)
	assert.Equal(t, "package a\n\nimport _ \"embed\"\n\nfunc leak() {}\nfunc seal() {}\nfunc x()    { seal(); seal() }\n", read(t, file))
}

func TestUnitArchive(t *testing.T) {
	dir := module(t, leakyFile)
	cfg := config(t, dir)
	cfg.FixArchive = filepath.Join(dir, "fix.zip")
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-fix", writeConfig(t, cfg)))
	zr, err := zip.OpenReader(cfg.FixArchive)
	require.NoError(t, err)
	defer zr.Close()
	require.Len(t, zr.File, 1)
	assert.Equal(t, filepath.Join(dir, "a.go"), zr.File[0].Name)
	assert.Contains(t, read(t, dir, "a.go"), "leak(); leak()", "the go command is to write the file")

	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-fix", "-toymood", writeConfig(t, cfg)))
	zr2, err := zip.OpenReader(cfg.FixArchive)
	require.NoError(t, err, "no fixes still need an archive")
	defer zr2.Close()
	assert.Empty(t, zr2.File)
}

func TestUnitsThatAreSpoilt(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(cfg *unit.Config)
		want  string
	}{
		"no files":          {func(cfg *unit.Config) { cfg.GoFiles = nil }, "names no Go files"},
		"file is gone":      {func(cfg *unit.Config) { cfg.GoFiles = []string{cfg.Dir + "/gone.go"} }, "gone.go"},
		"file is a folder":  {func(cfg *unit.Config) { cfg.GoFiles = []string{cfg.Dir} }, "is a directory"},
		"facts are gone":    {func(cfg *unit.Config) { cfg.PackageVetx = map[string]string{"x": cfg.Dir + "/gone"} }, "cannot read the facts of x"},
		"facts are noise":   {func(cfg *unit.Config) { cfg.PackageVetx = map[string]string{"x": cfg.Dir + "/a.go"} }, "cannot read the facts of x"},
		"nowhere to answer": {func(cfg *unit.Config) { cfg.VetxOutput = cfg.Dir + "/gone/facts" }, "gone/facts"},
		"nowhere to print":  {func(cfg *unit.Config) { cfg.Stdout = cfg.Dir + "/gone/out" }, "gone/out"},
		"too new":           {func(cfg *unit.Config) { cfg.GoVersion = "go1.99" }, "kalint: built with go"},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := config(t, module(t, leakyFile))
			c.spoil(cfg)
			r := run(t, cfg.Dir, toy, "-json", writeConfig(t, cfg))
			assert.Equal(t, 1, r.code)
			r.wantLine(t, c.want)
		})
	}
}

func TestImportsThatAreSpoilt(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nimport \"fmt\"\n\nvar _ = fmt.Sprint\n-- noise.a --\nnoise\n-- empty.a --\n")
	for _, file := range []string{"", "gone.a", "noise.a", "empty.a", "."} {
		cfg := config(t, dir)
		if file != "" {
			cfg.PackageFile = map[string]string{"fmt": filepath.Join(dir, file)}
		}
		r := run(t, dir, toy, writeConfig(t, cfg))
		assert.Equal(t, 1, r.code, file)
		assert.Contains(t, r.stderr, "a.go:3:8: could not import fmt", file)
		assert.NotContains(t, r.stderr, "goroutine", file)
	}
}

func TestConfigsThatAreSpoilt(t *testing.T) {
	for _, data := range []string{"", "{", "null", "[]", `"x"`, `{"GoFiles": 1}`, "\x00", `{"GoFiles": ["a.go"], "PackageFile": []}`} {
		dir := module(t, leakyFile)
		write(t, filepath.Join(dir, "unit.cfg"), data)
		r := run(t, dir, toy, "unit.cfg")
		assert.Equal(t, 1, r.code, data)
		r.wantLine(t, "unit.cfg")
	}
	run(t, t.TempDir(), toy, "nosuch.cfg").wantLine(t, "nosuch.cfg")
	r := run(t, t.TempDir(), toy, "one.cfg", "two.cfg")
	assert.Equal(t, 2, r.code)
	r.wantLine(t, "want one .cfg file")
}

func TestCompilerReportsIt(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nvar x int = \"\"\n")
	cfg := config(t, dir)
	cfg.SucceedOnTypecheckFailure = true
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, writeConfig(t, cfg)))
	assert.FileExists(t, cfg.VetxOutput)
}

func TestUnitsWithoutAModule(t *testing.T) {
	dir := module(t, leakyFile)
	for _, path := range []string{"command-line-arguments", "fmt", "example.com/m", "vendor/x"} {
		cfg := config(t, dir)
		cfg.ModulePath, cfg.ImportPath, cfg.VetxOnly = "", path, true
		require.Equal(t, ran{0, "", ""}, run(t, dir, toy, writeConfig(t, cfg)))
		assert.NotEmpty(t, read(t, cfg.VetxOutput), "%s is not of the standard library", path)
	}
}

// indirect has a client that goroutines share two packages further on: go vet hands on the facts of direct imports only.
const indirect = `
-- go.mod --
module example.com/indirect

go 1.26.0
-- low/low.go --
package low

import "net/http"

type Asker interface{ Ask(c *http.Client, url string) }

type direct struct{}

func (direct) Ask(c *http.Client, url string) {
	if resp, err := c.Get(url); err == nil {
		resp.Body.Close()
	}
}

func New() Asker { return direct{} }

var Shared = &http.Client{Transport: &http.Transport{}}
-- mid/mid.go --
package mid

import (
	"net/http"

	"example.com/indirect/low"
)

func AskAll(c *http.Client, urls []string) {
	a := low.New()
	for _, url := range urls {
		go a.Ask(c, url)
	}
}

var Shared = low.Shared
-- top/top.go --
package top

import (
	"net/http"

	"example.com/indirect/mid"
)

func Ask(urls []string) {
	mid.AskAll(&http.Client{Transport: &http.Transport{}}, urls)
}

func AskShared(urls []string) {
	for _, url := range urls {
		go mid.Shared.Get(url)
	}
}
`

func TestFactsOfIndirectImports(t *testing.T) {
	r := run(t, module(t, indirect), "go", "vet", "-vettool="+kalint, "-idleconns", "./...")
	assert.Equal(t, 1, r.code)
	assert.Regexp(t, `top/top\.go:10:38: MaxIdleConnsPerHost of Transport is not set, but goroutines started at line 12 of mid\.go share it`, r.stderr)
	assert.Regexp(t, `top/top\.go:15:6: MaxIdleConnsPerHost of mid\.Shared is not set, but goroutines started at line 15 share it \(made at low\.go:17\)`, r.stderr)
}
