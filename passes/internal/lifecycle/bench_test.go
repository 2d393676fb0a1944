//go:build unix

package lifecycle_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/passes/internal/lifecycle"
)

// A growing is a program of n things of a kind, which the engine should go through in time that is proportional to n.
type growing struct {
	one, many string
	sizes     []int
	source    func(n int) string
	found     func(n int) int // the responses that it finds
}

// The programs. Their bodies are closed by chance, so that there is something to find and to tell.
var programs = []growing{
	{"line", "lines", []int{1_000, 10_000, 100_000}, manyLines, one},
	{"function", "functions", []int{10, 100, 1_000}, manyFunctions, same},
	{"branch", "branches", []int{10, 100, 1_000, 10_000}, manyBranches, one},
	{"counter", "counters", []int{10, 100, 1_000}, manyCounters, one},
	{"return", "returns", []int{10, 100, 1_000, 10_000}, manyReturns, one},
	{"loop", "loops", []int{10, 100, 1_000}, manyLoops, one},
	{"variable", "variables", []int{2, 4, 8, 16}, manyVariables, one},
	{"response", "responses", []int{10, 100, 300}, manyResponses, same},
	{"literal", "literals", []int{10, 100, 300}, manyLiterals, one},
	{"call", "calls", []int{10, 100, 1_000}, manyCalls, one},
}

func one(int) int    { return 1 }
func same(n int) int { return n }

// BenchmarkGrowth measures the engine on programs of growing size. Where it takes time in proportion, the time per thing
// stays as it is. That is CPU time, which other load changes little; ns/op is not. Unfollowed are the responses behind which
// there is too much to follow.
func BenchmarkGrowth(b *testing.B) {
	for _, g := range programs {
		for _, n := range g.sizes {
			b.Run(fmt.Sprintf("%s=%d", g.many, n), func(b *testing.B) {
				pkg := load(b, g.source(n))
				var res *lifecycle.Result
				start := cpuTime(b)
				for b.Loop() {
					res = engine(b, pkg)
				}
				b.ReportMetric(float64(cpuTime(b)-start)/float64(b.N)/float64(n), "ns/"+g.one)
				b.ReportMetric(float64(len(res.TooLarge)), "unfollowed")
			})
		}
	}
}

// cpuTime is what the process has taken so far.
func cpuTime(tb testing.TB) time.Duration {
	var u syscall.Rusage
	require.NoError(tb, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestGrowing sees that the benchmark's programs are what they should be.
func TestGrowing(t *testing.T) {
	for _, g := range programs {
		t.Run(g.many, func(t *testing.T) {
			res := engine(t, load(t, g.source(3)))
			assert.Len(t, res.Responses, g.found(3))
			assert.Empty(t, res.TooLarge)
		})
	}
}

// load type-checks a program.
func load(tb testing.TB, src string) *packages.Package {
	tb.Helper()
	p := &packages.Package{
		ID: "example.com/p", PkgPath: "example.com/p", Name: "p", Fset: token.NewFileSet(), TypesSizes: types.SizesFor("gc", "amd64"),
		TypesInfo: &types.Info{
			Types: make(map[ast.Expr]types.TypeAndValue), Instances: make(map[*ast.Ident]types.Instance),
			Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
			Implicits: make(map[ast.Node]types.Object), Selections: make(map[*ast.SelectorExpr]*types.Selection),
			Scopes: make(map[ast.Node]*types.Scope), FileVersions: make(map[*ast.File]string),
		},
	}
	f, err := parser.ParseFile(p.Fset, "p.go", src, parser.ParseComments|parser.SkipObjectResolution)
	require.NoError(tb, err)
	p.Syntax = []*ast.File{f}
	conf := types.Config{GoVersion: "go1.26", Sizes: p.TypesSizes, Importer: importer.ForCompiler(p.Fset, "gc", nil)}
	p.Types, err = conf.Check(p.PkgPath, p.Fset, p.Syntax, p.TypesInfo)
	require.NoError(tb, err)
	return p
}

// engine runs the engine over a package.
func engine(tb testing.TB, pkg *packages.Package) *lifecycle.Result {
	graph, err := checker.Analyze([]*analysis.Analyzer{lifecycle.Analyzer}, []*packages.Package{pkg}, nil)
	require.NoError(tb, err)
	require.NoError(tb, graph.Roots[0].Err)
	return graph.Roots[0].Result.(*lifecycle.Result)
}

// fetching is a program with the function fetch, which may leave a body open; body comes between the request and the
// last line, and after are other declarations.
func fetching(body, after string) string {
	return `package p

import "net/http"

func fetch(url string, c []bool) (n int) {
	resp, err := http.Get(url)
	if err != nil {
		return 0
	}
` + body + `	if n > 3 {
		resp.Body.Close()
	}
	return n
}
` + after
}

// repeat writes n pieces of a program, where $i is the number of each, and $j that of the next.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.NewReplacer("$i", strconv.Itoa(i), "$j", strconv.Itoa(i+1)).Replace(format))
	}
	return b.String()
}

// manyLines is n lines of functions that have nothing to do with HTTP, beside one that has.
func manyLines(n int) string {
	return fetching("", repeat(n/10+1, `
func F$i(a []string, m map[string]int) (int, error) {
	n := 0
	for _, s := range a {
		if m[s] > $i {
			n += m[s]
		}
	}
	return n, nil
}
`))
}

// manyFunctions is n functions with a response each.
func manyFunctions(n int) string {
	return "package p\n\nimport \"net/http\"\n" + repeat(n, `
func F$i(url string, c bool) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	if c {
		return "", nil
	}
	defer resp.Body.Close()
	return resp.Status, nil
}
`)
}

// manyBranches is a function with n branches that come together again.
func manyBranches(n int) string {
	return fetching(repeat(n, "\tif c[$i] {\n\t\tprintln($i)\n\t}\n"), "")
}

// manyCounters is a function with n branches that each count: what a number may be multiplies.
func manyCounters(n int) string {
	return fetching(repeat(n, "\tif c[$i] {\n\t\tn += $i\n\t}\n"), "")
}

// manyReturns is a function with n branches that leave it, every other one with the body closed.
func manyReturns(n int) string {
	return fetching(repeat((n+1)/2, "\tif c[$i] {\n\t\treturn n\n\t}\n\tif n == $i {\n\t\tresp.Body.Close()\n\t\treturn n\n\t}\n"), "")
}

// manyLoops is a function with n loops, one after the other, that have a branch inside.
func manyLoops(n int) string {
	return fetching(repeat(n, "\tfor i := range c {\n\t\tif c[i] {\n\t\t\tprintln($i)\n\t\t}\n\t}\n"), "")
}

// manyVariables is a function whose branches set n variables that it looks at later: what is known of them multiplies.
func manyVariables(n int) string {
	return fetching(repeat(n, "\tv$i := false\n\tif c[$i] {\n\t\tv$i = true\n\t}\n")+
		repeat(n, "\tif v$i {\n\t\tn++\n\t}\n"), "")
}

// manyResponses is a function with n responses, one after the other.
func manyResponses(n int) string {
	return "package p\n\nimport \"net/http\"\n\nfunc fetch(url string, c []bool) error {\n" + repeat(n, `	resp$i, err := http.Get(url)
	if err != nil {
		return err
	}
	if c[$i] {
		return nil
	}
	resp$i.Body.Close()
`) + "\treturn nil\n}\n"
}

// manyLiterals is a function with n function literals that are called and look at the response.
func manyLiterals(n int) string {
	return fetching(repeat(n, "\tfunc() {\n\t\tif resp.StatusCode == $i {\n\t\t\tn++\n\t\t}\n\t}()\n"), "")
}

// manyCalls is a response that goes through n functions, of which the last closes it.
func manyCalls(n int) string {
	return fetching("\tif c[0] {\n\t\tclose0(resp)\n\t\treturn n\n\t}\n", repeat(n-1, `
func close$i(resp *http.Response) {
	if resp.StatusCode != $i {
		close$j(resp)
	}
}
`)+fmt.Sprintf("\nfunc close%d(resp *http.Response) { resp.Body.Close() }\n", n-1))
}
