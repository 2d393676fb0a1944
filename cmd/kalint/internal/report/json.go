// Package report has the forms in which findings are written: the JSON that go
// vet -json prints, and its plain lines.
package report

import (
	"cmp"
	"encoding/json"
	"go/token"
	"io"

	"golang.org/x/tools/go/analysis"
)

// A Tree is what go vet -json prints for a package: package ID, then analyzer,
// then a list of Diagnostic or a Failure.
type Tree map[string]map[string]any

// A RawTree is a Tree whose leaves are not read yet.
type RawTree map[string]map[string]json.RawMessage

// A Diagnostic is one finding. Go vet's own have no URL, and ours only have one
// that is not their analyzer's.
type Diagnostic struct {
	Category       string    `json:"category,omitempty"`
	Posn           string    `json:"posn"`
	End            string    `json:"end"`
	Message        string    `json:"message"`
	URL            string    `json:"url,omitempty"`
	SuggestedFixes []Fix     `json:"suggested_fixes,omitempty"`
	Related        []Related `json:"related,omitempty"`
}

// A Fix is a change that is made as a whole or not at all.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// An Edit replaces the bytes [Start, End) of a file.
type Edit struct {
	Filename string `json:"filename"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	New      string `json:"new"`
}

// A Related is a further place that a finding speaks of.
type Related struct {
	Posn    string `json:"posn"`
	End     string `json:"end"`
	Message string `json:"message"`
}

// A Failure stands where an analyzer could not do its work.
type Failure struct {
	Err string `json:"error"`
}

// FailureCategory marks a diagnostic that tells of an analyzer's failure. Go vet
// stops at the first Failure it sees and drops what other analyzers found in the
// package; this form it prints along with them.
const FailureCategory = "failure"

// Set puts a value below a package and an analyzer.
func (t Tree) Set(id, analyzer string, v any) {
	if t[id] == nil {
		t[id] = make(map[string]any)
	}
	t[id][analyzer] = v
}

// Write prints the tree.
func (t Tree) Write(w io.Writer) error {
	data, err := json.MarshalIndent(t, "", "\t")
	if err != nil {
		return err
	}
	_, err = w.Write(append(data, '\n'))
	return err
}

// Diagnostics converts findings to JSON's form.
func Diagnostics(fset *token.FileSet, diags []analysis.Diagnostic) []Diagnostic {
	posn := func(pos token.Pos) string { return fset.Position(pos).String() }
	out := make([]Diagnostic, 0, len(diags))
	for _, d := range diags {
		j := Diagnostic{
			Category: d.Category,
			Posn:     posn(d.Pos),
			End:      posn(cmp.Or(d.End, d.Pos)),
			Message:  d.Message,
			URL:      d.URL,
		}
		for _, rel := range d.Related {
			j.Related = append(j.Related, Related{posn(rel.Pos), posn(cmp.Or(rel.End, rel.Pos)), rel.Message})
		}
		for _, f := range d.SuggestedFixes {
			j.SuggestedFixes = append(j.SuggestedFixes, fix(fset, f))
		}
		out = append(out, j)
	}
	return out
}

// fix converts a fix, whose positions were validated.
func fix(fset *token.FileSet, f analysis.SuggestedFix) Fix {
	j := Fix{Message: f.Message}
	for _, e := range f.TextEdits {
		file := fset.File(e.Pos)
		j.Edits = append(j.Edits, Edit{
			Filename: file.Name(),
			Start:    file.Offset(e.Pos),
			End:      file.Offset(cmp.Or(e.End, e.Pos)),
			New:      string(e.NewText),
		})
	}
	return j
}
