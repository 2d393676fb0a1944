package alone

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
	"github.com/kalint/kalint/cmd/kalint/internal/report"
)

// text lists findings: a line each, and to people the source below it.
func (s *session) text(found []findings.Finding, people bool) []byte {
	var buf bytes.Buffer
	p := &printer{w: &buf, show: s.show, context: s.context, people: people}
	for _, f := range found {
		p.finding(f)
	}
	return buf.Bytes()
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
	noLine = findings.Position{}
)

func (p *printer) finding(f findings.Finding) {
	fmt.Fprintf(p.w, "%s: %s %s\n", p.paint(place, p.position(f.At)), findings.OneLine(f.Message), p.paint(rule, "("+f.Rule+")"))
	if p.people || p.context >= 0 {
		p.source(f)
	}
	if !p.people {
		return
	}
	for _, rel := range f.Related {
		line := p.position(findings.ParsePosition(rel.Posn)) + ": " + findings.OneLine(rel.Message)
		fmt.Fprintf(p.w, "\t%s\n", p.paint(aside, line))
	}
}

// paint colours what people see.
func (p *printer) paint(c *color.Color, s string) string {
	if !p.people {
		return s
	}
	return c.Sprint(s)
}

func (p *printer) position(at findings.Position) string {
	s := p.show(at.File)
	if at.Line > 0 {
		s = fmt.Sprintf("%s:%d", s, at.Line)
	}
	if at.Line > 0 && at.Col > 0 {
		s = fmt.Sprintf("%s:%d", s, at.Col)
	}
	return s
}

// source shows a finding's line, with those around it if asked for, and for
// people a mark below what is meant.
func (p *printer) source(f findings.Finding) {
	if f.At == noLine || f.At.Line == 0 {
		return
	}
	around := max(p.context, 0)
	if !p.people {
		report.Source(p.w, f.At.File, f.At.Line-around, f.At.Line+around)
		return
	}
	for n, line := range lines(f.At.File, f.At.Line-around, f.At.Line+around) {
		if line == nil {
			continue
		}
		fmt.Fprintf(p.w, "\t%s\n", *line)
		if n == around {
			fmt.Fprintf(p.w, "\t%s\n", p.paint(caret, mark(*line, f.At, f.To)))
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
func mark(line string, at, end findings.Position) string {
	start := min(max(at.Col-1, 0), len(line))
	indent := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, line[:start])
	width := 1
	if end.File == at.File && end.Line == at.Line && end.Col > at.Col {
		width = utf8.RuneCountInString(line[start:min(end.Col-1, len(line))])
	} else if end.Line > at.Line {
		width = utf8.RuneCountInString(line[start:])
	}
	return indent + "^" + strings.Repeat("~", max(width-1, 0))
}
