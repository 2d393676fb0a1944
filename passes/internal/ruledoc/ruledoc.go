// Package ruledoc takes a rule's page out of the package comment of its doc.go,
// so that the page is written once.
package ruledoc

import "strings"

// heading begins a rule's section of the comment.
const heading = "# Analyzer "

// Extract returns the section of a rule in the form of analysis.Analyzer.Doc:
// its summary without the name, an empty line, the rest of the page. The section
// goes from the heading
//
//	# Analyzer NAME
//
// to the next one of its kind, or to the comment's end; it may have headings of
// its own. Its first line is NAME, a colon and the summary. Extract panics where
// src is not written that way: rules call it at start-up, so no test misses it.
func Extract(src, name string) string {
	page, ok := section(comment(src), name)
	if !ok {
		panic("ruledoc: the package comment has no section " + heading + name)
	}
	doc, ok := strings.CutPrefix(page, name+": ")
	if !ok {
		panic("ruledoc: section " + heading + name + " does not begin with " + name + ": ")
	}
	return doc
}

// comment returns a file's package comment, which is written with line comments.
// The parser of package go/parser would take longer than the rest of what most
// runs of kalint do.
func comment(src string) string {
	before, _, ok := strings.Cut(src, "\npackage ")
	if !ok {
		panic("ruledoc: no package comment")
	}
	start := len(before)
	for start > 0 {
		line := strings.LastIndexByte(before[:start], '\n')
		if !strings.HasPrefix(before[line+1:], "//") {
			break
		}
		start = max(line, 0)
	}
	return before[start:]
}

// section returns what stands below a rule's heading.
func section(comment, name string) (string, bool) {
	_, page, found := strings.Cut(comment, "// "+heading+name+"\n")
	page, _, _ = strings.Cut(page, "// "+heading)
	var text strings.Builder
	text.Grow(len(page))
	for line := range strings.Lines(page) {
		text.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "//"), " "))
	}
	return strings.TrimSpace(text.String()), found
}
