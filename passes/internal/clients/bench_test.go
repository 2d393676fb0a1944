//go:build unix

package clients

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
)

// A growing is a program of n things of a kind, which the engine should go through in time that is proportional to n.
type growing struct {
	one, many string
	sizes     []int
	source    func(n int) string
	found     func(n int) (idle, builds int) // what it finds
}

var programs = []growing{
	{"line", "lines", []int{1_000, 10_000, 100_000}, manyLines, oneClient},
	{"branch", "branches", []int{10, 100, 1_000, 10_000}, manyBranches, oneClient},
	{"literal", "literals", []int{10, 100, 1_000}, manyLiterals, func(n int) (int, int) { return n, 0 }},
	{"build", "builds", []int{10, 100, 1_000}, manyBuilds, func(n int) (int, int) { return 0, n }},
	{"goroutine", "goroutines", []int{10, 100, 1_000}, manyGoroutines, oneClient},
	{"request", "requests", []int{10, 100, 1_000}, manyRequests, oneClient},
	{"field", "fields", []int{10, 100, 1_000}, manyFields, func(n int) (int, int) { return n, 0 }},
	{"call", "calls", []int{10, 100, 1_000}, manyCalls, oneClient},
	{"caller", "callers", []int{10, 100, 1_000}, manyCallers, func(n int) (int, int) { return n, 0 }},
}

func oneClient(int) (idle, builds int) { return 1, 0 }

// BenchmarkGrowth measures the engine on programs of growing size. Where it takes time in proportion, the time per thing
// stays as it is. That is CPU time, which other load changes little; ns/op is not.
func BenchmarkGrowth(b *testing.B) {
	for _, g := range programs {
		for _, n := range g.sizes {
			b.Run(fmt.Sprintf("%s=%d", g.many, n), func(b *testing.B) {
				pkg := load(b, g.source(n))
				start := cpuTime(b)
				for b.Loop() {
					engine(b, pkg)
				}
				b.ReportMetric(float64(cpuTime(b)-start)/float64(b.N)/float64(n), "ns/"+g.one)
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
			idle, builds := engine(t, load(t, g.source(3)))
			wantIdle, wantBuilds := g.found(3)
			assert.Len(t, idle, wantIdle)
			assert.Len(t, builds, wantBuilds)
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

// engine runs the engine over a package and looks at all that it finds.
func engine(tb testing.TB, pkg *packages.Package) ([]*Idle, []*Build) {
	graph, err := checker.Analyze([]*analysis.Analyzer{Analyzer}, []*packages.Package{pkg}, nil)
	require.NoError(tb, err)
	require.NoError(tb, graph.Roots[0].Err)
	res := graph.Roots[0].Result.(*Result)
	idle, err := res.Idle()
	require.NoError(tb, err)
	builds, err := res.Builds()
	require.NoError(tb, err)
	return idle, builds
}

// sharing is a program in which many goroutines share a client; body stands in the function that they run, and after are
// other declarations.
func sharing(body, after string) string {
	return `package p

import "net/http"

func Load(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	for _, url := range urls {
		go fetch(client, url, 0)
	}
}

func fetch(client *http.Client, url string, n int) int {
` + body + `	if resp, err := client.Get(url); err == nil {
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

// manyLines is n lines of functions that have nothing to do with HTTP, beside some that have.
func manyLines(n int) string {
	return sharing("", repeat(n/10+1, `
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

// manyBranches is a function with n branches before its request.
func manyBranches(n int) string {
	return sharing(repeat(n, "\tif n == $i {\n\t\tn += $i\n\t}\n"), "")
}

// manyLiterals is n functions with a client each, and goroutines that share it.
func manyLiterals(n int) string {
	return "package p\n\nimport \"net/http\"\n" + repeat(n, `
func Load$i(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	for _, url := range urls {
		go func() {
			if resp, err := client.Get(url); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
`)
}

// manyBuilds is n functions that build a transport for one request each.
func manyBuilds(n int) string {
	return "package p\n\nimport \"net/http\"\n" + repeat(n, `
func Fetch$i(url string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{}}
	return client.Get(url)
}
`)
}

// manyGoroutines is n functions that start goroutines which share a package's client.
func manyGoroutines(n int) string {
	return "package p\n\nimport \"net/http\"\n\nvar client = &http.Client{Transport: &http.Transport{}}\n" + repeat(n, `
func Load$i(urls []string) {
	for _, url := range urls {
		go func() {
			if resp, err := client.Get(url); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
`)
}

// manyRequests is a function with n requests.
func manyRequests(n int) string {
	return sharing(repeat(n, "\tif resp, err := client.Get(url); err == nil {\n\t\tresp.Body.Close()\n\t}\n"), "")
}

// manyFields is n types with a client in a field, and a method that goroutines run.
func manyFields(n int) string {
	return "package p\n\nimport \"net/http\"\n" + repeat(n, `
type T$i struct{ client *http.Client }

func New$i() *T$i { return &T$i{client: &http.Client{Transport: &http.Transport{}}} }

func (t *T$i) Load(urls []string) {
	for _, url := range urls {
		go t.fetch(url)
	}
}

func (t *T$i) fetch(url string) {
	if resp, err := t.client.Get(url); err == nil {
		resp.Body.Close()
	}
}
`)
}

// manyCalls is a client that goes through n functions to its request.
func manyCalls(n int) string {
	return sharing("\tfetch0(client, url)\n", repeat(n-1, `
func fetch$i(client *http.Client, url string) {
	if url != "$i" {
		fetch$j(client, url)
	}
}
`)+fmt.Sprintf(`
func fetch%d(client *http.Client, url string) {
	if resp, err := client.Get(url); err == nil {
		resp.Body.Close()
	}
}
`, n-1))
}

// manyCallers is n functions with a client each that hand it to the same function.
func manyCallers(n int) string {
	return `package p

import "net/http"

func load(client *http.Client, urls []string) {
	for _, url := range urls {
		go func() {
			if resp, err := client.Get(url); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
` + repeat(n, "\nfunc Load$i(urls []string) {\n\tload(&http.Client{Transport: &http.Transport{}}, urls)\n}\n")
}
