package idleconns_test

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/kalint/kalint/passes/idleconns"
	"github.com/kalint/kalint/passes/internal/fixes/fixtest"
	"github.com/kalint/kalint/passes/transportreuse"
)

// TestFixes holds what the fixes make of the packages below testdata/src/fixes/idleconns against their golden files.
// Package none has reports without a fix, and all others have reports with one.
func TestFixes(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	for _, r := range analysistest.RunWithSuggestedFixes(t, testdata, idleconns.Analyzer, "fixes/idleconns/...") {
		require.NotEmpty(t, r.Diagnostics)
		for _, d := range r.Diagnostics {
			none := filepath.Base(filepath.Dir(r.Pass.Fset.Position(d.Pos).Filename)) == "none"
			require.Equal(t, none, len(d.SuggestedFixes) == 0, r.Pass.Fset.Position(d.Pos))
		}
	}
}

// TestEveryFix makes all fixes that the rule offers in the packages below testdata/src: what comes of them must compile
// and be as gofmt has it, and neither rule on clients may have anything to say of the place any more, nor anything new.
func TestEveryFix(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	patterns := []string{"idleconns/...", "transportreuse/...", "fixes/idleconns/..."}
	before := analyze(t, testdata, patterns...)
	edits, fixed := fixesOf(t, before)
	require.Greater(t, len(fixed), 50)

	copied := t.TempDir()
	require.NoError(t, os.CopyFS(copied, os.DirFS(testdata)))
	for name, list := range edits {
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		out := fixtest.Apply(src, list)
		if was, err := format.Source(src); err == nil && bytes.Equal(was, src) {
			formatted, err := format.Source(out)
			require.NoError(t, err, "%s\n%s", name, out)
			assert.Equal(t, string(formatted), string(out), "gofmt %s", name)
		}
		require.NoError(t, os.WriteFile(filepath.Join(copied, relative(t, testdata, name)), out, 0o666))
	}
	after := analyze(t, copied, patterns...)
	for _, rule := range []*analysis.Analyzer{idleconns.Analyzer, transportreuse.Analyzer} {
		expected := make(map[place]bool)
		for _, d := range before.of(rule) {
			at := before.place(t, testdata, d)
			if rule == idleconns.Analyzer && fixed[at] {
				continue
			}
			at.offset = fixtest.Moved(edits[filepath.Join(testdata, at.name)], at.offset)
			expected[at] = true
		}
		for _, d := range after.of(rule) {
			assert.True(t, expected[after.place(t, copied, d)], "%s: %s", after.fset.Position(d.Pos), d.Message)
		}
	}
	t.Logf("%d reports, %d with a fix", len(before.of(idleconns.Analyzer)), len(fixed))
}

// fixesOf returns the edits of all fixes by file, and what they are fixes of.
func fixesOf(t *testing.T, a *analyzed) (map[string][]fixtest.Edit, map[place]bool) {
	t.Helper()
	edits, fixed := make(map[string][]fixtest.Edit), make(map[place]bool)
	for _, d := range a.of(idleconns.Analyzer) {
		for _, f := range d.SuggestedFixes {
			testdata, err := filepath.Abs("../../testdata")
			require.NoError(t, err)
			fixed[a.place(t, testdata, d)] = true
			for _, e := range f.TextEdits {
				name, edit := fixtest.Of(a.fset, e)
				edits[name] = append(edits[name], edit)
			}
		}
	}
	for name, list := range edits {
		require.True(t, fixtest.Sort(list), "%s: edits overlap", name)
	}
	return edits, fixed
}

// A place is where a report stands, in a file below testdata.
type place struct {
	name   string
	offset int
}

func (a *analyzed) place(t *testing.T, testdata string, d analysis.Diagnostic) place {
	t.Helper()
	f := a.fset.File(d.Pos)
	return place{relative(t, testdata, f.Name()), f.Offset(d.Pos)}
}

func relative(t *testing.T, dir, name string) string {
	t.Helper()
	rel, err := filepath.Rel(dir, name)
	require.NoError(t, err)
	return rel
}
