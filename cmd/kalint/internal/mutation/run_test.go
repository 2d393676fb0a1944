package mutation_test

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kalint/internal/mutation"
)

var (
	limit    = flag.Int("limit", 25, "with module directories as arguments: how many mutants of a kind are made of a package")
	patterns = flag.String("packages", "./...", "which packages of the modules")
	verbose  = flag.Bool("diffs", false, "print the diff of every mutant, not only of those that are missed")
)

// TestTestdata breaks some of the rules' own test programs.
func TestTestdata(t *testing.T) {
	testdata, err := filepath.Abs("../../../../testdata")
	require.NoError(t, err)
	env := []string{"GOPATH=" + testdata, "GO111MODULE=off", "GOFLAGS=", "GOWORK=off"}
	out := outcomes(t, testdata, 10, env, "bodyclose/basics", "bodyclose/helpers", "bodyclose/paths", "bodydrain/eof", "idleconns/constructors")
	s := tally(out)
	for _, k := range mutation.Kinds {
		assert.NotZero(t, s[k][reported], k)
	}
	complain(t, out)
}

// TestModules breaks the modules whose directories are the arguments:
//
//	go test ./cmd/kalint/internal/mutation -run Modules -v -args DIR...
func TestModules(t *testing.T) {
	if flag.NArg() == 0 {
		t.Skip("no module directories given")
	}
	var all []Outcome
	for _, dir := range flag.Args() {
		out := outcomes(t, dir, *limit, nil, strings.Fields(*patterns)...)
		t.Logf("%s\n%s", dir, table(out))
		complain(t, out)
		all = append(all, out...)
	}
	t.Logf("all modules\n%s", table(all))
}

// complain fails the test for each mutant that is not reported, unless its verdict says why not.
func complain(t *testing.T, out []Outcome) {
	t.Helper()
	for _, o := range out {
		switch {
		case o.Result == missed || o.Result == astray:
			t.Errorf("%s:%d: %s: %s, in %s\n%s", o.Place, o.Line, o.Kind, o.Result, o.Func, o.Diff)
		case *verbose || o.Result == doubtful || o.Kind == "":
			t.Logf("%s:%d: %s: %s, in %s %s\n%s", o.Place, o.Line, o.Kind, o.Result, o.Func, o.Error, o.Diff)
		}
	}
}

// outcomes has the go command run this program as a vettool over packages, one after the other.
func outcomes(t *testing.T, dir string, limit int, env []string, patterns ...string) []Outcome {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	results := t.TempDir()
	cmd := exec.Command("go", append([]string{"vet", "-p=1", "-vettool=" + self}, patterns...)...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), outcomesDir+"="+results, fmt.Sprintf("%s=%d", limitVar, limit)), env...)
	text, _ := cmd.CombinedOutput() // fails where there are findings
	files, err := filepath.Glob(filepath.Join(results, "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files, "%s", text)
	if *verbose {
		t.Logf("%s", text)
	}
	var all []Outcome
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		var some []Outcome
		require.NoError(t, json.Unmarshal(data, &some))
		for _, o := range some {
			o.Result = known(o)
			all = append(all, o)
		}
	}
	slices.SortStableFunc(all, func(a, b Outcome) int { return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Line, b.Line)) })
	return all
}

// A score counts outcomes by kind.
type score map[mutation.Kind]map[result]int

func tally(all []Outcome) score {
	s := make(score)
	for _, k := range mutation.Kinds {
		s[k] = make(map[result]int)
	}
	for _, o := range all {
		if s[o.Kind] != nil {
			s[o.Kind][o.Result]++
		}
	}
	return s
}

func table(all []Outcome) string {
	results := []result{reported, equivalent, elsewhere, doubtful, missed, astray, noisy, broken}
	var b strings.Builder
	fmt.Fprintf(&b, "%-15s", "kind")
	for _, r := range results {
		fmt.Fprintf(&b, "%11s", r)
	}
	s := tally(all)
	for _, k := range mutation.Kinds {
		fmt.Fprintf(&b, "\n%-15s", k)
		for _, r := range results {
			fmt.Fprintf(&b, "%11d", s[k][r])
		}
	}
	return b.String()
}
