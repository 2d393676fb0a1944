// Package fix merges the fixes of many findings and makes them.
package fix

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"slices"
)

// A Change is what one fix does, by file name. It is made as a whole or not at all.
type Change map[string][]Edit

// A Set gathers changes that can be made together.
type Set struct {
	files map[string]*file
	order []string // names, in the order in which they were first changed
}

// A file is one that a Set changes, or was asked to.
type file struct {
	src   []byte
	fixed []byte // src with the edits, before it is formatted
	edits []Edit
	err   error // why it cannot be changed
}

// A File is one that a Set changes.
type File struct {
	Name     string
	Old, New []byte
}

// NewSet returns an empty Set.
func NewSet() *Set { return &Set{files: make(map[string]*file)} }

// Add takes in a change unless it overlaps one that is in already, or would
// leave a file that does not parse, or would edit a file that a program wrote.
func (s *Set) Add(c Change) bool {
	next := make(map[string]*file)
	for name, edits := range c {
		f, ok := s.with(name, edits)
		if !ok {
			return false
		}
		next[name] = f
	}
	for _, name := range slices.Sorted(maps.Keys(next)) {
		if len(s.files[name].edits) == 0 {
			s.order = append(s.order, name)
		}
		s.files[name] = next[name]
	}
	return len(c) > 0
}

// with is what becomes of a file with some more edits.
func (s *Set) with(name string, edits []Edit) (*file, bool) {
	old := s.open(name)
	if old.err != nil {
		return nil, false
	}
	merged, ok := merge(old.edits, edits)
	if !ok {
		return nil, false
	}
	fixed, err := apply(old.src, merged)
	if err != nil || !parses(fixed) {
		return nil, false
	}
	return &file{src: old.src, fixed: fixed, edits: merged}, true
}

// open reads a file, once.
func (s *Set) open(name string) *file {
	f, ok := s.files[name]
	if !ok {
		f = new(file)
		f.src, f.err = os.ReadFile(name)
		if f.err == nil && generated(f.src) {
			f.err = os.ErrPermission
		}
		s.files[name] = f
	}
	return f
}

// Files returns what the changes come to, formatted.
func (s *Set) Files() []File {
	var out []File
	for _, name := range s.order {
		f := s.files[name]
		out = append(out, File{Name: name, Old: f.src, New: formatted(f.src, f.fixed)})
	}
	return out
}

// formatted is a fixed file as gofmt would have it, with the line ends that it had.
func formatted(src, fixed []byte) []byte {
	out, err := format.Source(fixed)
	if err != nil {
		return fixed
	}
	if n := bytes.Count(src, []byte("\n")); n > 0 && bytes.Count(src, []byte("\r\n")) == n {
		out = bytes.ReplaceAll(out, []byte("\n"), []byte("\r\n"))
	}
	return out
}

func parses(src []byte) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	return err == nil
}

// generated reports whether a file says that a program wrote it, and will again.
func generated(src []byte) bool {
	f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.PackageClauseOnly|parser.ParseComments)
	return err == nil && ast.IsGenerated(f)
}
