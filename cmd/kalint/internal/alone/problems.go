package alone

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/toolchain"
)

// A problems is what the go command printed on standard error.
type problems struct {
	packages []*problem // that do not build, in the order in which they were named
	other    []string   // what is about no package
	mismatch string     // kalint is too old for the go command
	failures []string   // rules that failed on a dependency
}

// A problem is why a package does not build.
type problem struct {
	name  string
	lines []string
}

// parseProblems takes the go command's output apart: "# package" begins what
// the compiler, or kalint itself, said about a package.
func parseProblems(out string) *problems {
	ps := new(problems)
	var at *problem
	for line := range strings.Lines(out) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || strings.HasPrefix(line, "# ["):
		case strings.HasPrefix(line, "# "):
			name, _, _ := strings.Cut(line[len("# "):], " [")
			at = ps.of(name)
		case toolchain.IsMismatch(line):
			ps.mismatch = strings.TrimSpace(line)
		case strings.HasPrefix(line, "kalint: rule "):
			ps.failures = append(ps.failures, line)
		case strings.HasPrefix(line, "go: downloading "):
		case at == nil:
			ps.other = append(ps.other, line)
		case !slices.Contains(at.lines, line):
			at.lines = append(at.lines, line)
		}
	}
	ps.packages = slices.DeleteFunc(ps.packages, func(p *problem) bool { return len(p.lines) == 0 })
	return ps
}

// of returns what is known about a package.
func (ps *problems) of(name string) *problem {
	for _, p := range ps.packages {
		if p.name == name {
			return p
		}
	}
	p := &problem{name: name}
	ps.packages = append(ps.packages, p)
	return p
}

// print names each package that does not build, with what the compiler says.
func (ps *problems) print(w io.Writer, show func(string) string) {
	for _, text := range ps.texts(show) {
		fmt.Fprintln(w, text)
	}
}

// texts are the problems one by one; some have several lines.
func (ps *problems) texts(show func(string) string) (texts []string) {
	for _, p := range ps.packages {
		text := fmt.Sprintf("kalint: %s does not build", p.name)
		for _, line := range p.lines {
			text += "\n\t" + relocate(line, show)
		}
		texts = append(texts, text)
	}
	for _, line := range ps.other {
		texts = append(texts, prefixed(relocate(line, show)))
	}
	texts = append(texts, slices.Compact(slices.Sorted(slices.Values(ps.failures)))...)
	if ps.mismatch != "" {
		texts = append(texts, ps.mismatch)
	}
	return texts
}

// prefixed says who speaks, on lines that do not go on from one above.
func prefixed(line string) string {
	if strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "kalint: ") {
		return line
	}
	return "kalint: " + strings.TrimPrefix(line, "go: ")
}

// relocate shows the file that a compiler's message begins with as findings
// show theirs.
func relocate(line string, show func(string) string) string {
	name, rest, ok := strings.Cut(line, ".go:")
	if !ok || strings.ContainsAny(name, " \t") && !filepath.IsAbs(name) {
		return line
	}
	return show(name+".go") + ":" + rest
}
