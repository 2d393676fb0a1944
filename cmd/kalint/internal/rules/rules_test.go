package rules

import (
	"bytes"
	"flag"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

func three() []*analysis.Analyzer {
	all := []*analysis.Analyzer{{Name: "a", Doc: "a: does a"}, {Name: "bb", Doc: "does b\n\nIn detail.\n"}, {Name: "c"}}
	all[1].Flags.String("level", "low", "how much")
	return all
}

func TestChosen(t *testing.T) {
	for args, want := range map[string]string{
		"":                         "a, bb, c",
		"-a":                       "a",
		"-a=false":                 "bb, c",
		"-a=false -bb=false":       "c",
		"-a -bb=false":             "a",
		"-bb -c=1":                 "bb, c",
		"-a=false -a":              "a",
		"-a=0 -bb=F -c=false":      "",
		"-bb.level=high -c=false":  "a, bb",
		"-bb.level high -bb=false": "a, c",
	} {
		fs := flag.NewFlagSet("", flag.ContinueOnError)
		c := Define(fs, three())
		require.NoError(t, fs.Parse(strings.Fields(args)))
		assert.Equal(t, want, Names(c.Chosen()), args)
	}
}

// TestChosenComments checks that the rule on comments goes with all others.
func TestChosenComments(t *testing.T) {
	for args, want := range map[string]string{
		"":                            "a, bb, c, ignore",
		"-a":                          "a, ignore",
		"-a=false":                    "bb, c, ignore",
		"-a -ignore":                  "a, ignore",
		"-a -ignore=false":            "a",
		"-ignore":                     "ignore",
		"-ignore=false":               "a, bb, c",
		"-a=false -ignore=false":      "bb, c",
		"-a=false -bb=false -c=false": "ignore",
		"-a=false -ignore=true":       "ignore",
		"-bb -bb=false -ignore":       "ignore",
		"-bb -bb=false":               "a, c, ignore",
		"-bb=false -c -ignore=off":    "",
	} {
		fs := flag.NewFlagSet("", flag.ContinueOnError)
		fs.SetOutput(io.Discard)
		c := Define(fs, append(three(), &analysis.Analyzer{Name: "ignore"}))
		err := fs.Parse(strings.Fields(args))
		if want == "" {
			require.ErrorContains(t, err, "want true or false")
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, want, Names(c.Chosen()), args)
	}
}

func TestDescribe(t *testing.T) {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	Define(fs, three()[1:2])
	fs.Bool("fix", false, "")
	var b bytes.Buffer
	require.NoError(t, Describe(&b, fs))
	assert.JSONEq(t, `[
		{"Name": "bb", "Bool": true, "Usage": "run rule bb (any true: only those; any false: all but those)"},
		{"Name": "bb.level", "Bool": false, "Usage": "how much"}
	]`, b.String())
}

func TestHelp(t *testing.T) {
	var b bytes.Buffer
	List(&b, three()[:2])
	assert.Equal(t, "\ta   does a\n\tbb  does b\n", b.String())
	b.Reset()
	Page(&b, Find(three(), "bb"), 80, false)
	assert.Equal(t, "bb: does b\n\nIn detail.\n\nFlags:\n\t-bb\n\t\trun this rule only; -bb=false: run all others\n\t-bb.level=low\n\t\thow much\n", b.String())
	assert.Nil(t, Find(three(), "x"))
}
