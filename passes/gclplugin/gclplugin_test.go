package gclplugin_test

import (
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes"
	_ "github.com/kalint/kalint/passes/gclplugin"
)

// load makes the plugin's rules with settings in YAML.
func load(t *testing.T, name, settings string) ([]*analysis.Analyzer, error) {
	t.Helper()
	var decoded any
	require.NoError(t, yaml.Unmarshal([]byte(settings), &decoded))
	makePlugin, err := register.GetPlugin(name)
	require.NoError(t, err)
	p, err := makePlugin(decoded)
	if err != nil {
		return nil, err
	}
	assert.Equal(t, register.LoadModeTypesInfo, p.GetLoadMode())
	all, err := p.BuildAnalyzers()
	require.NoError(t, err)
	return all, nil
}

func names(all []*analysis.Analyzer) (out []string) {
	for _, a := range all {
		out = append(out, a.Name)
	}
	return out
}

// value is how a flag of a rule is set.
func value(t *testing.T, all []*analysis.Analyzer, rule, flag string) string {
	t.Helper()
	for _, a := range all {
		if a.Name == rule {
			f := a.Flags.Lookup(flag)
			require.NotNil(t, f)
			return f.Value.String()
		}
	}
	require.Fail(t, "not chosen", rule)
	return ""
}

func TestPlugins(t *testing.T) {
	for _, settings := range []string{"", "{}", "rules:", "rules: [ignore, transportreuse, idleconns, bodydrain, bodyclose]"} {
		all, err := load(t, "kalint", settings)
		require.NoError(t, err, settings)
		assert.Equal(t, names(passes.All()), names(all), settings)
		require.NoError(t, analysis.Validate(all))
	}
	for _, rule := range passes.All() {
		all, err := load(t, "kalint-"+rule.Name, "")
		require.NoError(t, err)
		require.Equal(t, []string{rule.Name}, names(all))
		assert.Equal(t, rule.Doc, all[0].Doc)
		assert.Equal(t, rule.URL, all[0].URL)
		assert.Equal(t, rule.Requires, all[0].Requires)
	}
}

func TestSettings(t *testing.T) {
	all, err := load(t, "kalint", "{rules: [idleconns, bodydrain], bodydrain: {level: paths}, idleconns: {default: false}}")
	require.NoError(t, err)
	assert.Equal(t, []string{"bodydrain", "idleconns"}, names(all))
	assert.Equal(t, "paths", value(t, all, "bodydrain", "level"))
	assert.Equal(t, "false", value(t, all, "idleconns", "default"))

	all, err = load(t, "kalint", "bodydrain: {level: eof}\nidleconns:")
	require.NoError(t, err)
	assert.Equal(t, names(passes.All()), names(all))
	assert.Equal(t, "eof", value(t, all, "bodydrain", "level"))
	assert.Equal(t, "true", value(t, all, "idleconns", "default"))

	all, err = load(t, "kalint-bodydrain", "level: paths")
	require.NoError(t, err)
	assert.Equal(t, "paths", value(t, all, "bodydrain", "level"))
	all, err = load(t, "kalint-idleconns", "default: false")
	require.NoError(t, err)
	assert.Equal(t, "false", value(t, all, "idleconns", "default"))

	// What was set for one linter is not for others.
	all, err = load(t, "kalint", "")
	require.NoError(t, err)
	for _, rules := range [][]*analysis.Analyzer{all, passes.All()} {
		assert.Equal(t, "unread", value(t, rules, "bodydrain", "level"))
		assert.Equal(t, "true", value(t, rules, "idleconns", "default"))
	}
}

func TestBadSettings(t *testing.T) {
	const rules = "bodyclose, bodydrain, idleconns, transportreuse, ignore"
	for _, c := range []struct{ plugin, settings, want string }{
		{"kalint", "[bodyclose]", `settings: ["bodyclose"] is not a map`},
		{"kalint", "yes please", `settings: "yes please" is not a map`},
		{"kalint", "rule: [bodyclose]", `unknown setting "rule": want rules, bodydrain, idleconns`},
		{"kalint", "Rules: [bodyclose]", `unknown setting "Rules": want rules, bodydrain, idleconns`},
		{"kalint", "rules: bodyclose", `rules: "bodyclose" is not a list of rules: want some of ` + rules},
		{"kalint", "rules: []", `rules: [] is not a list of rules: want some of ` + rules},
		{"kalint", "rules: {bodyclose: true}", `rules: {"bodyclose":true} is not a list of rules: want some of ` + rules},
		{"kalint", "rules: [bodyclose, bodyclosed]", `rules: unknown rule "bodyclosed": want some of ` + rules},
		{"kalint", "rules: [1]", `rules: unknown rule 1: want some of ` + rules},
		{"kalint", "rules: [idleconns, idleconns]", `rules: "idleconns" is listed twice`},
		{"kalint", "{rules: [bodyclose], bodydrain: {level: eof}}", `bodydrain: the rule is not among those that are chosen: want rules`},
		{"kalint", "{rules: [bodyclose], bodydrain: }", `bodydrain: the rule is not among those that are chosen: want rules`},
		{"kalint", "bodyclose: {}", `bodyclose: the rule has no settings: want rules, bodydrain, idleconns`},
		{"kalint", "bodydrain: paths", `bodydrain: "paths" is not a map`},
		{"kalint", "bodydrain: {levels: eof}", `bodydrain: unknown setting "levels": want level`},
		{"kalint", "bodydrain: {level: most}", `bodydrain: level: "most": want one of unread, paths, eof`},
		{"kalint", "bodydrain: {level: 2}", `bodydrain: level: 2: want one of unread, paths, eof`},
		{"kalint", "bodydrain: {level: }", `bodydrain: level: null: want one of unread, paths, eof`},
		{"kalint", "idleconns: {default: 'false'}", `idleconns: default: "false": want true or false`},
		{"kalint", "idleconns: {default: 0}", `idleconns: default: 0: want true or false`},
		{"kalint-idleconns", "rules: [idleconns]", `settings: unknown setting "rules": want default`},
		{"kalint-bodydrain", "level: all", `settings: level: "all": want one of unread, paths, eof`},
		{"kalint-bodyclose", "level: eof", `settings: unknown setting "level": there are none for bodyclose`},
	} {
		_, err := load(t, c.plugin, c.settings)
		assert.EqualError(t, err, c.want, "%s: %s", c.plugin, c.settings)
	}
	makePlugin, err := register.GetPlugin("kalint")
	require.NoError(t, err)
	_, err = makePlugin(map[string]any{"rules": func() {}})
	assert.ErrorContains(t, err, "settings: json: unsupported type: func()")
}
