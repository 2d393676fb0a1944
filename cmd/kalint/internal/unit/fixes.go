package unit

import (
	"cmp"
	"fmt"
	"go/token"
	"io"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/fix"
)

// validFixes returns a finding's fixes in a form that can be applied, without
// those that cannot. The error tells of a fix that the rule got wrong; a fix in
// a file that another file was made into is nobody's fault.
func (u *unit) validFixes(fixes []analysis.SuggestedFix) ([]analysis.SuggestedFix, error) {
	var out []analysis.SuggestedFix
	for _, f := range fixes {
		edits := slices.Clone(f.TextEdits)
		for i := range edits {
			edits[i].End = u.clamp(edits[i].Pos, cmp.Or(edits[i].End, edits[i].Pos))
		}
		slices.SortStableFunc(edits, func(a, b analysis.TextEdit) int {
			return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.End, b.End))
		})
		if err := u.validEdits(edits); err != nil {
			return nil, fmt.Errorf("suggests an invalid fix (%s): %v", f.Message, err)
		}
		if len(edits) == 0 || slices.ContainsFunc(edits, u.inMadeFile) {
			continue
		}
		f.TextEdits = edits
		out = append(out, f)
	}
	return out, nil
}

// clamp moves an end just behind the end of its file, which syntax trees
// compute now and then, back to it.
func (u *unit) clamp(pos, end token.Pos) token.Pos {
	const beyond = 10
	if f := u.fset.File(pos); f != nil {
		eof := token.Pos(f.Base() + f.Size())
		if end > eof && end < eof+beyond {
			return eof
		}
	}
	return end
}

// validEdits checks sorted edits: each within one file, none over another.
func (u *unit) validEdits(edits []analysis.TextEdit) error {
	for i, e := range edits {
		f := u.fset.File(e.Pos)
		switch {
		case f == nil:
			return fmt.Errorf("edit %d is in no file", i)
		case e.End < e.Pos:
			return fmt.Errorf("edit %d ends before it starts", i)
		case int(e.End) > f.Base()+f.Size():
			return fmt.Errorf("edit %d goes beyond its file", i)
		case i > 0 && e.Pos < edits[i-1].End:
			return fmt.Errorf("edits %d and %d overlap", i-1, i)
		}
	}
	return nil
}

// inMadeFile reports whether an edit's file says, by a line directive, that it
// was made from another, as cgo's do: nobody edits such a file.
func (u *unit) inMadeFile(e analysis.TextEdit) bool {
	return u.fset.Position(e.Pos).Filename != u.fset.File(e.Pos).Name()
}

// applyFixes makes the first fix of each finding, or prints what would change.
// The go command takes the fixes only from a run that ends with 0: so a fix that
// gets in another's way is told, and is no failure.
func (u *unit) applyFixes(w io.Writer, results []result, diff bool) (int, error) {
	set := fix.NewSet()
	left := 0
	for _, res := range results {
		for _, d := range res.diags {
			if len(d.SuggestedFixes) > 0 && !set.Add(u.change(d.SuggestedFixes[0])) {
				left++
			}
		}
	}
	if left > 0 {
		fmt.Fprintf(os.Stderr, "kalint: fixes left out in package %s, because they overlap others or a program wrote the file: %d\n", u.cfg.ImportPath, left)
	}
	return printFailures(results), u.putFixes(w, set.Files(), diff)
}

// putFixes puts fixed files where they are wanted.
func (u *unit) putFixes(w io.Writer, files []fix.File, diff bool) error {
	switch {
	case diff:
		for _, f := range files {
			if _, err := io.WriteString(w, f.Diff(f.Name+" (old)", f.Name+" (new)")); err != nil {
				return err
			}
		}
	case u.cfg.FixArchive != "":
		return fix.Archive(u.cfg.FixArchive, u.cfg.ID, files)
	default:
		return fix.Write(files, func(name string) string { return name })
	}
	return nil
}

// change is a fix in terms of bytes.
func (u *unit) change(f analysis.SuggestedFix) fix.Change {
	c := make(fix.Change)
	for _, e := range f.TextEdits {
		file := u.fset.File(e.Pos)
		c[file.Name()] = append(c[file.Name()], fix.Edit{
			Start: file.Offset(e.Pos),
			End:   file.Offset(e.End),
			New:   string(e.NewText),
		})
	}
	return c
}
