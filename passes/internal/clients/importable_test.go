package clients

import (
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/passes/internal/growth"
)

// TestImportable checks that a fact has what an importer may come to, and nothing else.
func TestImportable(t *testing.T) {
	graph, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, []*packages.Package{growth.Load(t, `package p

import "net/http"

var shared = make1()

func make1() *http.Client { return new(http.Client) }

func Open(c *http.Client) { inner(c) }

func inner(c *http.Client) { c.Get("http://a.internal") }

type hidden struct{ c *http.Client }

func (h hidden) called(doer) { h.c.Get("http://a.internal") }

type doer interface{ called(doer) }

func New(c *http.Client) doer { return hidden{c} }

type Known struct{ c *http.Client }

func (k Known) called(doer) { k.c.Get("http://a.internal") }

func lost(c *http.Client) { alsoLost(c) }

func alsoLost(c *http.Client) { c.Get("http://a.internal") }
`)}, nil)
	require.NoError(t, err)
	require.NoError(t, graph.Roots[0].Err)
	fact := new(Program)
	require.True(t, graph.Roots[0].PackageFact(graph.Roots[0].Package.Types, fact))
	assert.Equal(t, "clients: (p.Known).called, (p.hidden).called, p.New, p.Open, p.init, p.inner, p.make1",
		strings.ReplaceAll(fact.String(), "example.com/", ""))
}

// TestTests checks that what go test runs is not open to others, and that what tests of other packages may use is.
func TestTests(t *testing.T) {
	p := growth.Load(t, `package p

import "testing"

func TestIt(t *testing.T) {}

func TestServer(t *testing.T) string { return "" }

func Testing(n int) {}
`)
	open := func(name string) bool { return !isTest(p.Types.Scope().Lookup(name).(*types.Func)) }
	assert.False(t, open("TestIt"))
	assert.True(t, open("TestServer"))
	assert.True(t, open("Testing"))
}
