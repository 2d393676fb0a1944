package repo

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/sourcegraph/go-diff/diff"
)

// Changes are the lines of a work tree that are not as they were at a revision.
type Changes struct {
	root  *Root
	files map[string][]hunk
	dirs  []string // repositories that git does not look into, with a slash at the end
}

// A hunk is a stretch of lines that are new, or the place where some were
// deleted: then it is between first and first+1, and n is 0.
type hunk struct {
	first, n int
}

// everything is the hunk of a file that is new.
var everything = hunk{1, math.MaxInt32}

// Check reports why there can be no Since.
func Check(ctx context.Context, dir, rev string) error {
	_, _, err := open(ctx, dir, rev)
	return err
}

// Since asks git what changed in the work tree around a directory since a
// revision. Files that git does not track are new; those that it sees as renamed
// are not.
func Since(ctx context.Context, dir, rev string) (*Changes, error) {
	g, commit, err := open(ctx, dir, rev)
	if err != nil {
		return nil, err
	}
	c := &Changes{root: At(g.dir), files: make(map[string][]hunk)}
	if err := c.tracked(g, commit); err != nil {
		return nil, err
	}
	return c, c.untracked(g)
}

// tracked takes in the lines that git diff tells, whatever the user's settings.
func (c *Changes) tracked(g *git, commit string) error {
	out, err := g.run("-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false",
		"-c", "diff.interHunkContext=0", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=0",
		"--find-renames", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", commit, "--")
	if err != nil {
		return err
	}
	files, err := diff.ParseMultiFileDiff(out)
	if err != nil {
		return fmt.Errorf("cannot read what git diff printed: %v", err)
	}
	for _, f := range files {
		name := strings.TrimPrefix(f.NewName, "b/")
		if isBinary(f) {
			c.files[name] = []hunk{everything}
		}
		for _, h := range f.Hunks {
			c.files[name] = append(c.files[name], hunk{int(h.NewStartLine), int(h.NewLines)})
		}
	}
	return nil
}

// isBinary reports whether git does not tell the lines of a file, as the repository's attributes may say of generated code.
func isBinary(f *diff.FileDiff) bool {
	return slices.ContainsFunc(f.Extended, func(line string) bool { return strings.HasPrefix(line, "Binary files ") })
}

// untracked takes in the files that git does not track and was not told to ignore.
func (c *Changes) untracked(g *git) error {
	out, err := g.run("ls-files", "-z", "--others", "--exclude-standard")
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(string(out), "\x00") {
		if strings.HasSuffix(name, "/") {
			c.dirs = append(c.dirs, name)
		} else if name != "" {
			c.files[name] = []hunk{everything}
		}
	}
	return nil
}

// Touch reports whether any of the lines from first to last of a file is new, or
// some were deleted between them.
func (c *Changes) Touch(name string, first, last int) bool {
	path, ok := c.root.Rel(name)
	if !ok {
		return false
	}
	for _, dir := range c.dirs {
		if strings.HasPrefix(path, dir) {
			return true
		}
	}
	for _, h := range c.files[path] {
		if h.n > 0 && h.first <= last && first < h.first+h.n || h.n == 0 && first <= h.first && h.first < last {
			return true
		}
	}
	return false
}
