package format

import (
	"io"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/toolchain"
)

const (
	// baseID stands for the repository's root, wherever it is on this machine:
	// so the file is the same everywhere, and readers put in their own.
	baseID = "%SRCROOT%"

	// fingerprintName changes when the fingerprints do.
	fingerprintName = "kalint/v1"

	homepage = "https://github.com/kalint/kalint"
)

// writeSARIF writes a log with one run.
func writeSARIF(w io.Writer, r *Report) error {
	run := sarif.NewRunWithInformationURI("kalint", homepage)
	version := toolchain.Version()
	run.Tool.Driver.WithVersion(version)
	if v, ok := strings.CutPrefix(version, "v"); ok {
		run.Tool.Driver.WithSemanticVersion(v)
	}
	for _, a := range r.Rules {
		run.Tool.Driver.AddRule(descriptor(a))
	}
	run.WithColumnKind("utf16CodeUnits")
	run.OriginalUriBaseIds = map[string]sarif.ArtifactLocation{
		baseID: *sarif.NewArtifactLocation().WithDescription(sarif.NewTextMessage("The root of the repository.")),
	}
	run.AddInvocation(r.invocation())
	for _, f := range r.Findings {
		run.AddResult(r.result(f))
	}
	log := sarif.NewReport()
	log.Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	log.AddRun(run)
	if err := log.PrettyWrite(w); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// invocation says whether all could be looked at, and what could not.
func (r *Report) invocation() *sarif.Invocation {
	inv := sarif.NewInvocation().WithExecutionSuccessful(r.Complete)
	for _, text := range r.Problems {
		inv.AddToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithMessage(sarif.NewTextMessage(text)))
	}
	return inv
}

// result is one finding.
func (r *Report) result(f findings.Finding) *sarif.Result {
	res := sarif.NewResult().
		WithRuleID(f.Rule).
		WithLevel("warning").
		WithMessage(sarif.NewTextMessage(f.Message)).
		AddLocation(r.location(f.At, f.To).WithLogicalLocations(logical(f))).
		WithPartialFingerprints(map[string]string{fingerprintName: f.Fingerprint()})
	for i, a := range r.Rules {
		if a.Name == f.Rule {
			res.WithRuleIndex(i)
		}
	}
	for i, loc := range r.related(f) {
		res.AddRelatedLocation(loc.WithID(i + 1))
	}
	if len(f.Related) > 0 {
		res.AddCodeFlow(r.flow(f))
	}
	for _, fix := range f.SuggestedFixes {
		res.AddFixe(r.fix(fix))
	}
	bag := sarif.NewPropertyBag()
	if url := r.url(f); url != "" {
		bag.Add("url", url)
	}
	if f.Category != "" {
		bag.Add("category", f.Category)
	}
	return res.WithProperties(bag)
}

// logical says which function a finding is in.
func logical(f findings.Finding) []*sarif.LogicalLocation {
	pkg, _, _ := strings.Cut(f.Pkg, " [")
	if f.Func == "" {
		return []*sarif.LogicalLocation{sarif.NewLogicalLocation().WithFullyQualifiedName(pkg).WithKind("module")}
	}
	kind, name := "function", f.Func
	if v, ok := strings.CutPrefix(f.Func, "var "); ok {
		kind, name = "variable", v
	}
	return []*sarif.LogicalLocation{sarif.NewLogicalLocation().WithName(name).WithFullyQualifiedName(pkg + "." + name).WithKind(kind)}
}

// related are the further places of a finding, in its order.
func (r *Report) related(f findings.Finding) (out []*sarif.Location) {
	for _, rel := range f.Related {
		loc := r.location(findings.ParsePosition(rel.Posn), findings.ParsePosition(rel.End))
		out = append(out, loc.WithMessage(sarif.NewTextMessage(rel.Message)))
	}
	return out
}

// flow goes from the finding through the places that it names: for a leak, the
// branches of its path, to where the path leaves.
func (r *Report) flow(f findings.Finding) *sarif.CodeFlow {
	thread := sarif.NewThreadFlow()
	locations := append([]*sarif.Location{r.location(f.At, f.To).WithMessage(sarif.NewTextMessage(f.Message))}, r.related(f)...)
	for i, loc := range locations {
		step := sarif.NewThreadFlowLocation().WithLocation(loc).WithExecutionOrder(i + 1)
		if i == 0 || i == len(locations)-1 {
			step.WithImportance("essential")
		}
		thread.AddLocation(step)
	}
	return sarif.NewCodeFlow().AddThreadFlow(thread)
}
