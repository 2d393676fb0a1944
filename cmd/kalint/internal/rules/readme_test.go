package rules

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes"
)

var update = flag.Bool("update", false, "write the rules' pages, passes/RULE/README.md")

const generated = "<!-- Printed from doc.go by go test ./cmd/kalint/internal/rules -update; DO NOT EDIT. -->\n\n"

// TestREADMEs compares the rules' pages with what their doc.go says, or writes
// them.
func TestREADMEs(t *testing.T) {
	for _, a := range passes.All() {
		name := filepath.Join("..", "..", "..", "..", "passes", a.Name, "README.md")
		want := generated + Markdown(a)
		if *update {
			require.NoError(t, os.WriteFile(name, []byte(want), 0o666))
		}
		got, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, want, string(got), "%s: run go test ./cmd/kalint/internal/rules -update", a.Name)
		assert.Equal(t, "https://github.com/kalint/kalint/tree/main/passes/"+a.Name, a.URL, "where the page is")
		assert.Contains(t, want, "\n\n# "+a.Name+"\n", "where a diagnostic's URL leads, which has the category as a fragment")
	}
}

func TestMarkdown(t *testing.T) {
	a := &analysis.Analyzer{Name: "x", Doc: `report x's

Text that is
wrapped, *T:

	// Reported.
	func f() {}

Statements:

	defer f()

	g()

# Effect

A table:

	what is done  go1.26.8  go1.27.4
	first thing   10        1–2
	2nd           1         1

No table:

	$ x  y
	z

A list:

  - one
  - two
`}
	a.Flags.String("level", "low", "how much")
	a.Flags.String("empty", "", "nothing")
	want := strings.ReplaceAll(`# x

Report x's.

Text that is wrapped, \*T:

'''go
// Reported.
func f() {}
'''

Statements:

'''go
defer f()

g()
'''

## Effect

A table:

| what is done | go1.26.8 | go1.27.4 |
| --- | --- | --- |
| first thing | 10 | 1–2 |
| 2nd | 1 | 1 |

No table:

'''text
$ x  y
z
'''

A list:

  - one
  - two

## On the command line

- '-x': run this rule only; '-x=false': run all others
- '-x.empty': nothing
- '-x.level=low': how much
`, "'", "`")
	want = strings.Replace(want, "x`s.", "x's.", 1)
	assert.Equal(t, want, Markdown(a))
}
