package lifecycle

import (
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/partial"
)

// stdSummaries runs the engine over the toolchain's own source, dependencies first, and returns the summaries of the
// functions that other packages can call.
func stdSummaries(t *testing.T) map[*types.Func]summary {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax}, "std")
	require.NoError(t, err)
	require.Greater(t, len(pkgs), 100)
	computed := make(map[*types.Func]summary)
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		if p.Types == nil || p.Types.Path() == "unsafe" {
			return
		}
		pass := &analysis.Pass{
			Fset: p.Fset, Files: p.Syntax, Pkg: p.Types, TypesInfo: p.TypesInfo,
			ImportObjectFact: func(obj types.Object, f analysis.Fact) bool {
				s, ok := computed[obj.(*types.Func)]
				f.(*Fact).Text = s.String()
				return ok
			},
			ExportObjectFact: func(obj types.Object, f analysis.Fact) {
				s, err := parseSummary(f.(*Fact).Text)
				require.NoError(t, err, obj)
				computed[obj.(*types.Func)] = s
			},
		}
		r := newRelevant(pass)
		r.needResponses(findResponseType(p.Types))
		r.needAsked()
		if r.none() {
			return
		}
		prog := new(partial.Shared).Build(pass, r.needs)
		e := newEngine(pass, prog)
		e.responseType = findResponseType(p.Types)
		x := exporter{eng: e, named: make(map[string]bool)}
		for _, fn := range partial.Functions(pass, prog) {
			x.function(fn)
		}
		x.finish(new(string))
	})
	return computed
}

// stdExceptions are functions of the standard library for which the table differs from what their code computes to.
var stdExceptions = map[string]string{
	"hash/maphash.Comparable":            "the compiler puts its own code in the place of a panic",
	"hash/maphash.WriteComparable":       "the compiler puts its own code in the place of a panic",
	"net/http.ReadResponse":              "its body is built from the connection: this is where open responses come from",
	"(*net/http/httputil.ClientConn).Do": "it reads its response with ReadResponse",
}

// TestTable holds the table of the standard library's functions against what the engine computes from the toolchain's
// source: where that is certain that a function closes what it is given, hands out a response that needs no closing, or
// does not return, the table must say so as well.
func TestTable(t *testing.T) {
	computed := stdSummaries(t)
	require.Greater(t, len(computed), 500)
	for obj, s := range computed {
		if !public(obj) || stdExceptions[obj.FullName()] != "" {
			continue
		}
		text, _ := nethttp.Summary(obj)
		table := make(summary)
		if text != "" {
			var err error
			table, err = parseSummary(text)
			require.NoError(t, err, obj.FullName())
		}
		for r, outs := range s {
			switch {
			case r.param == valueRole && len(outs) == 0:
				assert.True(t, nethttp.NeverReturns(obj), "%s does not return", obj.FullName())
			case r.param == openRole && len(outs) == 0 && responseIndex(obj.Signature()) >= 0:
				assert.Contains(t, table, r, "%s hands out no open response", obj.FullName())
			case r.param >= 0 && (r.path == "" || r.path == "[]") && closesAlways(outs):
				assert.True(t, nethttp.NeverReturns(obj) || closesAlways(table[r]), "%s: %s", obj.FullName(), summary{r: outs})
			}
		}
	}
}

// TestTableNames holds the names in the table against the toolchain: a name that is not there any more has no effect.
func TestTableNames(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports}, "std")
	require.NoError(t, err)
	known := make(map[string]*types.Func)
	for _, p := range pkgs {
		for _, name := range p.Types.Scope().Names() {
			switch obj := p.Types.Scope().Lookup(name).(type) {
			case *types.Func:
				known[obj.FullName()] = obj
			case *types.TypeName:
				if n, ok := obj.Type().(*types.Named); ok {
					for m := range n.Methods() {
						known[m.FullName()] = m
					}
				}
			}
		}
	}
	for name, text := range nethttp.All() {
		s, err := parseSummary(text)
		if !assert.NoError(t, err, name) || !nethttp.IsStd(nethttp.PackageOf(name)) {
			continue
		}
		if obj := known[name]; assert.NotNil(t, obj, "%s is not in the standard library", name) {
			for r := range s {
				params := obj.Signature().Params().Len()
				if obj.Signature().Recv() != nil {
					params++
				}
				assert.Less(t, r.param, params, name)
			}
		}
	}
}

// public reports whether other modules can call the function.
func public(obj *types.Func) bool {
	if path := obj.Pkg().Path(); strings.Contains(path, "internal") || strings.HasPrefix(path, "vendor/") {
		return false
	}
	recv := obj.Signature().Recv()
	if recv == nil {
		return obj.Exported()
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := t.(*types.Named)
	return ok && (n.Obj().Exported() || n.Obj().Name() == "common") && obj.Exported()
}

// closesAlways reports whether all outcomes close.
func closesAlways(outs []outcome) bool {
	return len(outs) > 0 && !slices.ContainsFunc(outs, func(o outcome) bool { return o.status != closed })
}
