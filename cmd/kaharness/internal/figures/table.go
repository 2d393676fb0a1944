package figures

import (
	"fmt"
	"go/version"
	"regexp"
	"strings"
	"unicode/utf8"
)

// A Cell is a figure in a page.
type Cell struct {
	Page   string
	Row    string
	Go     string // such as "go1.26.8"
	Figure Figure

	row      *row
	line     int // from 0
	from, to int // bytes of the line that are the figure's, blanks included
}

// header finds releases of Go at the head of a table.
var header = regexp.MustCompile(`go1\.\d+(\.\d+)?`)

// parsePage finds the figures of a page: a Markdown file, or a Go file whose
// comment has tables that are indented.
func parsePage(page, text string) ([]Cell, error) {
	var cells []Cell
	var columns []Cell // the head's cells, if a table is being read
	for i, line := range strings.Split(text, "\n") {
		switch {
		case !isRow(line):
			columns = nil
		case columns != nil && !strings.HasPrefix(line, "| ---"):
			found, err := parseRow(page, i, line, columns)
			if err != nil {
				return nil, err
			}
			cells = append(cells, found...)
		case columns == nil:
			columns = parseHead(line)
		}
	}
	if len(cells) == 0 {
		return nil, fmt.Errorf("%s: no figures", page)
	}
	return cells, nil
}

// isRow reports whether a line can be of a table.
func isRow(line string) bool {
	return strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "//\t")
}

// parseHead finds the columns of figures, which must be two at least.
func parseHead(line string) []Cell {
	var columns []Cell
	for _, at := range header.FindAllStringIndex(line, -1) {
		name := line[at[0]:at[1]]
		if version.IsValid(name) {
			// Columns of text are where they are on the screen.
			columns = append(columns, Cell{Go: name, from: utf8.RuneCountInString(line[:at[0]])})
		}
	}
	if len(columns) < 2 {
		return nil
	}
	return columns
}

// parseRow reads a row below a head.
func parseRow(page string, number int, line string, columns []Cell) ([]Cell, error) {
	text, spans, err := split(line, columns)
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %w", page, number+1, err)
	}
	r := find(text)
	if r == nil {
		return nil, fmt.Errorf("%s:%d: there is no program for the row %q", page, number+1, text)
	}
	var cells []Cell
	for i, span := range spans {
		f, err := parseFigure(line[span[0]:span[1]])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", page, number+1, err)
		}
		cells = append(cells, Cell{
			Page: page, Row: text, Go: columns[i].Go, Figure: f,
			row: r, line: number, from: span[0], to: span[1],
		})
	}
	return cells, nil
}

// split takes a row apart: the first cell, and where the figures are.
func split(line string, columns []Cell) (text string, spans [][2]int, err error) {
	if strings.HasPrefix(line, "| ") {
		at := 0
		for i, cell := range strings.Split(line, "|") {
			if i == 1 {
				text = strings.TrimSpace(cell)
			}
			if i >= 2 && i < 2+len(columns) {
				spans = append(spans, [2]int{at, at + len(cell)})
			}
			at += len(cell) + 1
		}
		if len(spans) != len(columns) {
			return "", nil, fmt.Errorf("a cell is missing")
		}
		return text, spans, nil
	}
	for i, column := range columns {
		from, to := byteAt(line, column.from), len(line)
		if i+1 < len(columns) {
			to = byteAt(line, columns[i+1].from)
		}
		if from >= to {
			return "", nil, fmt.Errorf("a cell is missing")
		}
		spans = append(spans, [2]int{from, to})
	}
	return strings.TrimSpace(strings.TrimPrefix(line[:spans[0][0]], "//")), spans, nil
}

// byteAt is where a line's character begins, or its end.
func byteAt(line string, character int) int {
	n := 0
	for i := range line {
		if n == character {
			return i
		}
		n++
	}
	return len(line)
}

// rewrite puts measured figures into a page's text.
func rewrite(text string, cells []Cell, measured map[Cell]Figure) string {
	lines := strings.Split(text, "\n")
	for i := len(cells) - 1; i >= 0; i-- { // from the right, so that places stay right
		c := cells[i]
		line := lines[c.line]
		figure := measured[c].String()
		if strings.HasPrefix(line, "|") {
			lines[c.line] = line[:c.from] + " " + figure + " " + line[c.to:]
			continue
		}
		width := utf8.RuneCountInString(line[c.from:c.to])
		lines[c.line] = strings.TrimRight(line[:c.from]+fmt.Sprintf("%-*s", width, figure)+line[c.to:], " ")
	}
	return strings.Join(lines, "\n")
}
