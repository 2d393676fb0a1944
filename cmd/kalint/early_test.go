package main_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Most units of a run are the standard library's: they are answered before what an analysis needs is initialized.
func TestStandardLibraryIsAnsweredEarly(t *testing.T) {
	dir := module(t, leakyFile)
	initialized := regexp.MustCompile(`(?m)^init (go/types|golang.org/x/tools/|github.com/kalint/kalint/passes)`)

	cfg := config(t, dir)
	r := run(t, dir, "GODEBUG=inittrace=1", kalint, "-json", writeConfig(t, cfg))
	require.Equal(t, 0, r.code, r.stderr)
	assert.Regexp(t, initialized, r.stderr)

	cfg.ImportPath, cfg.Dir, cfg.ModulePath = "fmt", filepath.Join(strings.TrimSpace(run(t, dir, "go", "env", "GOROOT").out), "src", "fmt"), ""
	cfg.VetxOnly = true
	name := filepath.Join(dir, "std.cfg")
	write(t, name, marshal(t, cfg))
	r = run(t, dir, "GODEBUG=inittrace=1", kalint, "-json", name)
	assert.Equal(t, 0, r.code)
	assert.Empty(t, r.out)
	assert.NotRegexp(t, initialized, r.stderr)
	assert.Empty(t, read(t, cfg.VetxOutput))
}
