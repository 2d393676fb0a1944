package report

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Plain prints a finding as a line, with so many lines of source around it when
// context is not negative, and then the places it relates to.
func Plain(w io.Writer, fset *token.FileSet, context int, d analysis.Diagnostic) {
	print := func(pos, end token.Pos, message string) {
		from, to := fset.Position(pos), fset.Position(cmp.Or(end, pos))
		fmt.Fprintf(w, "%s: %s\n", from, message)
		if context >= 0 {
			Source(w, from.Filename, from.Line-context, to.Line+context)
		}
	}
	print(d.Pos, d.End, d.Message)
	for _, rel := range d.Related {
		print(rel.Pos, rel.End, "\t"+rel.Message)
	}
}

// Source prints the lines from and to and those between, as far as the file has them.
func Source(w io.Writer, name string, from, to int) {
	data, err := os.ReadFile(name)
	if err != nil {
		return
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		if from <= n && n <= to {
			fmt.Fprintf(w, "%d\t%s\n", n, strings.TrimRight(line, "\r\n"))
		}
	}
}
