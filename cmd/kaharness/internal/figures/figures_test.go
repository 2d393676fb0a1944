package figures

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
)

// TestPagesInKind measures the figures of all pages, and says when one is of
// another kind than what the page has: 1 against 10.
func TestPagesInKind(t *testing.T) {
	root, err := cases.FindRoot(".")
	require.NoError(t, err)
	cells, err := Pages(root)
	require.NoError(t, err)
	require.Greater(t, len(cells), 40)
	m := Meter{Root: root, Temp: t.TempDir()}
	measured, err := m.Measure(t.Context(), cells)
	require.NoError(t, err)
	require.Len(t, measured, len(cells))
	for _, d := range Compare(cells, measured) {
		assert.False(t, d.InKind, "%s: %s: %s: %s there, %s measured; kaharness figures -write writes them anew",
			d.Page, d.Row, d.Go, d.Figure, d.Measured)
	}
}

const markdown = `# Title

| what | go1.26.8 | go1.27.4 | rule |
| --- | --- | --- | --- |
| nothing (11 B body) | 10 | 9–10 | bodyclose |
| Close only, 300 KiB body | 1 | 1 | |

| flag | about go1.26 |
| --- | --- |
| anything | goes |
`

const comment = `// Package p.
//
//	func example() {}
//
//	what the code does   go1.26.8  go1.27.4
//	nothing (11 B body)  10        10
//	LimitReader shorter than the body, then Close  1  1
package p
`

func TestRewrite(t *testing.T) {
	for text, want := range map[string]string{
		markdown: strings.NewReplacer("| 10 | 9–10 |", "| 7 | 8–9 |", "| 1 | 1 |", "| 7 | 8–9 |").Replace(markdown),
		strings.Replace(comment, "//\tLimitReader shorter than the body, then Close  1  1\n", "", 1): strings.Replace(
			strings.Replace(comment, "//\tLimitReader shorter than the body, then Close  1  1\n", "", 1), "10        10\n", "7         8–9\n", 1),
	} {
		cells, err := parsePage("page", text)
		require.NoError(t, err)
		measured := make(map[Cell]Figure)
		for i, c := range cells {
			measured[c] = Figure{7, 7}
			if i%2 == 1 {
				measured[c] = Figure{8, 9}
			}
		}
		assert.Equal(t, want, rewrite(text, cells, measured))
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":      "page: no figures",
		comment: "page:7:", // a row that stands across its columns
		"| x | go1.26.8 | go1.27.4 |\n| --- | --- | --- |\n| unheard of | 1 | 1 |\n":            `page:3: there is no program for the row "unheard of"`,
		"| x | go1.26.8 | go1.27.4 |\n| --- | --- | --- |\n| nothing (11 B body) | 1 | x |\n":   `page:3: " x " is no figure`,
		"| x | go1.26.8 | go1.27.4 |\n| --- | --- | --- |\n| nothing (11 B body) | 3–1 | 1 |\n": `is no figure`,
		"| x | go1.26.8 | go1.27.4 |\n| --- | --- | --- |\n| nothing (11 B body)\n":             `page:3: a cell is missing`,
		"//\tx go1.26.8 go1.27.4\n//\ty\n":                                                      `page:2: a cell is missing`,
	} {
		_, err := parsePage("page", text)
		assert.ErrorContains(t, err, want, text)
	}
}

func TestDiffer(t *testing.T) {
	sequence, pool, races := find("nothing (11 B body)"), find("10 times 10 requests at once, MaxIdleConnsPerHost 10"), find("the same, the server flushes and ends the response 2 ms later")
	for _, tt := range []struct {
		row  *row
		a, b Figure
		want bool
	}{
		{sequence, Figure{1, 1}, Figure{10, 10}, true},
		{sequence, Figure{10, 10}, Figure{1, 3}, true},
		{sequence, Figure{1, 1}, Figure{2, 3}, false},
		{sequence, Figure{10, 10}, Figure{8, 8}, false},
		{sequence, Figure{1, 1}, Figure{5, 5}, false},
		{pool, Figure{10, 10}, Figure{82, 82}, true},
		{pool, Figure{10, 10}, Figure{12, 12}, false},
		{pool, Figure{73, 73}, Figure{82, 82}, false},
		{races, Figure{1, 1}, Figure{10, 10}, true},
	} {
		assert.Equal(t, tt.want, tt.row.differ("go1.26.8", tt.a, tt.b), "%s, %s", tt.a, tt.b)
	}
	assert.False(t, races.differ("go1.27.4", Figure{1, 1}, Figure{10, 10}))
}
