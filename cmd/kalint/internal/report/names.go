package report

import (
	"path/filepath"
	"strings"
)

// here begins a file name that is seen from the package's directory.
const here = "." + string(filepath.Separator)

// SeenFrom names the files in a package's directory as they are seen from it. The go command keeps what is printed, and may
// show it in a directory that is only a copy.
func (d *Diagnostic) SeenFrom(dir string) {
	d.rename(func(name string) string {
		if rest, ok := strings.CutPrefix(name, filepath.Clean(dir)+string(filepath.Separator)); ok {
			return here + rest
		}
		return name
	})
}

// PutBack is the opposite of SeenFrom.
func (d *Diagnostic) PutBack(dir string) {
	d.rename(func(name string) string {
		if rest, ok := strings.CutPrefix(name, here); ok {
			return filepath.Join(dir, rest)
		}
		return name
	})
}

// rename changes the names of files, which all places begin with.
func (d *Diagnostic) rename(to func(string) string) {
	d.Posn, d.End = to(d.Posn), to(d.End)
	for i := range d.Related {
		d.Related[i].Posn, d.Related[i].End = to(d.Related[i].Posn), to(d.Related[i].End)
	}
	for _, f := range d.SuggestedFixes {
		for i := range f.Edits {
			f.Edits[i].Filename = to(f.Edits[i].Filename)
		}
	}
}
