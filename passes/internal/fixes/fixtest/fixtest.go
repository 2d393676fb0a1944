// Package fixtest applies suggested fixes in tests.
package fixtest

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// An Edit is a text edit in terms of bytes of a file.
type Edit struct {
	Start, End int
	Text       string
}

// Of returns an analysis's edit as one of bytes, and the name of its file.
func Of(fset *token.FileSet, e analysis.TextEdit) (string, Edit) {
	f := fset.File(e.Pos)
	return f.Name(), Edit{f.Offset(e.Pos), f.Offset(e.End), string(e.NewText)}
}

// Sort sorts edits of one file by their place, and reports whether none overlaps another.
func Sort(edits []Edit) bool {
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Start, b.Start) })
	for i := 1; i < len(edits); i++ {
		if edits[i-1].End > edits[i].Start {
			return false
		}
	}
	return true
}

// Apply returns the source with the edits made, which are sorted and do not overlap.
func Apply(src []byte, edits []Edit) []byte {
	var out []byte
	done := 0
	for _, e := range edits {
		out = append(append(out, src[done:e.Start]...), e.Text...)
		done = e.End
	}
	return append(out, src[done:]...)
}

// Moved returns where an offset is after the edits.
func Moved(edits []Edit, offset int) int {
	at := offset
	for _, e := range edits {
		if e.Start <= offset {
			at += len(e.Text) - (e.End - e.Start)
		}
	}
	return at
}
