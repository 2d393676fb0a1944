package main_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/passes"
)

// schema is the published schema of SARIF 2.1.0, of which go-sarif keeps a copy
// in a constant.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir := strings.TrimSpace(run(t, root(t), "go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").out)
	f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "pkg/report/v210/sarif/schema.go"), nil, 0)
	require.NoError(t, err)
	spec := f.Decls[0].(*ast.GenDecl).Specs[0].(*ast.ValueSpec)
	text, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	const id = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	require.Equal(t, id, doc.(map[string]any)["id"])
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource(id, doc))
	s, err := c.Compile(id)
	require.NoError(t, err)
	return s
}

// readSARIF checks a log against the schema and returns its only run.
func readSARIF(t *testing.T, log string) *sarif.Run {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(log))
	require.NoError(t, err)
	require.NoError(t, schema(t).Validate(doc))
	var r sarif.Report
	require.NoError(t, json.Unmarshal([]byte(log), &r))
	require.Len(t, r.Runs, 1)
	return r.Runs[0]
}

// inRepository puts a module into a directory of a git repository.
func inRepository(t *testing.T, archive string) (repo, mod string) {
	t.Helper()
	repo = module(t, strings.ReplaceAll(archive, "\n-- ", "\n-- code dir/mod/")+"\n-- code dir/mod/go.mod --\nmodule example.com/m\n\ngo 1.26.0\n")
	git(t, repo, "init", "-q", "-b", "main")
	return repo, filepath.Join(repo, "code dir", "mod")
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	r := run(t, dir, append([]string{"git", "-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"}, args...)...)
	require.Equal(t, 0, r.code, "git %s: %s", args, r.stderr)
	return r.out
}

func TestSchemaTellsWrongLogs(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(`{"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}`))
	require.NoError(t, err)
	assert.Error(t, schema(t).Validate(doc))
}

func TestSARIF(t *testing.T) {
	_, mod := inRepository(t, "\n-- lib/ä.go --\npackage lib\n\nimport _ \"embed\"\n\nfunc leak(...string) int { return 0 }\nfunc seal() int { return 0 }\n\ntype T struct{}\n\nfunc (T) Do() {\n\t_ = \"😀é\"; leak(\n\t\t\"x\",\n\t)\n}\n")
	r := run(t, mod, toy, "-format=sarif", "./...")
	assert.Equal(t, 1, r.code)
	assert.Empty(t, r.stderr)
	log := readSARIF(t, r.out)
	assert.Equal(t, "utf16CodeUnits", *log.ColumnKind)
	require.Contains(t, log.OriginalUriBaseIds, "%SRCROOT%")
	assert.Nil(t, log.OriginalUriBaseIds["%SRCROOT%"].URI, "the log is the same on every machine")
	require.Len(t, log.Results, 1)
	res := log.Results[0]
	assert.Equal(t, "toyleak", *res.RuleID)
	assert.Equal(t, "toyleak", *log.Tool.Driver.Rules[0].ID)
	assert.Equal(t, "call of example.com/m/lib.leak!", *res.Message.Text)

	place := res.Locations[0].PhysicalLocation
	assert.Equal(t, "code%20dir/mod/lib/%C3%A4.go", *place.ArtifactLocation.URI)
	assert.Equal(t, "%SRCROOT%", *place.ArtifactLocation.URIBaseID)
	assert.Equal(t, []int{11, 13, 13, 3}, region(place.Region))
	assert.Equal(t, "example.com/m/lib.T.Do", *res.Locations[0].LogicalLocations[0].FullyQualifiedName)

	require.Len(t, res.RelatedLocations, 1)
	assert.Equal(t, "it ends here", *res.RelatedLocations[0].Message.Text)
	steps := res.CodeFlows[0].ThreadFlows[0].Locations
	require.Len(t, steps, 2)
	assert.Equal(t, place.Region, steps[0].Location.PhysicalLocation.Region)
	assert.Equal(t, []int{13, 2, 13, 2}, region(steps[1].Location.PhysicalLocation.Region))

	require.Len(t, res.Fixes, 1)
	assert.Equal(t, "Seal it", *res.Fixes[0].Description.Text)
	assert.Equal(t, strings.Replace(read(t, mod, "lib", "ä.go"), "leak(\n\t\t\"x\",\n\t)", "seal( )", 1), applySARIF(t, mod, res.Fixes[0]))
	assert.Equal(t, "https://example.com/toyleak#toyleak", res.Properties.Properties["url"])
}

func region(r *sarif.Region) []int {
	return []int{*r.StartLine, *r.StartColumn, *r.EndLine, *r.EndColumn}
}

// applySARIF makes a fix of one edit, as an editor would.
func applySARIF(t *testing.T, mod string, f *sarif.Fix) string {
	t.Helper()
	require.Len(t, f.ArtifactChanges, 1)
	require.Len(t, f.ArtifactChanges[0].Replacements, 1)
	rep := f.ArtifactChanges[0].Replacements[0]
	src := read(t, mod, "lib", "ä.go")
	offset := func(line, col int) int {
		lines := strings.SplitAfter(src, "\n")
		units := utf16.Encode([]rune(lines[line-1]))[:col-1]
		return len(strings.Join(lines[:line-1], "")) + len(string(utf16.Decode(units)))
	}
	at := region(rep.DeletedRegion)
	return src[:offset(at[0], at[1])] + *rep.InsertedContent.Text + src[offset(at[2], at[3]):]
}

// TestSARIFOfRules runs the real rules.
func TestSARIFOfRules(t *testing.T) {
	r := run(t, root(t), kalint, "-format=sarif", "./testdata/demo/...")
	assert.Equal(t, 1, r.code)
	log := readSARIF(t, r.out)
	require.Len(t, log.Tool.Driver.Rules, len(passes.All()))
	for _, rule := range log.Tool.Driver.Rules {
		assert.NotContains(t, *rule.ShortDescription.Text, "\n")
		assert.Greater(t, len(*rule.FullDescription.Text), 100)
		assert.Less(t, len(*rule.FullDescription.Text), 1024, "GitHub cuts it there")
		assert.Contains(t, *rule.Help.Text, "// Reported")
		assert.Contains(t, *rule.Help.Markdown, "\n## ")
		assert.NotContains(t, *rule.Help.Markdown, "{#hdr")
		assert.Equal(t, "https://github.com/kalint/kalint/tree/main/passes/"+*rule.ID, *rule.HelpURI)
		assert.Contains(t, rule.Properties.Tags, "performance")
	}
	fingerprints := make(map[string]bool)
	for _, res := range log.Results {
		fingerprints[res.PartialFingerprints["kalint/v1"]] = true
		if !strings.HasSuffix(*res.Message.Text, "at line 22") {
			continue
		}
		steps := res.CodeFlows[0].ThreadFlows[0].Locations
		require.Len(t, steps, 4)
		assert.Equal(t, 17, *steps[0].Location.PhysicalLocation.Region.StartLine)
		assert.Equal(t, 22, *steps[3].Location.PhysicalLocation.Region.StartLine)
	}
	assert.Len(t, fingerprints, len(log.Results))

	log = readSARIF(t, run(t, root(t), kalint, "-format=sarif", "-bodyclose", "./testdata/demo/...").out)
	require.Len(t, log.Tool.Driver.Rules, 2, "only the rules that ran")
	assert.Equal(t, "bodyclose", *log.Tool.Driver.Rules[0].ID)
	assert.Equal(t, "ignore", *log.Tool.Driver.Rules[1].ID, "which goes with the others")
}

func TestSARIFWithoutFindings(t *testing.T) {
	r := run(t, module(t, leaky), toy, "-format=sarif", "./mid")
	assert.Equal(t, 0, r.code)
	log := readSARIF(t, r.out)
	assert.Empty(t, log.Results)
	assert.Contains(t, r.out, `"results": []`, "the log says that there was a run")
	assert.True(t, *log.Invocations[0].ExecutionSuccessful)
}

func TestSARIFOfWhatDoesNotBuild(t *testing.T) {
	dir := module(t, leaky+"-- bad/bad.go --\npackage bad\n\nvar x int = nope\n")
	r := run(t, dir, toy, "-format=sarif")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.stderr, "kalint: example.com/m/bad does not build\n")
	log := readSARIF(t, r.out)
	assert.Len(t, log.Results, 4)
	assert.False(t, *log.Invocations[0].ExecutionSuccessful)
	require.Len(t, log.Invocations[0].ToolExecutionNotifications, 1)
	assert.Contains(t, *log.Invocations[0].ToolExecutionNotifications[0].Message.Text, "bad/bad.go:3:13: undefined: nope")
}

// fingerprints are those of a module's findings, in order.
func fingerprints(t *testing.T, dir string, args ...string) (out []string) {
	t.Helper()
	for _, res := range readSARIF(t, run(t, dir, append([]string{toy, "-format=sarif"}, args...)...).out).Results {
		out = append(out, res.PartialFingerprints["kalint/v1"])
	}
	return out
}

func TestFingerprints(t *testing.T) {
	const src = "package a\n\nfunc leak() {}\n\nfunc f() {\n\tleak()\n\tleak()\n}\n\nfunc g() { leak() }\n"
	dir := module(t, "-- a.go --\n"+src)
	before := fingerprints(t, dir)
	require.Len(t, before, 3)
	assert.NotEqual(t, before[0], before[1])
	assert.NotEqual(t, before[1], before[2])

	write(t, filepath.Join(dir, "a.go"), strings.ReplaceAll(src, "\nfunc", "\n\n// More.\nfunc"))
	assert.Equal(t, before, fingerprints(t, dir), "lines moved")
	write(t, filepath.Join(dir, "a.go"), strings.ReplaceAll(src, "\tleak()\n", "\t{\n\t\tleak()\n\t}\n"))
	assert.Equal(t, before, fingerprints(t, dir), "indented")
	write(t, filepath.Join(dir, "b.go"), src)
	write(t, filepath.Join(dir, "a.go"), "package a\n")
	assert.Equal(t, before, fingerprints(t, dir), "renamed file")
	write(t, filepath.Join(dir, "b.go"), strings.ReplaceAll(src, "func f(", "func h("))
	after := fingerprints(t, dir)
	assert.NotEqual(t, before[0], after[0], "another function")
	assert.Equal(t, before[2], after[2])
	assert.NotEqual(t, after[2], fingerprints(t, dir, "-toyleak.suffix=?")[2], "another message")
}

func TestGitHub(t *testing.T) {
	_, mod := inRepository(t, "\n-- a,b%.go --\npackage a\n\nfunc leak(...int) int { return 0 }\n\nfunc f() { _ = \"é\"; leak() }\n\nfunc g() {\n\tleak(\n\t\t1,\n\t)\n}\n")
	r := run(t, filepath.Dir(mod), toy, "-C", "mod", "-format=github", "-toyleak.suffix=: 5%, a\n::error::b")
	assert.Equal(t, 1, r.code)
	assert.Empty(t, r.stderr)
	const file = "code dir/mod/a%2Cb%25.go"
	const rest = "(toyleak)%0Acode dir/mod/a,b%25.go:"
	assert.Equal(t, "::warning file="+file+",line=5,col=21,endLine=5,endColumn=27,title=kalint%3A toyleak::"+
		"call of example.com/m.leak: 5%25, a ::error::b "+rest+"5: it ends here%0AFix: Seal it%0Ahttps://example.com/toyleak#toyleak\n"+
		"::warning file="+file+",line=8,endLine=10,title=kalint%3A toyleak::"+
		"call of example.com/m.leak: 5%25, a ::error::b "+rest+"10: it ends here%0AFix: Seal it%0Ahttps://example.com/toyleak#toyleak\n", r.out)
	assert.Equal(t, ran{0, "", ""}, run(t, mod, toy, "-format=github", "-toymood"))
}

func TestFormatJSON(t *testing.T) {
	dir := module(t, leaky)
	r := run(t, dir, toy, "-format=json")
	assert.Equal(t, run(t, dir, toy, "-json"), r)
	assert.Equal(t, r, run(t, dir, toy, "-json", "-format=json"))
	assert.True(t, json.Valid([]byte(r.out)))
	assert.Equal(t, ran{1, leakyLines, ""}, run(t, dir, toy, "-format", "text"))
}

// All that a diagnostic has is in each form.
func TestFormatsCarryAll(t *testing.T) {
	dir := module(t, leaky)
	for form, places := range map[string][]string{
		"json":   {"lib.go:8:23", "lib.go:8:24"},
		"sarif":  {`"startColumn": 23`, `"endColumn": 24`},
		"github": {"lib/lib.go:8: it ends here", "endColumn=24"},
	} {
		out := run(t, dir, toy, "-format="+form, "./lib").out
		for _, part := range append(places, "call of example.com/m/lib.leak!", "it ends here", "Seal it", "toyleak") {
			assert.Contains(t, out, part, form)
		}
		if form != "github" {
			assert.True(t, bytes.Contains([]byte(out), []byte("seal")), form)
		}
	}
}
