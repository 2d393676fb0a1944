package main

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Verdicts on findings. What nobody has read yet is unread.
const (
	right    = "right"
	wrong    = "wrong"
	doubtful = "doubtful"
	unread   = "unread"
)

// A finding is what a tool says about a place, and what is to be said of that.
type finding struct {
	file      string // below the module
	line, col int
	rule      string
	message   string

	verdict, why string
	fixable      bool // is not in the files
}

// test reports whether the finding is in a test file.
func (f finding) test() bool { return strings.HasSuffix(f.file, "_test.go") }

// String is the finding's line in a golden file.
func (f finding) String() string {
	s := fmt.Sprintf("%s\t%s:%d:%d\t%s\t%s", f.verdict, f.file, f.line, f.col, f.rule, f.message)
	if f.why != "" {
		s += "\t" + f.why
	}
	return s
}

// place is the finding without its verdict.
func (f finding) place() finding {
	f.verdict, f.why, f.fixable = "", "", false
	return f
}

// order sorts findings by place.
func order(a, b finding) int {
	return cmp.Or(strings.Compare(a.file, b.file), cmp.Compare(a.line, b.line), cmp.Compare(a.col, b.col),
		strings.Compare(a.rule, b.rule), strings.Compare(a.message, b.message))
}

// A golden is a file of findings, by the target's name and version.
type golden map[string][]finding

// readGolden reads a golden file; one that is not there is empty.
func readGolden(file string) (golden, error) {
	text, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	g := golden{}
	target := ""
	for n, line := range strings.Split(string(text), "\n") {
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			target = line[2:]
			if g[target] != nil {
				return nil, fmt.Errorf("%s:%d: %s stands there twice", path.Base(file), n+1, target)
			}
			g[target] = []finding{}
		default:
			f, err := parseFinding(line)
			if err == nil && target == "" {
				err = fmt.Errorf("a finding before the first module")
			}
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %v", path.Base(file), n+1, err)
			}
			g[target] = append(g[target], f)
		}
	}
	return g, nil
}

var posn = regexp.MustCompile(`^(.+):(\d+):(\d+)$`)

// parseFinding reads a line of a golden file. Only what is right needs no reason.
func parseFinding(line string) (finding, error) {
	fields := strings.Split(line, "\t")
	if len(fields) < 4 || len(fields) > 5 {
		return finding{}, fmt.Errorf("not a finding: verdict, place, rule, message and reason with tabs between them")
	}
	f := finding{verdict: fields[0], rule: fields[2], message: fields[3]}
	if len(fields) == 5 {
		f.why = fields[4]
	}
	if !slices.Contains([]string{right, wrong, doubtful, unread}, f.verdict) {
		return finding{}, fmt.Errorf("%q is no verdict", f.verdict)
	}
	if f.why == "" && (f.verdict == wrong || f.verdict == doubtful) {
		return finding{}, fmt.Errorf("%s, and no reason", f.verdict)
	}
	var err error
	f.file, f.line, f.col, err = parsePosn(fields[1])
	return f, err
}

func parsePosn(s string) (file string, line, col int, err error) {
	m := posn.FindStringSubmatch(s)
	if m == nil {
		return "", 0, 0, fmt.Errorf("%q is no place in a file", s)
	}
	line, _ = strconv.Atoi(m[2])
	col, _ = strconv.Atoi(m[3])
	return m[1], line, col, nil
}

// write writes what the file has of the targets in the list, in its order.
func (g golden) write(file string, list []target) error {
	var b strings.Builder
	for _, t := range list {
		found, ok := g[t.String()]
		if !ok {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "# %s\n", t)
		for _, f := range found {
			fmt.Fprintln(&b, f)
		}
	}
	next := file + ".new"
	if err := os.WriteFile(next, []byte(b.String()), 0o644); err != nil {
		return err
	}
	return os.Rename(next, file)
}

// otherVersion is what there is of a target at another version.
func (g golden) otherVersion(t target) []finding {
	for name, found := range g {
		if module, _, _ := strings.Cut(name, " "); module == t.module {
			return found
		}
	}
	return nil
}
