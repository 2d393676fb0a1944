// Package format writes findings in the forms that other programs read.
package format

import (
	"bytes"
	"fmt"
	"io"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/repo"
	"github.com/kalint/kalint/cmd/kalint/internal/report"
	"github.com/kalint/kalint/cmd/kalint/internal/source"
)

// The names of the forms.
const (
	Text   = "text"   // a line each, for people
	JSON   = "json"   // that of go vet -json
	SARIF  = "sarif"  // SARIF 2.1.0, for code scanning
	GitHub = "github" // workflow commands of GitHub Actions
)

// Names lists the forms.
func Names() []string { return []string{Text, JSON, SARIF, GitHub} }

// A Report is what there is to write.
type Report struct {
	Rules    []*analysis.Analyzer // those that ran
	Findings []findings.Finding
	Root     *repo.Root // what paths are relative to
	Source   *source.Cache
	Problems []string // what went wrong, where something did
	Complete bool     // all could be looked at
}

// Render writes a report in a form other than Text.
func Render(form string, r *Report) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch form {
	case JSON:
		err = writeJSON(&b, r)
	case SARIF:
		err = writeSARIF(&b, r)
	case GitHub:
		writeGitHub(&b, r)
	default:
		err = fmt.Errorf("no format %q", form)
	}
	return b.Bytes(), err
}

// writeJSON writes findings in the form of go vet -json, as one tree.
func writeJSON(w io.Writer, r *Report) error {
	tree := make(report.Tree)
	byRule := make(map[[2]string][]report.Diagnostic)
	for _, f := range r.Findings {
		k := [2]string{f.Pkg, f.Rule}
		byRule[k] = append(byRule[k], f.Diagnostic)
		tree.Set(f.Pkg, f.Rule, byRule[k])
	}
	return tree.Write(w)
}

// url is where a finding's page is.
func (r *Report) url(f findings.Finding) string {
	base := ""
	for _, a := range r.Rules {
		if a.Name == f.Rule {
			base = a.URL
		}
	}
	return report.ResolveURL(base, f.URL, f.Category)
}

// A span is a part of a file, its columns in UTF-16 code units. What is not
// known is 0.
type span struct {
	line, col, endLine, endCol int
}

// span is what lies between two places; the end counts only if it is behind the start.
func (r *Report) span(from, to findings.Position) span {
	s := span{line: from.Line}
	file := r.Source.File(from.File)
	if from.Col > 0 {
		s.col = file.Column(from.Line, from.Col)
	}
	behind := to.Line > from.Line || to.Line == from.Line && to.Col >= from.Col
	if to.File == from.File && from.Col > 0 && to.Col > 0 && behind {
		s.endLine, s.endCol = to.Line, file.Column(to.Line, to.Col)
	}
	return s
}
