package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A count is how many findings were judged how.
type count struct{ right, wrong, doubtful int }

func (c *count) add(verdict string) {
	switch verdict {
	case right:
		c.right++
	case wrong:
		c.wrong++
	case doubtful:
		c.doubtful++
	}
}

func (c count) total() int { return c.right + c.wrong + c.doubtful }

// percent is the share of what is right, or a dash of nothing.
func percent(right, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(right)/float64(of))
}

// row is the count's cells in the README.
func (c count) row() string {
	return fmt.Sprintf("%d | %d | %d | %d | %s | %s |", c.total(), c.right, c.wrong, c.doubtful,
		percent(c.right, c.right+c.wrong), percent(c.right, c.total()))
}

// A class is what is counted together.
type class struct {
	rule, tool string
	tests      bool // in test files
}

// counts are the counts of everything, and how many modules there are beside std and cmd.
type counts struct {
	modules int
	of      map[class]count
}

// readCounts counts what the golden files in the directory here have.
func readCounts(here string) (counts, error) {
	list, err := readList(filepath.Join(here, "modules.txt"))
	if err != nil {
		return counts{}, err
	}
	c := counts{of: map[class]count{}}
	for _, t := range list {
		if !t.inGo() {
			c.modules++
		}
	}
	for _, tool := range []string{kalint, bodyclose} {
		g, err := readGolden(goldenFile(here, tool))
		if err != nil {
			return counts{}, err
		}
		for _, f := range slices.Concat(slices.Collect(maps.Values(g))...) {
			k := class{rule: f.rule, tool: tool, tests: f.test()}
			n := c.of[k]
			n.add(f.verdict)
			c.of[k] = n
		}
	}
	return c, nil
}

// both is the count of a rule with and without test files.
func (c counts) both(rule, tool string) (all, outside count) {
	outside = c.of[class{rule, tool, false}]
	in := c.of[class{rule, tool, true}]
	return count{in.right + outside.right, in.wrong + outside.wrong, in.doubtful + outside.doubtful}, outside
}

// names of the tools in the README.
var names = map[string]string{kalint: "kalint", bodyclose: "timakin/bodyclose"}

// table is the README's table, with the sentence above it.
func (c counts) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d modules, std and cmd:\n\n", c.modules)
	fmt.Fprintln(&b, "| rule | tool | reports | right | wrong | doubtful | precision | with doubtful as wrong |")
	fmt.Fprintln(&b, "| --- | --- | --- | --- | --- | --- | --- | --- |")
	for _, rule := range []string{"bodyclose", "bodydrain", "idleconns", "transportreuse", "ignore"} {
		for _, tool := range []string{kalint, bodyclose} {
			all, outside := c.both(rule, tool)
			if all.total() == 0 {
				continue
			}
			fmt.Fprintf(&b, "| %s | %s | %s\n", rule, names[tool], all.row())
			fmt.Fprintf(&b, "| %s, outside tests | %s | %s\n", rule, names[tool], outside.row())
		}
	}
	return b.String()
}

// The README's figures stand between these lines.
const (
	from = "<!-- from testdata/golden -->\n"
	to   = "<!-- to here -->\n"
)

// inREADME returns the README's text before, in and after the figures.
func inREADME(file string) (before, in, after string, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", "", "", err
	}
	before, rest, ok1 := strings.Cut(string(text), from)
	in, after, ok2 := strings.Cut(rest, to)
	if !ok1 || !ok2 {
		return "", "", "", errors.New("README.md has no place for the figures")
	}
	return before, in, after, nil
}

// writeREADME puts the figures into the README.
func (c counts) writeREADME(file string) error {
	before, in, after, err := inREADME(file)
	if err != nil || in == c.table() {
		return err
	}
	return os.WriteFile(file, []byte(before+from+c.table()+to+after), 0o644)
}
