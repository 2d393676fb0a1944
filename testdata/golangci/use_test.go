package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lines cuts findings down to "file:line".
func lines(found []string) (out []string) {
	for _, f := range found {
		out = append(out, strings.Join(strings.SplitN(f, ":", 3)[:2], ":"))
	}
	return out
}

// TestFix holds --fix against kalint -fix: both leave the same code, which builds and has less to report.
func TestFix(t *testing.T) {
	dir, own := code(t, config("kalint", "")), code(t, "")
	before := lint(t, dir, ".", "./helper")
	left := lint(t, dir, "--fix", ".", "./helper")
	assert.NotEmpty(t, left, "transportreuse has no fix")
	assert.Less(t, len(left), len(before))
	r := run(t, own, kalint, "-fix", ".", "./helper")
	require.Equal(t, 1, r.code, r.stderr)
	for _, file := range []string{"code.go", "helper/helper.go"} {
		want, err := os.ReadFile(filepath.Join(own, file))
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(dir, file))
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got))
	}
	assert.Equal(t, ran{}, run(t, dir, "go", "build", "./..."))
	assert.Equal(t, len(left), len(lint(t, dir, ".", "./helper")))
}

// TestQuiet looks at what nolint comments and generated files leave out, of one linter and of another.
func TestQuiet(t *testing.T) {
	text, err := os.ReadFile("testdata/code/quiet/quiet.go")
	require.NoError(t, err)
	at := func(comment string) string {
		before, _, found := strings.Cut(string(text), comment)
		require.True(t, found, comment)
		return fmt.Sprintf("quiet/quiet.go:%d", strings.Count(before, "\n")+1)
	}
	plugin, rule, other := at("//nolint:kalint //"), at("//nolint:kalint-bodyclose"), at("//nolint:errcheck")

	dir := code(t, config("kalint", ""))
	assert.ElementsMatch(t, []string{rule, other}, lines(lint(t, dir, "./quiet")))

	dir = code(t, config("kalint", "")+"  exclusions:\n    generated: disable\n")
	assert.ElementsMatch(t, []string{"quiet/generated.go:7", rule, other}, lines(lint(t, dir, "./quiet")))

	dir = code(t, config("kalint-bodyclose", ""))
	assert.ElementsMatch(t, []string{plugin, other}, lines(lint(t, dir, "./quiet")))
}

// TestNolintlint runs golangci-lint's own judge of nolint comments beside kalint: it complains of those that silence
// nothing, and of no other. Under the name of golangci-lint's own bodyclose a comment is that linter's affair.
func TestNolintlint(t *testing.T) {
	dir := code(t, strings.Replace(config("kalint", "")+"    nolintlint:\n      allow-unused: false\n", "[kalint]", "[nolintlint, kalint]", 1))
	unused := "package quiet\n\nfunc nothing() {} //nolint:kalint // there is nothing\n\nvar _ = []any{nothing, ours, asBodyclose}\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "quiet", "unused.go"), []byte(unused), 0o644))
	r := run(t, dir, golangci, "run", "--show-stats=false", "--output.text.path=stdout", "./quiet")
	require.Equal(t, 1, r.code, r.stderr)
	var complaints []string
	for line := range strings.Lines(r.out) {
		if strings.Contains(line, "(nolintlint)") {
			complaints = append(complaints, strings.TrimSpace(line))
		}
	}
	assert.Equal(t, []string{"quiet/unused.go:3:19: directive `//nolint:kalint // there is nothing` is unused for linter \"kalint\" (nolintlint)"}, complaints, r.out)
}

// TestSettings sees that settings count, also where golangci-lint has the findings of others in its cache.
func TestSettings(t *testing.T) {
	all := lint(t, code(t, config("kalint", "")), ".")
	without := func(rule string) (out []string) {
		for _, f := range all {
			if !strings.Contains(f, ": "+rule+": ") {
				out = append(out, f)
			}
		}
		return out
	}
	found := lint(t, code(t, config("kalint", "rules: [idleconns, transportreuse, bodydrain]")), ".")
	assert.Equal(t, without("bodyclose"), found)
	assert.Less(t, len(found), len(all))

	found = lint(t, code(t, config("kalint", "bodydrain: {level: paths}")), ".")
	assert.Len(t, found, len(all)+1)
	assert.Subset(t, found, all)

	found = lint(t, code(t, config("kalint", "idleconns: {default: false}")), ".")
	assert.Len(t, found, len(all)-1)
	assert.Subset(t, all, found)

	found = lint(t, code(t, config("kalint-bodydrain", "level: paths")), ".")
	assert.Len(t, found, 2)
	for _, f := range found {
		assert.Contains(t, f, ": bodydrain: ")
	}
}

// TestBesideOthers runs kalint beside golangci-lint's own linter bodyclose, whose analyzer has the name of kalint's rule.
func TestBesideOthers(t *testing.T) {
	want := lint(t, code(t, config("kalint", "")), ".")
	dir := code(t, strings.Replace(config("kalint", ""), "[kalint]", "[bodyclose, kalint]", 1))
	assert.Equal(t, want, lint(t, dir, "--uniq-by-line=false", "."))
}

func TestBadSettings(t *testing.T) {
	for settings, want := range map[string]string{
		"rule: [bodyclose]":          `unknown setting "rule": want rules, bodydrain, idleconns`,
		"rules: [bodyclosed]":        `rules: unknown rule "bodyclosed": want some of bodyclose, bodydrain, idleconns, transportreuse, ignore`,
		"bodydrain: {level: most}":   `bodydrain: level: "most": want one of unread, paths, eof`,
		"idleconns: {default: nope}": `idleconns: default: "nope": want true or false`,
	} {
		r := run(t, code(t, config("kalint", settings)), golangci, "run", ".")
		assert.Equal(t, 3, r.code, settings)
		assert.Contains(t, r.stderr, "plugin(kalint): newPlugin "+want+"\n")
		assert.Empty(t, r.out)
	}
}

// TestExample sees that the example enables kalint beside golangci-lint's standard linters.
func TestExample(t *testing.T) {
	r := run(t, code(t, example(t)), golangci, "linters")
	require.Equal(t, 0, r.code, r.stderr)
	enabled, _, found := strings.Cut(r.out, "Disabled by your configuration")
	require.True(t, found)
	assert.Contains(t, enabled, "govet: ")
	assert.Contains(t, enabled, "kalint: Finds code that loses HTTP keep-alive")
}
