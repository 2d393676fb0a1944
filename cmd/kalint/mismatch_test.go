package main_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The releases that kalint is built with and run under.
const older, newer = "go1.26.8", "go1.27.4"

// builtWith builds the toy with a release of Go.
func builtWith(t *testing.T, release string) string {
	t.Helper()
	return packageBuiltWith(t, release, "./testdata/toy")
}

// packageBuiltWith builds one of the programs with a release of Go.
func packageBuiltWith(t *testing.T, release, pkg string) string {
	t.Helper()
	exe := filepath.Join(t.TempDir(), "built with "+release)
	cmd := exec.Command("go", "build", "-o", exe, pkg)
	cmd.Env = append(cmd.Environ(), "GOTOOLCHAIN="+release)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	return exe
}

// web imports much of the standard library: much, as one generic method is enough
// to make a package unreadable to an older Go.
const web = "-- web/web.go --\npackage web\n\nimport (\n\t_ \"crypto/tls\"\n\t_ \"encoding/json\"\n\t_ \"log/slog\"\n\t_ \"math/rand\"\n\t_ \"net/http/httptest\"\n\t_ \"testing\"\n)\n"

func TestBuiltWithAnotherGo(t *testing.T) {
	for built, under := range map[string]string{older: newer, newer: older} {
		t.Run(built+" under "+under, func(t *testing.T) {
			exe := builtWith(t, built)
			dir := module(t, leaky+web)
			assert.Equal(t, ran{1, leakyLines, ""}, run(t, dir, "GOTOOLCHAIN="+under, exe))
			r := run(t, dir, "GOTOOLCHAIN="+under, "go", "vet", "-vettool="+exe, "./...")
			assert.Equal(t, 1, r.code)
			assert.Equal(t, 4, strings.Count(r.stderr, ": call of "), r.stderr)
		})
	}
}

func TestTooOldForTheModule(t *testing.T) {
	exe := builtWith(t, older)
	dir := module(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.27\n"+leaky)
	mended := "; in kalint's source directory, run GOTOOLCHAIN=" + newer + " go build -o='" + exe + "' ./cmd/kalint\n"
	want := "kalint: built with " + older + ", too old for a package of " + newer + mended

	r := run(t, dir, "GOTOOLCHAIN="+newer, exe)
	assert.Equal(t, ran{2, "", want}, r)

	r = run(t, dir, "GOTOOLCHAIN="+newer, "go", "vet", "-vettool="+exe, "./top")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.stderr, want)

	assert.Equal(t, 1, run(t, dir, "GOTOOLCHAIN="+newer, builtWith(t, newer)).code)
}

// Go 1.27 has a generic method there.
func TestTooOldForAnImport(t *testing.T) {
	dir := module(t, leaky+"-- dice/dice.go --\npackage dice\n\nimport \"math/rand/v2\"\n\nvar Dice *rand.Rand\n")
	r := run(t, dir, "GOTOOLCHAIN="+newer, builtWith(t, older))
	assert.Equal(t, 2, r.code)
	assert.Equal(t, leakyLines, r.out, "what can be read is reported")
	r.wantLine(t, "kalint: built with "+older+", too old for a package of "+newer)
	r = run(t, dir, "GOTOOLCHAIN="+newer, builtWith(t, newer))
	assert.Equal(t, ran{1, leakyLines, ""}, r)

	write(t, filepath.Join(dir, "dice", "dice.go"), "package dice\n\nimport \"math/rand/v2\"\n\nvar Dice = rand.IntN(6)\n")
	r = run(t, dir, "GOTOOLCHAIN="+newer, builtWith(t, older))
	assert.Equal(t, ran{1, leakyLines, ""}, r, "what is not used is not read")
}

func TestTooOldForAFile(t *testing.T) {
	exe := builtWith(t, older)
	dir := module(t, `
-- lib/lib.go --
//go:build go1.27

package lib

func leak() {}

type T struct{}

func (T) Do[P any](p P) P { leak(); return p }
-- top/top.go --
package top

import "example.com/m/lib"

func Top() { lib.T{}.Do(1) }
`)
	r := run(t, dir, "GOTOOLCHAIN="+newer, exe)
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.stderr, "kalint: built with "+older+", too old for a package of "+newer)
	r = run(t, dir, "GOTOOLCHAIN="+newer, builtWith(t, newer))
	assert.Equal(t, ran{1, "lib/lib.go:9:29: call of example.com/m/lib.leak! (toyleak)\ntop/top.go:5:14: call of (example.com/m/lib.T).Do! (toyleak)\n", ""}, r)
}
