package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oldCode has a finding in each of two packages, and two that are alike.
const oldCode = `
-- a/a.go --
package a

func leak() {}

func f() {
	leak()
	leak()
}
-- b/b.go --
package b

func leak() {}

func g() { leak() }
`

func TestBaseline(t *testing.T) {
	dir := module(t, oldCode)
	r := run(t, dir, toy, "-write-baseline=kalint.json")
	assert.Equal(t, ran{0, "", "kalint: wrote 3 findings to kalint.json\n"}, r)
	const file = `{
	"version": 1,
	"findings": [
		{"file":"a/a.go","func":"f","rule":"toyleak","hash":"HASH","count":2},
		{"file":"b/b.go","func":"g","rule":"toyleak","hash":"HASH"}
	]
}
`
	assert.Equal(t, file, withoutHashes(t, read(t, dir, "kalint.json")))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-baseline=kalint.json"))
	assert.Equal(t, ran{0, "{}\n", ""}, run(t, dir, toy, "-baseline=kalint.json", "-json"))
	assert.Equal(t, ran{0, "", ""}, run(t, filepath.Join(dir, "a"), toy, "-baseline=../kalint.json", "."), "from a subdirectory")
	assert.Equal(t, ran{0, "", ""}, run(t, filepath.Dir(dir), toy, "-C", filepath.Base(dir), "-baseline=kalint.json"))

	first := read(t, dir, "kalint.json")
	assert.Equal(t, 0, run(t, dir, toy, "-write-baseline=kalint.json").code)
	assert.Equal(t, first, read(t, dir, "kalint.json"), "written twice it is the same")
}

func withoutHashes(t *testing.T, file string) string {
	t.Helper()
	var b struct{ Findings []struct{ Hash string } }
	require.NoError(t, json.Unmarshal([]byte(file), &b))
	for _, f := range b.Findings {
		assert.Regexp(t, `^[0-9a-f]{16}$`, f.Hash)
		file = strings.ReplaceAll(file, f.Hash, "HASH")
	}
	return file
}

// written is an old module, with its baseline.
func written(t *testing.T) string {
	t.Helper()
	dir := module(t, oldCode)
	require.Equal(t, 0, run(t, dir, toy, "-write-baseline=kalint.json").code)
	return dir
}

func edit(t *testing.T, dir, name, old, new string) {
	t.Helper()
	src := read(t, dir, name)
	require.Contains(t, src, old)
	write(t, filepath.Join(dir, name), strings.Replace(src, old, new, 1))
}

func TestBaselineSurvives(t *testing.T) {
	dir := written(t)
	edit(t, dir, "a/a.go", "func f", "// More lines.\n\nfunc other() {}\n\nfunc f")
	edit(t, dir, "b/b.go", "func g() { leak() }", "func g() {   leak() }")
	require.NoError(t, os.Rename(filepath.Join(dir, "a", "a.go"), filepath.Join(dir, "a", "z.go")))
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-baseline=kalint.json"))
}

func TestBaselineTellsWhatIsNew(t *testing.T) {
	dir := written(t)
	edit(t, dir, "a/a.go", "\tleak()\n}", "\tleak()\n\tleak()\n}\n\nfunc h() { leak() }")
	const want = "a/a.go:8:2: call of example.com/m/a.leak! (toyleak)\na/a.go:11:12: call of example.com/m/a.leak! (toyleak)\n"
	assert.Equal(t, ran{1, want, ""}, run(t, dir, toy, "-baseline=kalint.json"))

	r := run(t, dir, toy, "-baseline=kalint.json", "-write-baseline=kalint.json")
	assert.Equal(t, ran{1, want, "kalint: wrote 5 findings to kalint.json\n"}, r, "both: tell what is new, and take it in")
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-baseline=kalint.json"))
}

// A copy of old code in another file is new, even if that file comes first.
func TestBaselineCopies(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nfunc leak() {}\n-- b_test.go --\npackage a\n\nfunc init() { leak() }\n")
	require.Equal(t, 0, run(t, dir, toy, "-write-baseline=kalint.json").code)
	edit(t, dir, "a.go", "func leak() {}\n", "func leak() {}\n\nfunc init() { leak() }\n")
	r := run(t, dir, toy, "-baseline=kalint.json")
	assert.Equal(t, ran{1, "a.go:5:15: call of example.com/m.leak! (toyleak)\n", ""}, r)
}

func TestBaselineCountsWhatIsGone(t *testing.T) {
	dir := written(t)
	edit(t, dir, "a/a.go", "\tleak()\n", "")
	require.NoError(t, os.RemoveAll(filepath.Join(dir, "b")))
	const gone = " in kalint.json no longer found; -write-baseline drops them\n"
	assert.Equal(t, ran{0, "", "kalint: 2 entries" + gone}, run(t, dir, toy, "-baseline=kalint.json"))
	assert.Equal(t, ran{0, "", "kalint: 1 entry" + gone}, run(t, dir, toy, "-baseline=kalint.json", "./a"))
	r := run(t, dir, toy, "-write-baseline=kalint.json", "-baseline=kalint.json")
	assert.Equal(t, ran{0, "", "kalint: wrote 1 finding to kalint.json, and dropped 2 no longer found\n"}, r)
	assert.Equal(t, ran{0, "", ""}, run(t, dir, toy, "-baseline=kalint.json"))
}

// What a run does not look at is neither counted nor dropped.
func TestBaselineOfPartOfTheCode(t *testing.T) {
	dir := module(t, oldCode+"-- b/b_test.go --\npackage b\n\nfunc inTest() { leak() }\n-- b/c.go --\n//go:build extra\n\npackage b\n\nfunc extra() { leak() }\n")
	require.Equal(t, 0, run(t, dir, toy, "-tags=extra", "-write-baseline=kalint.json").code)
	all := read(t, dir, "kalint.json")
	for _, args := range [][]string{{"./a"}, {"-tests=false", "-tags=extra"}, {"-toymood"}, {"./..."}, {"./b/..."}} {
		assert.Equal(t, ran{0, "", ""}, run(t, dir, append([]string{toy, "-baseline=kalint.json"}, args...)...), args)
		r := run(t, dir, append([]string{toy, "-write-baseline=kalint.json"}, args...)...)
		assert.Equal(t, ran{0, "", "kalint: wrote 5 findings to kalint.json\n"}, r, args)
		assert.Equal(t, all, read(t, dir, "kalint.json"), args)
	}
}

func TestBaselineOfWhatDoesNotBuild(t *testing.T) {
	dir := written(t)
	before := read(t, dir, "kalint.json")
	write(t, filepath.Join(dir, "b", "b.go"), "package b\n\nvar x int = nope\n")
	r := run(t, dir, toy, "-baseline=kalint.json")
	assert.Equal(t, 2, r.code)
	assert.Empty(t, r.out)
	assert.NotContains(t, r.stderr, "no longer")
	r = run(t, dir, toy, "-write-baseline=kalint.json")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.stderr, "kalint: did not write kalint.json, since not all could be looked at\n")
	assert.Equal(t, before, read(t, dir, "kalint.json"))
}

func TestBaselineAndFix(t *testing.T) {
	dir := module(t, "-- a.go --\npackage a\n\nimport _ \"embed\"\n\nfunc leak() {}\nfunc seal() {}\n\nfunc old() { leak() }\n")
	require.Equal(t, 0, run(t, dir, toy, "-write-baseline=kalint.json").code)
	edit(t, dir, "a.go", "func old", "func fresh() { leak() }\n\nfunc old")
	r := run(t, dir, toy, "-fix", "-baseline=kalint.json")
	assert.Equal(t, ran{0, "", "kalint: applied 1 fix in 1 file\n"}, r)
	assert.Contains(t, read(t, dir, "a.go"), "func fresh() { seal() }\n\nfunc old() { leak() }\n")

	edit(t, dir, "a.go", "func fresh() { seal() }\n\nfunc old() { leak() }", "func fresh() { leak() }")
	r = run(t, dir, toy, "-fix", "-baseline=kalint.json")
	assert.Equal(t, ran{0, "", "kalint: applied 1 fix in 1 file\nkalint: 1 entry in kalint.json no longer found; -write-baseline drops them\n"}, r, "told once")
}

func TestBaselinesThatCannotBeRead(t *testing.T) {
	dir := module(t, oldCode)
	write(t, filepath.Join(dir, "dir", "x"), "")
	for name, data := range map[string]string{
		"empty":     "",
		"noise":     "\x00\xff",
		"cut":       `{"version": 1, "findings": [`,
		"list":      "[]",
		"other":     `{"runs": []}`,
		"noversion": `{"findings": []}`,
		"twice":     `{"version": 1, "findings": []} {}`,
		"conflict":  "{\n<<<<<<< HEAD\n",
		"norule":    `{"version": 1, "findings": [{"file": "a.go", "hash": "x"}]}`,
		"negative":  `{"version": 1, "findings": [{"file": "a.go", "rule": "r", "hash": "x", "count": -1}]}`,
		"notnumber": `{"version": 1, "findings": [{"file": "a.go", "rule": "r", "hash": "x", "count": "many"}]}`,
	} {
		write(t, filepath.Join(dir, "k.json"), data)
		r := run(t, dir, toy, "-baseline=k.json")
		assert.Equal(t, 2, r.code, name)
		assert.Empty(t, r.out, name)
		r.wantLine(t, "kalint: cannot read baseline k.json: not a baseline: ")
		r = run(t, dir, toy, "-write-baseline=k.json")
		assert.Equal(t, 2, r.code, name)
		r.wantLine(t, "kalint: will not overwrite k.json: not a baseline: ")
		assert.Equal(t, data, read(t, dir, "k.json"), name)
	}
	write(t, filepath.Join(dir, "k.json"), `{"version": 2, "entries": {}}`)
	run(t, dir, toy, "-baseline=k.json").wantLine(t, "it is of version 2, and this kalint reads version 1")
	for name, why := range map[string]string{"nosuch.json": "no such file", "dir": "is a directory"} {
		r := run(t, dir, toy, "-baseline", name)
		assert.Equal(t, 2, r.code)
		r.wantLine(t, "kalint: cannot read baseline "+name+": "+why)
	}
}
