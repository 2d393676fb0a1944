//go:build unix

package clients

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/passes/internal/growth"
)

// A growing is a program, and what the engine finds in it.
type growing struct {
	growth.Program
	found func(n int) (idle, builds int)
}

var programs = []growing{
	{growth.Program{One: "line", Many: "lines", Sizes: []int{1_000, 10_000, 100_000}, Source: manyLines}, oneClient},
	{growth.Program{One: "branch", Many: "branches", Sizes: []int{10, 100, 1_000, 10_000}, Source: manyBranches}, oneClient},
	{growth.Program{One: "literal", Many: "literals", Sizes: []int{10, 100, 1_000}, Source: manyLiterals}, func(n int) (int, int) { return n, 0 }},
	{growth.Program{One: "build", Many: "builds", Sizes: []int{10, 100, 1_000}, Source: manyBuilds}, func(n int) (int, int) { return 0, n }},
	{growth.Program{One: "goroutine", Many: "goroutines", Sizes: []int{10, 100, 1_000}, Source: manyGoroutines}, oneClient},
	{growth.Program{One: "request", Many: "requests", Sizes: []int{10, 100, 1_000}, Source: manyRequests}, oneClient},
	{growth.Program{One: "field", Many: "fields", Sizes: []int{10, 100, 1_000}, Source: manyFields}, func(n int) (int, int) { return n, 0 }},
	{growth.Program{One: "call", Many: "calls", Sizes: []int{10, 100, 1_000}, Source: manyCalls}, oneClient},
	{growth.Program{One: "caller", Many: "callers", Sizes: []int{10, 100, 1_000}, Source: manyCallers}, func(n int) (int, int) { return n, 0 }},
}

func oneClient(int) (idle, builds int) { return 1, 0 }

// BenchmarkGrowth measures the engine on programs of growing size.
func BenchmarkGrowth(b *testing.B) {
	for _, g := range programs {
		growth.Bench(b, g.Program, func(b *testing.B, pkg *packages.Package) { engine(b, pkg) })
	}
}

// TestGrowing sees that the benchmark's programs are what they should be.
func TestGrowing(t *testing.T) {
	for _, g := range programs {
		t.Run(g.Many, func(t *testing.T) {
			idle, builds := engine(t, growth.Load(t, g.Source(3)))
			wantIdle, wantBuilds := g.found(3)
			assert.Len(t, idle, wantIdle)
			assert.Len(t, builds, wantBuilds)
		})
	}
}

// engine runs the engine over a package and looks at all that it finds.
func engine(tb testing.TB, pkg *packages.Package) ([]*Idle, []*Build) {
	tb.Helper()
	res := growth.Run(tb, Analyzer, pkg).(*Result)
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

// manyLines is n lines of functions that have nothing to do with HTTP, beside some that have.
func manyLines(n int) string {
	return sharing("", growth.Lines(n))
}

// manyBranches is a function with n branches before its request.
func manyBranches(n int) string {
	return sharing(growth.Repeat(n, "\tif n == $i {\n\t\tn += $i\n\t}\n"), "")
}

// manyLiterals is n functions with a client each, and goroutines that share it.
func manyLiterals(n int) string {
	return "package p\n\nimport \"net/http\"\n" + growth.Repeat(n, `
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
	return "package p\n\nimport \"net/http\"\n" + growth.Repeat(n, `
func Fetch$i(url string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{}}
	return client.Get(url)
}
`)
}

// manyGoroutines is n functions that start goroutines which share a package's client.
func manyGoroutines(n int) string {
	return "package p\n\nimport \"net/http\"\n\nvar client = &http.Client{Transport: &http.Transport{}}\n" + growth.Repeat(n, `
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
	return sharing(growth.Repeat(n, "\tif resp, err := client.Get(url); err == nil {\n\t\tresp.Body.Close()\n\t}\n"), "")
}

// manyFields is n types with a client in a field, and a method that goroutines run.
func manyFields(n int) string {
	return "package p\n\nimport \"net/http\"\n" + growth.Repeat(n, `
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
	return sharing("\tfetch0(client, url)\n", growth.Repeat(n-1, `
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
` + growth.Repeat(n, "\nfunc Load$i(urls []string) {\n\tload(&http.Client{Transport: &http.Transport{}}, urls)\n}\n")
}
