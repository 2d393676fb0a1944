// Package repo knows the version control around the code: where the repository
// begins, and which lines changed since a revision.
package repo

import (
	"os"
	"path/filepath"
	"strings"
)

// A Root is the directory that paths in reports begin at.
type Root struct {
	dir  string
	git  bool              // it is that of a git repository
	dirs map[string]string // directories without links
}

// At returns a root with the directory given.
func At(dir string) *Root {
	r := &Root{dirs: make(map[string]string)}
	r.dir = r.real(dir)
	return r
}

// Find returns the root of the git repository around a directory, or else the
// fallback. It needs no git.
func Find(dir, fallback string) *Root {
	start := At(dir).dir
	for d := start; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(filepath.Join(d, ".git")); err == nil {
			r := At(d)
			r.git = true
			return r
		}
		if d == filepath.Dir(d) {
			return At(fallback)
		}
	}
}

// Git is the directory of the git repository that this is the root of, or "".
func (r *Root) Git() string {
	if !r.git {
		return ""
	}
	return r.dir
}

// Rel returns a file's path from the root, with slashes. Ok is false for files
// elsewhere: the path is absolute then.
func (r *Root) Rel(name string) (path string, ok bool) {
	name = filepath.Join(r.real(filepath.Dir(name)), filepath.Base(name))
	rel, err := filepath.Rel(r.dir, name)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return filepath.ToSlash(name), false
	}
	return filepath.ToSlash(rel), true
}

// Path is what a file is called in reports: its path from the root, if it is
// below it.
func (r *Root) Path(name string) string {
	path, _ := r.Rel(name)
	return path
}

// Abs is the file that a path of Rel stands for.
func (r *Root) Abs(path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(r.dir, path)
}

// real is a directory without links, as git has it.
func (r *Root) real(dir string) string {
	if real, ok := r.dirs[dir]; ok {
		return real
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		real = filepath.Clean(dir)
	}
	r.dirs[dir] = real
	return real
}
