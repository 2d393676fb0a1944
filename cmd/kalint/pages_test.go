package main_test

import (
	"fmt"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/passes"
)

// TestPagesExamples runs kalint on the functions that the README and the rules'
// pages show, and compares with what their comments say.
func TestPagesExamples(t *testing.T) {
	pages := map[string][]string{"README.md": readmeCode(t)}
	for _, a := range passes.All() {
		pages[a.Name] = pageCode(t, a.Name)
	}
	for page, blocks := range pages {
		t.Run(page, func(t *testing.T) {
			require.NotEmpty(t, blocks, "it has no examples")
			funcs := examples(t, strings.Join(blocks, "\n"))
			rule := page
			if page == "README.md" {
				rule = ""
			}
			checkLevels(t, rule, funcs)
		})
	}
}

// lineStart is the first character of each line that has one.
var lineStart = regexp.MustCompile(`(?m)^(.)`)

// TestPagesHelp checks that help prints the rule's page.
func TestPagesHelp(t *testing.T) {
	for _, a := range passes.All() {
		r := run(t, root(t), kalint, "help", a.Name)
		assert.Equal(t, 0, r.code)
		for _, code := range pageCode(t, a.Name) {
			assert.Contains(t, r.out, lineStart.ReplaceAllString(strings.TrimSpace(code), "\t$1"))
		}
	}
}

// An example is a function that a page shows.
type example struct {
	name     string
	reported bool
	rule     string // that reports it; "" is the page's own
	level    string // of bodydrain, from which on it is reported
	code     string
}

var (
	claim = regexp.MustCompile(`^// (Reported|Not reported)(?: by (\w+))?(?: at level (\w+))?: `)

	declared = regexp.MustCompile(`(?m)^func (\w+)`)
)

// examples takes apart functions with a comment that claims something. Those
// that have none belong to the one before.
func examples(t *testing.T, code string) []example {
	t.Helper()
	var all []example
	for _, part := range regexp.MustCompile(`\n}\n`).Split(code, -1) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		part += "\n}\n\n"
		c := claim.FindStringSubmatch(part)
		if c == nil {
			require.NotEmpty(t, all, "claims nothing: %s", part)
			all[len(all)-1].code += part
			continue
		}
		name := declared.FindStringSubmatch(part)
		require.NotNil(t, name, "no function: %s", part)
		all = append(all, example{name[1], c[1] == "Reported", c[2], c[3], part})
	}
	return all
}

// checkLevels compares what is reported of each example with its claim, at each
// of bodydrain's levels that an example names, and at the default.
func checkLevels(t *testing.T, rule string, funcs []example) {
	dir := exampleModule(t, funcs)
	levels := []string{"unread", "paths", "eof"}
	for i, level := range levels {
		named := i == 0 || slices.ContainsFunc(funcs, func(e example) bool { return e.level == level })
		if !named {
			continue
		}
		got := reportedBy(run(t, dir, kalint, "-bodydrain.level="+level))
		for _, e := range funcs {
			by := e.rule
			if by == "" {
				by = rule
			}
			switch since := max(slices.Index(levels, e.level), 0); {
			case e.reported && since <= i:
				assert.Equal(t, []string{by}, got[e.name], "%s at level %s", e.name, level)
			case i == 0:
				assert.Empty(t, got[e.name], "%s at level %s", e.name, level)
			case e.reported:
				assert.NotContains(t, got[e.name], by, "%s at level %s", e.name, level)
			}
		}
	}
}

// reportedBy lists the rules that report something of each example.
func reportedBy(r ran) map[string][]string {
	got := make(map[string][]string)
	for line := range strings.Lines(r.out) {
		name, _, _ := strings.Cut(line, string(filepath.Separator))
		line = strings.TrimSuffix(strings.TrimSpace(line), ")")
		got[name] = append(got[name], line[strings.LastIndex(line, "(")+1:])
	}
	return got
}

// exampleModule writes each example into a package of its own.
func exampleModule(t *testing.T, funcs []example) string {
	t.Helper()
	dir := module(t, "-- doc.go --\npackage m\n")
	for _, e := range funcs {
		var file strings.Builder
		file.WriteString("package p\n\n")
		for _, pkg := range []string{"encoding/json", "errors", "io", "log", "net/http", "net/url", "sync", "time"} {
			if regexp.MustCompile(`\b` + filepath.Base(pkg) + `\.`).MatchString(e.code) {
				fmt.Fprintf(&file, "import %q\n", pkg)
			}
		}
		write(t, filepath.Join(dir, e.name, "p.go"), file.String()+"\n"+e.code)
	}
	r := run(t, dir, "go", "build", "./...")
	require.Zero(t, r.code, "an example does not build: %s", r.stderr)
	return dir
}

// readmeCode returns the README's Go code.
func readmeCode(t *testing.T) []string {
	t.Helper()
	var blocks []string
	for _, m := range regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(read(t, root(t), "README.md"), -1) {
		blocks = append(blocks, m[1])
	}
	return blocks
}

// pageCode returns the Go code of a rule's page.
func pageCode(t *testing.T, rule string) []string {
	t.Helper()
	name := filepath.Join(root(t), "passes", rule, "doc.go")
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
	require.NoError(t, err)
	var blocks []string
	for _, b := range new(comment.Parser).Parse(f.Doc.Text()).Content {
		if c, ok := b.(*comment.Code); ok && strings.Contains(c.Text, "func ") {
			blocks = append(blocks, c.Text)
		}
	}
	return blocks
}
