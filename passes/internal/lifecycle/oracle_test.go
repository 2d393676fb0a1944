package lifecycle_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
	"github.com/kalint/kalint/passes/internal/lifecycle"
	"github.com/kalint/kalint/passes/internal/lifecycle/internal/fuzzgen"
	"github.com/kalint/kalint/passes/internal/lifecycle/internal/oracle"
)

// More functions: go test ./passes/internal/lifecycle -run TestOracle -timeout 0 -v -functions 100000
var (
	functions = flag.Int("functions", 600, "how many functions TestOracle generates, at least")
	seed      = flag.Uint64("seed", 1, "the seed of the first batch of TestOracle")
	reduce    = flag.Bool("reduce", true, "make what TestOracle prints smaller")
	show      = flag.Int("show", 3, "how many disagreements of each kind TestOracle makes smaller and prints")
)

// perBatch is how many functions are built into one program.
const perBatch = 2000

// tooLarge reports the calls that the engine says nothing of because there is too much to follow.
var tooLarge = &analysis.Analyzer{
	Name:     "toolarge",
	Doc:      "report calls behind which there is too much to follow",
	Requires: []*analysis.Analyzer{lifecycle.Analyzer},
	Run: func(pass *analysis.Pass) (any, error) {
		calls, err := pass.ResultOf[lifecycle.Analyzer].(*lifecycle.Result).TooLarge()
		for _, pos := range calls {
			pass.Reportf(pos, "too large")
		}
		return nil, err
	},
}

func newChecker(t testing.TB) *oracle.Checker {
	t.Helper()
	c, err := oracle.NewChecker(map[string]*analysis.Analyzer{
		"bodyclose": bodyclose.Analyzer,
		"toolarge":  tooLarge,
		"unread":    bodydrain.New(bodydrain.Level("unread")),
		"paths":     bodydrain.New(bodydrain.Level("paths")),
		"eof":       bodydrain.New(bodydrain.Level("eof")),
	})
	require.NoError(t, err)
	return c
}

// generate makes units of random bytes.
func generate(seed uint64, n int) []*fuzzgen.Unit {
	r := rand.New(rand.NewPCG(seed, 0))
	units := make([]*fuzzgen.Unit, n)
	for i := range units {
		units[i] = fuzzgen.Decode(someBytes(r))
	}
	return units
}

func randomBytes(seed uint64) []byte { return someBytes(rand.New(rand.NewPCG(seed, 0))) }

func someBytes(r *rand.Rand) []byte {
	data := make([]byte, 8+r.IntN(120))
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	return data
}

// judge runs the units and the rules over them, these twice.
func judge(t testing.TB, c *oracle.Checker, units []*fuzzgen.Unit) []oracle.Judgement {
	t.Helper()
	b := oracle.NewBatch(units)
	found, err := c.Check(b)
	require.NoError(t, err)
	again, err := c.Check(b)
	require.NoError(t, err)
	require.Equal(t, found, again, "what the rules find differs between two runs")
	results, err := b.Run(t.TempDir())
	require.NoError(t, err)
	return b.Judge(found, results)
}

// TestOracle holds what the rules say of generated functions against what these do when they are run.
func TestOracle(t *testing.T) {
	c := newChecker(t)
	counts := make(map[string]int)
	wrong := make(map[string][]fault)
	done := 0
	for batch := *seed; done < *functions; batch++ {
		units := generate(batch, min(perBatch, *functions-done))
		for _, u := range units {
			done += 1 + len(u.Helpers)
		}
		for _, j := range judge(t, c, units) {
			kind := j.Rule + ": " + string(j.Verdict)
			counts[kind]++
			if j.Verdict == oracle.Miss || j.Verdict == oracle.False {
				wrong[kind] = append(wrong[kind], fault{units[j.Unit], j})
			}
		}
	}
	t.Logf("%d functions", done)
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%-32s %d", k, counts[k])
	}
	var faults []fault
	for _, k := range slices.Sorted(maps.Keys(wrong)) {
		slices.SortStableFunc(wrong[k], func(a, b fault) int { return a.unit.Size() - b.unit.Size() })
		faults = append(faults, wrong[k][:min(*show, len(wrong[k]))]...)
	}
	if *reduce && len(faults) > 0 {
		faults = shrink(t, c, faults)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// A fault is a disagreement between a rule and the oracle.
type fault struct {
	unit *fuzzgen.Unit
	oracle.Judgement
}

func (f fault) String() string {
	return fmt.Sprintf("%s: %s at %s, site %d: %s\n%s", f.Rule, f.Verdict, f.Func, f.Site, f.Detail, f.Source)
}

// shrink makes the functions of disagreements smaller for as long as there are disagreements of their kinds.
func shrink(t *testing.T, c *oracle.Checker, faults []fault) []fault {
	t.Helper()
	for smaller := true; smaller; {
		var candidates []*fuzzgen.Unit
		var of []int
		for i, f := range faults {
			for _, u := range fuzzgen.Shrink(f.unit) {
				candidates = append(candidates, u)
				of = append(of, i)
			}
		}
		smaller = false
		for _, j := range judge(t, c, candidates) {
			f := &faults[of[j.Unit]]
			if j.Rule == f.Rule && j.Verdict == f.Verdict && len(j.Source) < len(f.Source) {
				*f, smaller = fault{candidates[j.Unit], j}, true
			}
		}
	}
	return faults
}
