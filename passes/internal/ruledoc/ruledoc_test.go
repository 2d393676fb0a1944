package ruledoc_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/kalint/kalint/passes/internal/ruledoc"
)

// two is a package comment with two rules.
const two = `// A licence.

// Package two has two rules.
//
// # Analyzer first
//
// first: report the first thing
//
// Code:
//
//	first()
//
// # Limits
//
// Few.
//
// # Analyzer firstborn
//
// firstborn: report another thing
package two

// # Analyzer last
//
// last: not in the package comment
`

func TestExtract(t *testing.T) {
	for name, want := range map[string]string{
		"first":     "report the first thing\n\nCode:\n\n\tfirst()\n\n# Limits\n\nFew.",
		"firstborn": "report another thing",
	} {
		assert.Equal(t, want, ruledoc.Extract(two, name))
	}
}

func TestExtractPanics(t *testing.T) {
	for about, src := range map[string]string{
		"not Go":                "# Analyzer rule\n\nrule: summary\n",
		"no package comment":    "package p\n",
		"another rule":          "// # Analyzer other\n//\n// rule: summary\npackage p\n",
		"another rule's line":   "// # Analyzer rule\n//\n// other: summary\npackage p\n",
		"nothing below":         "// # Analyzer rule\npackage p\n",
		"below the package":     "package p\n\n// # Analyzer rule\n//\n// rule: summary\n",
		"name is part of other": "// # Analyzer ruler\n//\n// ruler: summary\npackage p\n",
		"detached":              "// # Analyzer rule\n//\n// rule: summary\n\npackage p\n",
	} {
		t.Run(about, func(t *testing.T) {
			assert.Panics(t, func() { ruledoc.Extract(src, "rule") })
		})
	}
}
