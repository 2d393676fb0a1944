//go:build unix

package lifecycle_test

import (
	"fmt"
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/passes/internal/growth"
	"github.com/kalint/kalint/passes/internal/lifecycle"
)

// A growing is a program, and how many responses the engine finds in it.
type growing struct {
	growth.Program
	found func(n int) int
}

// The programs. Their bodies are closed by chance, so that there is something to find and to tell.
var programs = []growing{
	{growth.Program{One: "line", Many: "lines", Sizes: []int{1_000, 10_000, 100_000}, Source: manyLines}, one},
	{growth.Program{One: "function", Many: "functions", Sizes: []int{10, 100, 1_000}, Source: manyFunctions}, same},
	{growth.Program{One: "branch", Many: "branches", Sizes: []int{10, 100, 1_000, 10_000}, Source: manyBranches}, one},
	{growth.Program{One: "counter", Many: "counters", Sizes: []int{10, 100, 1_000}, Source: manyCounters}, one},
	{growth.Program{One: "return", Many: "returns", Sizes: []int{10, 100, 1_000, 10_000}, Source: manyReturns}, one},
	{growth.Program{One: "loop", Many: "loops", Sizes: []int{10, 100, 1_000}, Source: manyLoops}, one},
	{growth.Program{One: "variable", Many: "variables", Sizes: []int{2, 4, 8, 16}, Source: manyVariables}, one},
	{growth.Program{One: "option", Many: "options", Sizes: []int{2, 4, 8, 16}, Source: manyOptions}, one},
	{growth.Program{One: "response", Many: "responses", Sizes: []int{10, 100, 300}, Source: manyResponses}, same},
	{growth.Program{One: "literal", Many: "literals", Sizes: []int{10, 100, 300}, Source: manyLiterals}, one},
	{growth.Program{One: "call", Many: "calls", Sizes: []int{10, 100, 1_000}, Source: manyCalls}, one},
}

func one(int) int    { return 1 }
func same(n int) int { return n }

// BenchmarkGrowth measures the engine on programs of growing size. Unfollowed are the responses behind which there is too
// much to follow.
func BenchmarkGrowth(b *testing.B) {
	for _, g := range programs {
		growth.Bench(b, g.Program, func(b *testing.B, pkg *packages.Package) {
			_, tooLarge := engine(b, pkg)
			b.ReportMetric(float64(len(tooLarge)), "unfollowed")
		})
	}
}

// TestGrowing sees that the benchmark's programs are what they should be.
func TestGrowing(t *testing.T) {
	for _, g := range programs {
		t.Run(g.Many, func(t *testing.T) {
			responses, tooLarge := engine(t, growth.Load(t, g.Source(3)))
			assert.Len(t, responses, g.found(3))
			assert.Empty(t, tooLarge)
		})
	}
}

// engine runs the engine over a package. It returns the responses, and the calls that there is too much to follow behind.
func engine(tb testing.TB, pkg *packages.Package) ([]*lifecycle.Response, []token.Pos) {
	tb.Helper()
	res := growth.Run(tb, lifecycle.Analyzer, pkg).(*lifecycle.Result)
	responses, err := res.Responses()
	require.NoError(tb, err)
	tooLarge, err := res.TooLarge()
	require.NoError(tb, err)
	return responses, tooLarge
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

// manyLines is n lines of functions that have nothing to do with HTTP, beside one that has.
func manyLines(n int) string {
	return fetching("", growth.Lines(n))
}

// manyFunctions is n functions with a response each.
func manyFunctions(n int) string {
	return "package p\n\nimport \"net/http\"\n" + growth.Repeat(n, `
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
	return fetching(growth.Repeat(n, "\tif c[$i] {\n\t\tprintln($i)\n\t}\n"), "")
}

// manyCounters is a function with n branches that each count: what a number may be multiplies.
func manyCounters(n int) string {
	return fetching(growth.Repeat(n, "\tif c[$i] {\n\t\tn += $i\n\t}\n"), "")
}

// manyReturns is a function with n branches that leave it, every other one with the body closed.
func manyReturns(n int) string {
	return fetching(growth.Repeat((n+1)/2, "\tif c[$i] {\n\t\treturn n\n\t}\n\tif n == $i {\n\t\tresp.Body.Close()\n\t\treturn n\n\t}\n"), "")
}

// manyLoops is a function with n loops, one after the other, that have a branch inside.
func manyLoops(n int) string {
	return fetching(growth.Repeat(n, "\tfor i := range c {\n\t\tif c[i] {\n\t\t\tprintln($i)\n\t\t}\n\t}\n"), "")
}

// manyVariables is a function whose branches set n variables that it looks at later: what is known of them multiplies.
func manyVariables(n int) string {
	return fetching(growth.Repeat(n, "\tv$i := false\n\tif c[$i] {\n\t\tv$i = true\n\t}\n")+
		growth.Repeat(n, "\tif v$i {\n\t\tn++\n\t}\n"), "")
}

// manyOptions is a function that is given n options, one of which may be a response, and remembers each.
func manyOptions(n int) string {
	return fetching("", "\ntype options struct {\n\tLast *http.Response\n"+growth.Repeat(n, "\tO$i bool\n")+"}\n\nfunc Send(o *options) {\n"+
		growth.Repeat(n, "\tv$i := true\n\tif o.O$i {\n\t\tv$i = false\n\t}\n")+
		growth.Repeat(n, "\tif v$i {\n\t\tprintln($i)\n\t}\n")+"\tprintln(o.Last)\n}\n")
}

// manyResponses is a function with n responses, one after the other.
func manyResponses(n int) string {
	return "package p\n\nimport \"net/http\"\n\nfunc fetch(url string, c []bool) error {\n" + growth.Repeat(n, `	resp$i, err := http.Get(url)
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
	return fetching(growth.Repeat(n, "\tfunc() {\n\t\tif resp.StatusCode == $i {\n\t\t\tn++\n\t\t}\n\t}()\n"), "")
}

// manyCalls is a response that goes through n functions, of which the last closes it.
func manyCalls(n int) string {
	return fetching("\tif c[0] {\n\t\tclose0(resp)\n\t\treturn n\n\t}\n", growth.Repeat(n-1, `
func close$i(resp *http.Response) {
	if resp.StatusCode != $i {
		close$j(resp)
	}
}
`)+fmt.Sprintf("\nfunc close%d(resp *http.Response) { resp.Body.Close() }\n", n-1))
}
