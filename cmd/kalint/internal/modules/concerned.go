package modules

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// A Tree is where modules are looked for. Its directories are absolute.
type Tree struct {
	Top    string // modules at and below it are looked at
	Strict bool   // others are not, if files in them are named
	Limit  string // files below it are in no module that is above it; "" if there is no such limit
	Work   string // what go env says of GOWORK in Top
}

// All returns all modules of the tree.
func (t *Tree) All() ([]Module, error) {
	return t.modules(func(string, *workspace) bool { return true })
}

// Concerned returns the modules of the tree whose findings may change with files
// or directories: those that these are in, all of a workspace if one of its modules
// is among them, and those that replace a module by one of them.
func (t *Tree) Concerned(here string, names []string) ([]Module, error) {
	c := change{top: real(t.Top), strict: t.Strict, limit: t.Limit, modules: make(map[string]bool)}
	if c.limit != "" {
		c.limit = real(c.limit)
	}
	for _, name := range names {
		path := name
		if !filepath.IsAbs(path) {
			path = filepath.Join(here, path)
		}
		if !c.add(path) {
			return nil, fmt.Errorf("%s is in no module: there is no go.mod beside or above it", name)
		}
	}
	return t.modules(c.concerns, c.outside...)
}

// modules returns those of the tree's modules that are wanted, and others in front.
func (t *Tree) modules(want func(dir string, w *workspace) bool, more ...string) (out []Module, err error) {
	top := real(t.Top)
	dirs, err := below(top)
	if err != nil {
		return nil, err
	}
	ws := newWorkspaces(top, t.Work)
	for i, dir := range slices.Concat(more, dirs) {
		w, err := ws.of(dir)
		if err != nil {
			return nil, err
		}
		if i >= len(more) && !want(dir, w) {
			continue
		}
		m := Module{Dir: t.named(top, dir), Alone: w != nil && !w.has(dir)}
		if w.has(dir) {
			rel, err := filepath.Rel(w.dir, dir)
			if err != nil {
				return nil, err
			}
			m.Work, m.InWork = t.named(top, w.dir), filepath.ToSlash(rel)
		}
		out = append(out, m)
	}
	return out, nil
}

// named is a directory as it is reached from Top, which may be by a link to top.
func (t *Tree) named(top, dir string) string {
	if rel, err := filepath.Rel(top, dir); err == nil && filepath.IsLocal(rel) {
		return filepath.Join(t.Top, rel)
	}
	return dir
}

// A change is what files belong to. All directories are without links.
type change struct {
	top, limit string
	strict     bool
	modules    map[string]bool
	works      []string // directories whose go.work changed
	outside    []string // modules outside of top to look at
}

// add takes in a file or directory, which may be gone. It reports false of
// one that should be in a module, and is in none; files in other languages need not.
func (c *change) add(path string) bool {
	dir := path
	if !isDir(path) {
		dir = filepath.Dir(path)
	}
	dir, vendored := c.vendors(real(dir))
	if base := filepath.Base(path); base == "go.work" || base == "go.work.sum" || vendored && isFile(filepath.Join(dir, "go.work")) {
		c.works = append(c.works, dir)
		return true
	}
	counts := !c.strict || within(c.top, dir)
	mod, ok := around(dir, "go.mod", c.limit)
	switch {
	case !ok:
		return !counts || anyUnseen(c.top, dir) || isFile(path) && filepath.Ext(path) != ".go"
	case anyUnseen(mod, dir):
		return true
	case counts && !within(c.top, mod) && !slices.Contains(c.outside, mod):
		c.outside = append(c.outside, mod)
	}
	c.modules[mod] = true
	return true
}

// vendors returns the directory with the vendor directory that dir is in, if it is
// in one, and else dir.
func (c *change) vendors(dir string) (string, bool) {
	rel, err := filepath.Rel(c.top, dir)
	if err != nil {
		return dir, false
	}
	elems := strings.Split(rel, string(filepath.Separator))
	if i := slices.Index(elems, "vendor"); i >= 0 {
		return filepath.Join(c.top, filepath.Join(elems[:i]...)), true
	}
	return dir, false
}

// concerns reports whether a module is made of anything that changed. If the
// workspace lists it, all that is in that counts.
func (c *change) concerns(dir string, w *workspace) bool {
	if c.modules[dir] || w.has(dir) && slices.Contains(c.works, w.dir) || slices.ContainsFunc(c.works, func(work string) bool { return within(work, dir) }) {
		return true
	}
	uses, err := replaced(dir)
	if err != nil {
		return true // the go command will say what is wrong
	}
	if w.has(dir) {
		uses = w.uses
	}
	return slices.ContainsFunc(uses, func(dir string) bool { return c.modules[dir] })
}
