package fix

import (
	"cmp"
	"errors"
	"slices"
)

// An Edit replaces the bytes [Start, End) of a file.
type Edit struct {
	Start, End int
	New        string
}

// merge adds the edits of one fix to those accepted so far. It refuses when
// they overlap; what both do alike, such as the addition of one import, is done
// once.
func merge(accepted, edits []Edit) ([]Edit, bool) {
	merged := slices.Clone(accepted)
	for _, e := range edits {
		if slices.Contains(accepted, e) {
			continue
		}
		for _, a := range accepted {
			if a.Start < e.End && e.Start < a.End {
				return nil, false
			}
		}
		merged = append(merged, e)
	}
	slices.SortStableFunc(merged, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return merged, true
}

var errStale = errors.New("the file is not what was analysed")

// apply makes sorted edits.
func apply(src []byte, edits []Edit) ([]byte, error) {
	var out []byte
	done := 0
	for _, e := range edits {
		if e.Start < done || e.End < e.Start || e.End > len(src) {
			return nil, errStale
		}
		out = append(out, src[done:e.Start]...)
		out = append(out, e.New...)
		done = e.End
	}
	return append(out, src[done:]...), nil
}
