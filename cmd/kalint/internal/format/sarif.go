package format

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/chavacava/garif"

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
	schema   = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

// A sarifLog has one run.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

// A sarifRun has its results even if there are none, or else it would say that
// nobody looked for any.
type sarifRun struct {
	garif.Run
	Results []*garif.Result `json:"results"`
}

// writeSARIF writes a log with one run. Garif has the types only: a library that
// validates as well would bring an HTTP client into a program that go vet starts
// for each package.
func writeSARIF(w io.Writer, r *Report) error {
	run := sarifRun{Run: garif.Run{
		Tool:        &garif.Tool{Driver: r.driver()},
		ColumnKind:  "utf16CodeUnits",
		Invocations: []*garif.Invocation{r.invocation()},
		OriginalUriBaseIds: map[string]*garif.ArtifactLocation{
			baseID: {Description: text("The root of the repository.")},
		},
	}, Results: []*garif.Result{}}
	for _, f := range r.Findings {
		run.Results = append(run.Results, r.result(f))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog{schema, "2.1.0", []sarifRun{run}})
}

// driver is kalint, with the rules that ran.
func (r *Report) driver() *garif.ToolComponent {
	d := &garif.ToolComponent{Name: "kalint", InformationUri: homepage, Version: toolchain.Version()}
	if v, ok := strings.CutPrefix(d.Version, "v"); ok {
		d.SemanticVersion = v
	}
	for _, a := range r.Rules {
		d.Rules = append(d.Rules, descriptor(a))
	}
	return d
}

// invocation says whether all could be looked at, and what could not.
func (r *Report) invocation() *garif.Invocation {
	inv := &garif.Invocation{ExecutionSuccessful: r.Complete}
	for _, problem := range r.Problems {
		inv.ToolExecutionNotifications = append(inv.ToolExecutionNotifications, &garif.Notification{Level: "error", Message: text(problem)})
	}
	return inv
}

// result is one finding.
func (r *Report) result(f findings.Finding) *garif.Result {
	at := r.location(f.At, f.To)
	at.LogicalLocations = []*garif.LogicalLocation{logical(f)}
	res := &garif.Result{
		RuleId:              f.Rule,
		Level:               "warning",
		Message:             text(f.Message),
		Locations:           []*garif.Location{at},
		PartialFingerprints: map[string]string{fingerprintName: f.Fingerprint()},
		Properties:          r.properties(f),
	}
	for i, loc := range r.related(f) {
		loc.Id = i + 1
		res.RelatedLocations = append(res.RelatedLocations, loc)
	}
	if len(f.Related) > 0 {
		res.CodeFlows = []*garif.CodeFlow{r.flow(f)}
	}
	for _, fix := range f.SuggestedFixes {
		res.Fixes = append(res.Fixes, r.fix(fix))
	}
	return res
}

// properties are what SARIF has no place for.
func (r *Report) properties(f findings.Finding) *garif.PropertyBag {
	bag := make(garif.PropertyBag)
	if f.Category != "" {
		bag["category"] = f.Category
	}
	if url := r.url(f); url != "" {
		bag["url"] = url
	}
	if len(bag) == 0 {
		return nil
	}
	return &bag
}

// logical says which function a finding is in.
func logical(f findings.Finding) *garif.LogicalLocation {
	pkg, _, _ := strings.Cut(f.Pkg, " [")
	if f.Func == "" {
		return &garif.LogicalLocation{FullyQualifiedName: pkg, Kind: "module"}
	}
	kind, name := "function", f.Func
	if v, ok := strings.CutPrefix(f.Func, "var "); ok {
		kind, name = "variable", v
	}
	return &garif.LogicalLocation{Name: name, FullyQualifiedName: pkg + "." + name, Kind: kind}
}

// related are the further places of a finding, in its order.
func (r *Report) related(f findings.Finding) (out []*garif.Location) {
	for _, rel := range f.Related {
		loc := r.location(findings.ParsePosition(rel.Posn), findings.ParsePosition(rel.End))
		loc.Message = text(rel.Message)
		out = append(out, loc)
	}
	return out
}

// flow goes from the finding through the places that it names: for a leak, the
// branches of its path, to where the path leaves.
func (r *Report) flow(f findings.Finding) *garif.CodeFlow {
	start := r.location(f.At, f.To)
	start.Message = text(f.Message)
	thread := new(garif.ThreadFlow)
	for i, loc := range append([]*garif.Location{start}, r.related(f)...) {
		step := &garif.ThreadFlowLocation{Location: loc, ExecutionOrder: i + 1}
		if i == 0 || i == len(f.Related) {
			step.Importance = "essential"
		}
		thread.Locations = append(thread.Locations, step)
	}
	return &garif.CodeFlow{ThreadFlows: []*garif.ThreadFlow{thread}}
}

func text(s string) *garif.Message { return &garif.Message{Text: s} }
