package idleconns_test

import (
	"go/token"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/passes/idleconns"
	"github.com/kalint/kalint/passes/transportreuse"
)

// What is analyzed are packages that both rules were run over.
type analyzed struct {
	fset  *token.FileSet
	roots []*checker.Action
}

// analyze runs the rules over packages below testdata/src, which may have no errors.
func analyze(t *testing.T, testdata string, patterns ...string) *analyzed {
	t.Helper()
	fset := token.NewFileSet()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax,
		Dir:  testdata,
		Fset: fset,
		Env:  append(os.Environ(), "GOPATH="+testdata, "GO111MODULE=off", "GOFLAGS=", "GOWORK=off"),
	}, patterns...)
	require.NoError(t, err)
	require.NotEmpty(t, pkgs)
	for _, p := range pkgs {
		require.Empty(t, p.Errors, p.PkgPath)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{idleconns.Analyzer, transportreuse.Analyzer}, pkgs, nil)
	require.NoError(t, err)
	for _, a := range graph.Roots {
		require.NoError(t, a.Err, a.String())
	}
	return &analyzed{fset, graph.Roots}
}

// of returns a rule's diagnostics.
func (a *analyzed) of(rule *analysis.Analyzer) []analysis.Diagnostic {
	var all []analysis.Diagnostic
	for _, action := range a.roots {
		if action.Analyzer == rule {
			all = append(all, action.Diagnostics...)
		}
	}
	return all
}
