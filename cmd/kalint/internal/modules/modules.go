// Package modules finds the Go modules in a directory tree, and those among them
// that a change of files concerns.
package modules

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Module is one to look at.
type Module struct {
	Dir    string
	Work   string // the directory of the go.work that lists it, or ""
	InWork string // its path from there, with slashes
	Alone  bool   // the go command would find a go.work that does not list it
}

// below returns the directories of the modules at and below dir. It walks as the
// go command does for ./..., but into nested modules as well.
func below(dir string) (dirs []string, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == dir:
			return err
		case err != nil:
			return fs.SkipDir // the go command does not get there either
		case d.IsDir() && path != dir && (unseen(d.Name()) || d.Name() == "vendor"):
			return fs.SkipDir
		case d.Name() == "go.mod" && isFile(path):
			dirs = append(dirs, filepath.Dir(path))
		}
		return nil
	})
	slices.Sort(dirs)
	return dirs, err
}

// around returns the directory of the nearest file of the name given: dir or one
// above it, but not above limit.
func around(dir, name, limit string) (string, bool) {
	for {
		if isFile(filepath.Join(dir, name)) {
			return dir, true
		}
		parent := filepath.Dir(dir)
		if parent == dir || dir == limit {
			return "", false
		}
		dir = parent
	}
}

// unseen reports whether ./... leaves out directories of a name.
func unseen(name string) bool {
	return name == "testdata" || strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".") && name != "." && name != ".."
}

// anyUnseen reports whether ./... in dir would not get as far as to a directory.
func anyUnseen(dir, to string) bool {
	rel, err := filepath.Rel(dir, to)
	return err == nil && slices.ContainsFunc(strings.Split(rel, string(filepath.Separator)), unseen)
}

// within reports whether a path is dir or below it.
func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && filepath.IsLocal(rel)
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}

// real is a directory without links. It may be one that is gone.
func real(dir string) string {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		return real
	}
	dir = filepath.Clean(dir)
	if parent := filepath.Dir(dir); parent != dir {
		return filepath.Join(real(parent), filepath.Base(dir))
	}
	return dir
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
