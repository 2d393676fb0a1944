package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tiny is a module of one package that imports nothing.
var tiny = target{dir: filepath.Join("testdata", "tiny"), pattern: "./...", edited: "tiny.go"}

// built is a bench with all its tools and the build cache of the machine.
var built *bench

func TestMain(m *testing.M) { os.Exit(testMain(m)) }

func testMain(m *testing.M) int {
	flag.Parse()
	log := io.Discard
	if testing.Verbose() {
		log = os.Stderr
	}
	dir, err := os.MkdirTemp("", "kalint-bench-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	cache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err == nil {
		o := options{runs: 1, cache: strings.TrimSpace(string(cache))}
		built, err = newBench(context.Background(), ".", dir, o, log)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// Everything is measured, of a tiny module. What it takes is not looked at.
func TestTiny(t *testing.T) {
	rep, err := built.measure(t.Context(), targets{cold: tiny, large: tiny, generated: tiny, growth: []target{tiny, tiny}}, "")
	require.NoError(t, err)

	assert.Len(t, rep.reached.rows, 9)
	assert.Len(t, rep.cold.rows, 6+4)
	assert.Len(t, rep.growth.rows, 2)
	for _, tab := range []table{rep.reached, rep.cold, rep.growth} {
		for _, cells := range tab.rows {
			assert.Len(t, cells, len(tab.head), cells)
			assert.NotContains(t, strings.Join(cells, " "), "NaN")
			assert.NotContains(t, strings.Join(cells, " "), "Inf")
		}
	}

	file := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(file, []byte("before\n"+from+"old\n"+to+"after\n"+to), 0o644))
	require.NoError(t, rep.writeREADME(file))
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Regexp(t, `(?s)^before\n`+from+`Measured on .*\n\| what \| .*\| start-up: time \|.*`+to+"after\n"+to+"$", string(text))
	var plain bytes.Buffer
	require.NoError(t, rep.print(&plain, false))
	assert.NotContains(t, plain.String(), "|")
}

// The README has tables of everything.
func TestREADME(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(text), from)
	require.True(t, found)
	tables, _, found := strings.Cut(rest, to)
	require.True(t, found)
	assert.Regexp(t, `^Measured on \d{4}-\d\d-\d\d `, tables)
	assert.Len(t, regexp.MustCompile(`(?m)^\| .*\| (yes|no) \|$`).FindAllString(tables, -1), 9)
	for _, target := range append(public.growth, public.generated) {
		assert.Contains(t, tables, target.String())
	}
}

// Go vet runs a fresh copy of a tool for every package, and the same copy for none
// again; an edit is one.
func TestFresh(t *testing.T) {
	b := built
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/key\n\ngo 1.26.0\n"), 0o644))
	file := filepath.Join(dir, "key.go")
	require.NoError(t, os.WriteFile(file, []byte("package key\n\nimport _ \"unicode/utf8\"\n"), 0o644))
	vet := func(exe string) int {
		log := t.TempDir()
		_, err := b.vet(t.Context(), dir, "./...", []string{"BENCH_TOOL=" + exe, "BENCH_LOG=" + log}, "-vettool="+b.exe[maxrss])
		require.NoError(t, err)
		notes, err := os.ReadDir(log)
		require.NoError(t, err)
		return len(notes)
	}
	edit := editor(file)
	for _, tool := range []string{null, noop, buildssa, bodyclose, kalint} {
		first, err := b.fresh(tool)
		require.NoError(t, err)
		second, err := b.fresh(tool)
		require.NoError(t, err)
		all := vet(first)
		assert.Equal(t, 2, all, tool)
		assert.Equal(t, 0, vet(first), tool)
		assert.Equal(t, all, vet(second), tool)
		require.NoError(t, edit(b.newKey()))
		assert.Equal(t, 1, vet(second), tool)
	}
}

// Go vet's own tool, which cannot be copied, is run again as well.
func TestFreshGoVet(t *testing.T) {
	run := func(flag string) string {
		cmd := exec.Command("go", "vet", "-x", flag, ".")
		cmd.Dir = tiny.dir
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		return string(out)
	}
	for range 2 {
		flag := built.freshFlag()
		assert.Contains(t, run(flag), "vet.cfg")
		assert.NotContains(t, run(flag), "vet.cfg")
	}
}

// A tool that finds something has not failed.
func TestFindings(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/find\n\ngo 1.26.0\n"), 0o644))
	code := "package find\n\nimport \"net/http\"\n\nfunc get(url string) {\n\thttp.Get(url)\n}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "find.go"), []byte(code), 0o644))
	_, _, err := built.output(t.Context(), dir, nil, "go", "vet", "-vettool="+built.exe[kalint], ".")
	assert.ErrorContains(t, err, "response body of http.Get is not closed")
	assert.NoError(t, withoutFindings(err))
}

// A tool that fails is not taken for a cheap one.
func TestToolFails(t *testing.T) {
	places := "# example.com/a\na/a.go:1:2: wrong\n\ta/a.go:3:4: because\n"
	failed := exec.Command("false").Run()
	require.Error(t, failed)
	assert.NoError(t, withoutFindings(&commandError{err: failed, stderr: places}))
	assert.ErrorContains(t, withoutFindings(&commandError{err: failed, stderr: places + "tool: it broke\n"}), "no finding: tool: it broke")
	assert.ErrorContains(t, withoutFindings(&commandError{err: exec.ErrNotFound}), "not found")
}

func TestFailures(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"unknown flag":    {[]string{"-x"}, "flag provided but not defined: -x"},
		"unknown measure": {[]string{"-only=heat"}, "-only=heat: want one of cold, warm, large, memory, golangci, startup, growth"},
		"no runs":         {[]string{"-runs=0"}, "-runs=0: want one or more"},
		"a name":          {[]string{"cold"}, "there is nothing to name but flags: cold"},
		"a part":          {[]string{"-only=cold", "-update"}, "-update wants everything measured, not -only"},
	} {
		t.Run(name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			assert.Equal(t, 2, run(c.args, &stdout, &stderr))
			assert.Contains(t, stderr.String(), c.want)
			assert.Empty(t, stdout.String())
		})
	}
}

func TestSummary(t *testing.T) {
	assert.Equal(t, summary{2, 1, 5}, summarize([]float64{5, 1, 2}))
	assert.Equal(t, "2.00 s (1.00–5.00)", seconds([]float64{5, 1, 2}))
	assert.Equal(t, "0.50 (0.25–1.00)", ratios([]float64{1, 1, 1}, []float64{1, 2, 4}).String())
	assert.Equal(t, "1.5 ms", milliseconds([]float64{0.0015}))
}
