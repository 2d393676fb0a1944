// Package gclplugin is kalint as a module plugin of golangci-lint: a linter
// kalint with all rules, and one for each rule, such as kalint-bodyclose, for
// those who want severities, exclusions and nolint comments rule by rule.
//
// The settings of kalint choose the rules and set them up by their flags; those
// of a single rule's linter are its flags:
//
//	linters:
//	  settings:
//	    custom:
//	      kalint:
//	        type: module
//	        settings:
//	          rules: [bodyclose, bodydrain]
//	          bodydrain:
//	            level: paths
//	      kalint-idleconns:
//	        type: module
//	        settings:
//	          default: false
package gclplugin

import (
	"maps"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
	"github.com/kalint/kalint/passes/idleconns"
	"github.com/kalint/kalint/passes/ignore"
	"github.com/kalint/kalint/passes/internal/suppress"
	"github.com/kalint/kalint/passes/transportreuse"
)

func init() {
	register.Plugin("kalint", New)
	for _, a := range rules() {
		register.Plugin("kalint-"+a.Name, newRule(a.Name))
	}
}

// rules makes the rules anew, in the order of passes.All, so that one linter's settings are not those of another.
func rules() []*analysis.Analyzer {
	all := []*analysis.Analyzer{
		bodyclose.New(),
		bodydrain.New(),
		idleconns.New(),
		transportreuse.New(),
		ignore.New(),
	}
	for _, a := range all {
		a.Run = plain(a.Run)
	}
	return all
}

// plain reports diagnostics without their related places: golangci-lint makes an issue of each, which a nolint comment at
// the finding does not silence. And it leaves to golangci-lint the nolint comments that this understands, so that its
// nolintlint sees which of them have a use.
func plain(run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (any, error) {
		p := *pass
		p.ResultOf = maps.Clone(pass.ResultOf)
		p.ResultOf[suppress.Analyzer] = pass.ResultOf[suppress.Analyzer].(*suppress.Comments).UnderGolangci()
		p.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			pass.Report(d)
		}
		return run(&p)
	}
}

// plugin is a linter: the rules that it runs.
type plugin []*analysis.Analyzer

// New makes the linter kalint. Settings are what the configuration has under linters.settings.custom.kalint.settings, or
// nil: rules, a list of names, and for each rule a map of its flags. It is an error that names them if there are others.
func New(settings any) (register.LinterPlugin, error) {
	all, err := object("settings", settings)
	if err != nil {
		return nil, err
	}
	chosen, err := choose(all["rules"], rules())
	if err != nil {
		return nil, err
	}
	if err := setUp(chosen, all); err != nil {
		return nil, err
	}
	return plugin(chosen), nil
}

// newRule returns what makes the linter of one rule, whose settings are the rule's flags.
func newRule(name string) register.NewPlugin {
	return func(settings any) (register.LinterPlugin, error) {
		for _, a := range rules() {
			if a.Name == name {
				return plugin{a}, setFlags(a, "settings", settings)
			}
		}
		panic("gclplugin: no rule " + name)
	}
}

// BuildAnalyzers returns the rules.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return p, nil }

// GetLoadMode says that the rules need types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
