package format

import (
	"fmt"
	"io"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

// The escapes of workflow commands, as GitHub's own toolkit makes them.
var (
	escapeData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	escapeProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeGitHub writes a workflow command for each finding.
func writeGitHub(w io.Writer, r *Report) {
	for _, f := range r.Findings {
		var props []string
		add := func(name, value string) {
			props = append(props, name+"="+escapeProperty.Replace(value))
		}
		if f.At.File != "" && f.At.File != "-" {
			add("file", r.Root.Path(f.At.File))
		}
		for _, n := range r.lines(f) {
			add(n.name, fmt.Sprint(n.value))
		}
		add("title", "kalint: "+f.Rule)
		fmt.Fprintf(w, "::warning %s::%s\n", strings.Join(props, ","), escapeData.Replace(r.details(f)))
	}
}

type number struct {
	name  string
	value int
}

// lines are where a finding is. The runner takes columns only where the finding
// ends on the line that it begins on.
func (r *Report) lines(f findings.Finding) (out []number) {
	s := r.span(f.At, f.To)
	one := s.endLine == 0 || s.endLine == s.line
	for _, n := range []number{{"line", s.line}, {"col", s.col}, {"endLine", s.endLine}, {"endColumn", s.endCol}} {
		column := n.name == "col" || n.name == "endColumn"
		if n.value > 0 && (one || !column) {
			out = append(out, n)
		}
	}
	return out
}

// details are the message, with what else there is to say below it.
func (r *Report) details(f findings.Finding) string {
	lines := []string{findings.OneLine(f.Message) + " (" + f.Rule + ")"}
	for _, rel := range f.Related {
		at := findings.ParsePosition(rel.Posn)
		lines = append(lines, fmt.Sprintf("%s:%d: %s", r.Root.Path(at.File), at.Line, findings.OneLine(rel.Message)))
	}
	for _, fix := range f.SuggestedFixes {
		lines = append(lines, "Fix: "+findings.OneLine(fix.Message))
	}
	if url := r.url(f); url != "" {
		lines = append(lines, url)
	}
	return strings.Join(lines, "\n")
}
