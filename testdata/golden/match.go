package main

import (
	"regexp"
	"slices"
)

var number = regexp.MustCompile(`\d+`)

// A key is what stays of a finding when code moves up or down.
type key struct{ file, rule, message string }

func (f finding) key() key { return key{f.file, f.rule, number.ReplaceAllString(f.message, "0")} }

// carry gives found the verdicts of old: first of the same lines, then, in
// their order, of those where only numbers differ. What is left of old is gone.
func carry(old, found []finding) (out, added, gone []finding) {
	out = slices.Clone(found)
	left := slices.Clone(old)
	taken := make([]bool, len(out))
	take := func(same func(was, is finding) bool) {
		for i, f := range out {
			if taken[i] {
				continue
			}
			if at := slices.IndexFunc(left, func(was finding) bool { return same(was, f) }); at >= 0 {
				out[i].verdict, out[i].why, taken[i] = left[at].verdict, left[at].why, true
				left = slices.Delete(left, at, at+1)
			}
		}
	}
	take(func(was, is finding) bool { return was.place() == is.place() })
	take(func(was, is finding) bool { return was.key() == is.key() })
	for i := range out {
		if !taken[i] {
			out[i].verdict = unread
			added = append(added, out[i])
		}
	}
	return out, added, left
}

// moved returns the findings of out that stand elsewhere in old.
func moved(old, out, added []finding) []finding {
	places := map[finding]bool{}
	for _, f := range slices.Concat(old, added) {
		places[f.place()] = true
	}
	return slices.DeleteFunc(slices.Clone(out), func(f finding) bool { return places[f.place()] })
}
