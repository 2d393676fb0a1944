package alone

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"
	"github.com/mattn/go-isatty"

	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// print lists findings: a line each, and to people the source below it.
func (s *session) print(out *os.File, found []finding) error {
	var buf bytes.Buffer
	p := &printer{w: &buf, show: s.show, context: s.context, people: isatty.IsTerminal(out.Fd())}
	for _, f := range found {
		p.finding(f)
	}
	_, err := out.Write(buf.Bytes())
	return err
}

// A printer writes findings for programs or for people.
type printer struct {
	w       io.Writer
	show    func(string) string
	context int  // lines of source around a finding; negative: none asked for
	people  bool // show the source and further places as well
}

// Colours, which the library leaves out where they are not wanted.
var (
	place  = color.New(color.Bold)
	rule   = color.New(color.FgCyan)
	caret  = color.New(color.FgGreen, color.Bold)
	aside  = color.New(color.Faint)
	noLine = position{}
)

func (p *printer) finding(f finding) {
	fmt.Fprintf(p.w, "%s: %s %s\n", place.Sprint(p.position(f.at)), oneLine(f.Message), rule.Sprintf("(%s)", f.rule))
	if p.people || p.context >= 0 {
		p.source(f)
	}
	if !p.people {
		return
	}
	for _, rel := range f.Related {
		fmt.Fprintf(p.w, "\t%s\n", aside.Sprintf("%s: %s", p.position(parsePosition(rel.Posn)), oneLine(rel.Message)))
	}
}

func (p *printer) position(at position) string {
	s := p.show(at.file)
	if at.line > 0 {
		s = fmt.Sprintf("%s:%d", s, at.line)
	}
	if at.line > 0 && at.col > 0 {
		s = fmt.Sprintf("%s:%d", s, at.col)
	}
	return s
}

// source shows a finding's line, with those around it if asked for, and for
// people a mark below what is meant.
func (p *printer) source(f finding) {
	if f.at == noLine || f.at.line == 0 {
		return
	}
	around := max(p.context, 0)
	if !p.people {
		report.Source(p.w, f.at.file, f.at.line-around, f.at.line+around)
		return
	}
	for n, line := range lines(f.at.file, f.at.line-around, f.at.line+around) {
		if line == nil {
			continue
		}
		fmt.Fprintf(p.w, "\t%s\n", *line)
		if n == around {
			fmt.Fprintf(p.w, "\t%s\n", caret.Sprint(mark(*line, f.at, f.end)))
		}
	}
}

// lines returns lines from to to of a file, nil for those that it does not have.
func lines(name string, from, to int) []*string {
	out := make([]*string, to-from+1)
	data, err := os.ReadFile(name)
	if err != nil {
		return out
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if from <= n && n <= to {
			line = strings.TrimRight(line, "\r\n")
			out[n-from] = &line
		}
	}
	return out
}

// mark is a line that points at what lies between two places of the line above.
func mark(line string, at, end position) string {
	start := min(max(at.col-1, 0), len(line))
	indent := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, line[:start])
	width := 1
	if end.file == at.file && end.line == at.line && end.col > at.col {
		width = utf8.RuneCountInString(line[start:min(end.col-1, len(line))])
	} else if end.line > at.line {
		width = utf8.RuneCountInString(line[start:])
	}
	return indent + "^" + strings.Repeat("~", max(width-1, 0))
}

// writeJSON prints findings and failures in the form of go vet -json, as one tree.
func (a *answer) writeJSON(w io.Writer) error {
	tree := make(report.Tree)
	byRule := make(map[[2]string][]report.Diagnostic)
	for _, f := range a.findings {
		k := [2]string{f.pkg, f.rule}
		byRule[k] = append(byRule[k], f.Diagnostic)
		tree.Set(f.pkg, f.rule, byRule[k])
	}
	return tree.Write(w)
}
