package fixes_test

import (
	"go/format"
	"go/parser"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
	"github.com/kalint/kalint/passes/internal/fixes/fixtest"
)

// TestEveryFix makes each fix that the rules offer in the packages below testdata/src, alone: what comes of it must
// compile and be as gofmt has it, and neither rule may have anything to say of the call any more, nor anything new.
func TestEveryFix(t *testing.T) {
	d := load(t, "bodyclose/...", "bodydrain/...", "fixes/...", "github.com/...")
	var reports, fixed tally
	for _, p := range d.packages {
		before := d.over(p)
		drain := bodydrain.New(bodydrain.Level(levelFor(p.PkgPath)))
		for i, rule := range []*analysis.Analyzer{bodyclose.Analyzer, drain} {
			rules := []*analysis.Analyzer{bodyclose.Analyzer, bodydrain.Analyzer}
			if i == 1 {
				rules[1] = drain
			}
			for _, diag := range before.exec(t, rule) {
				reports[i]++
				for _, f := range diag.SuggestedFixes {
					fixed[i]++
					t.Run(d.fset.Position(diag.Pos).String(), func(t *testing.T) { tryFix(t, before, rules, diag, f) })
				}
			}
		}
	}
	t.Logf("bodyclose: %d reports, %d with a fix; bodydrain: %d reports, %d with a fix", reports[0], fixed[0], reports[1], fixed[1])
	assert.NotZero(t, fixed[0])
	assert.NotZero(t, fixed[1])
}

// A tally counts for bodyclose and bodydrain.
type tally [2]int

// levelFor returns the level that a package below bodydrain is named after. The fixes of bodyclose are for the default:
// it does not know what bodydrain was told.
func levelFor(path string) string {
	for _, level := range []string{"paths", "eof"} {
		if strings.HasPrefix(path, "bodydrain/"+level) || strings.HasPrefix(path, "fixes/bodydrain/"+level) {
			return level
		}
	}
	return "unread"
}

// over returns a run over the package as it is.
func (d *driver) over(p *packages.Package) *run {
	return &run{driver: d, pkg: p.Types, info: p.TypesInfo, files: p.Syntax}
}

// tryFix makes one fix and looks at what comes of it.
func tryFix(t *testing.T, before *run, rules []*analysis.Analyzer, diag analysis.Diagnostic, f analysis.SuggestedFix) {
	name := before.fset.File(diag.Pos).Name()
	src, err := os.ReadFile(name)
	require.NoError(t, err)
	edits := sorted(t, before, f)
	out := fixtest.Apply(src, edits)
	formatted, err := format.Source(out)
	require.NoError(t, err, "%s", out)
	assert.Equal(t, string(formatted), string(out), "gofmt")

	after := &run{driver: before.driver, texts: map[string][]byte{name: out}}
	for _, file := range before.files {
		if before.fset.File(file.FileStart).Name() == name {
			file, err = parser.ParseFile(before.fset, name, out, parser.ParseComments)
			require.NoError(t, err)
		}
		after.files = append(after.files, file)
	}
	after.pkg, after.info, err = before.check(before.pkg.Path(), after.files)
	require.NoError(t, err, "%s", around(out, fixtest.Moved(edits, before.fset.File(diag.Pos).Offset(diag.Pos))))
	for _, rule := range rules {
		compare(t, before, after, rule, diag, edits)
	}
}

// compare holds a rule's reports after a fix against those before.
func compare(t *testing.T, before, after *run, rule *analysis.Analyzer, fixed analysis.Diagnostic, edits []fixtest.Edit) {
	name := before.fset.File(fixed.Pos).Name()
	expected := make(map[place]bool)
	for _, d := range before.exec(t, rule) {
		at := before.place(d)
		if at.name == name {
			at.offset = fixtest.Moved(edits, at.offset)
		}
		expected[at] = d.Pos != fixed.Pos
	}
	for _, d := range after.exec(t, rule) {
		at := after.place(d)
		assert.True(t, expected[at], "%s: %s\n%s", rule.Name, d.Message, around(after.texts[name], at.offset))
	}
}

// A place is where a report stands.
type place struct {
	name   string
	offset int
}

func (r *run) place(d analysis.Diagnostic) place {
	f := r.fset.File(d.Pos)
	return place{f.Name(), f.Offset(d.Pos)}
}

// sorted returns the fix's edits in their order, none of which may overlap another.
func sorted(t *testing.T, r *run, f analysis.SuggestedFix) []fixtest.Edit {
	t.Helper()
	var edits []fixtest.Edit
	for _, e := range f.TextEdits {
		_, edit := fixtest.Of(r.fset, e)
		edits = append(edits, edit)
	}
	require.True(t, fixtest.Sort(edits), "edits overlap")
	return edits
}

// around returns the declaration at an offset of the source.
func around(src []byte, offset int) string {
	if offset > len(src) {
		return ""
	}
	from := strings.LastIndex(string(src[:offset]), "\nfunc ") + 1
	to := strings.Index(string(src[offset:]), "\n}")
	if to < 0 {
		return string(src[from:])
	}
	return string(src[from : offset+to+2])
}

// TestCloseDrains checks that nothing is drained for a module whose Close does so.
func TestCloseDrains(t *testing.T) {
	d := load(t, "fixes/bodyclose")
	r := d.over(d.packages[0])
	r.module = &analysis.Module{GoVersion: "go1.27"}
	offered := 0
	for _, diag := range r.exec(t, bodyclose.Analyzer) {
		for _, f := range diag.SuggestedFixes {
			offered++
			for _, e := range f.TextEdits {
				assert.NotContains(t, string(e.NewText), "io", "%s", d.fset.Position(diag.Pos))
			}
		}
	}
	assert.NotZero(t, offered)
	assert.Empty(t, r.exec(t, bodydrain.Analyzer))
}
