package lifecycle

import (
	"math"
	"slices"
	"strings"
)

// maxOutcomes bounds the outcomes of one role.
const maxOutcomes = 12

// maxConds bounds the conditions of one outcome: a longer one says more of the function's inside than a caller can know.
const maxConds = 4

// simplify merges outcomes that differ in conditions that do not matter. It reports false where there are too many to
// say anything, whether an integer is less or more than others, and constants among the results, left out.
func simplify(outs []outcome, r role) ([]outcome, bool) {
	merged, ok := mergeOutcomes(outs, r)
	if ok {
		return merged, true
	}
	var unbound []outcome
	for _, o := range outs {
		o.when = slices.DeleteFunc(slices.Clone(o.when), isNuance)
		if r.param == openRole { // what else comes with the response
			o.results = slices.DeleteFunc(slices.Clone(o.results), func(r result) bool { return r.path == "" && r.is.kind == constant })
		}
		unbound = append(unbound, o)
	}
	return mergeOutcomes(unbound, r)
}

// isNuance reports whether the condition is one that only some functions tell apart.
func isNuance(c cond) bool {
	_, _, asserts := assertion(c.path)
	return asserts || c.is.isBound() || c.path != "" && (c.is.kind == isNil || c.is.kind == nonNil)
}

// weight is how many conditions count: all types that one interface does not hold are like one.
func weight(when []cond) int {
	n := 0
	for i, c := range when {
		_, of, ok := assertion(c.path)
		if i > 0 && ok {
			_, before, ok := assertion(when[i-1].path)
			if ok && of == before && c.param == when[i-1].param {
				continue
			}
		}
		n++
	}
	return n
}

func mergeOutcomes(outs []outcome, r role) ([]outcome, bool) {
	byEffect := make(map[string][][]cond)
	proto := make(map[string]outcome)
	for _, o := range outs {
		bare := o
		bare.when = nil
		k := bare.spell(r)
		byEffect[k] = append(byEffect[k], o.when)
		proto[k] = bare
	}
	keys := make([]string, 0, len(proto))
	for k := range proto {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var merged []outcome
	for _, k := range keys {
		whens := mergeConds(byEffect[k])
		if len(keys) == 1 && len(whens) > maxOutcomes {
			whens = [][]cond{nil}
		}
		for _, w := range whens {
			o := proto[k]
			o.when = w
			merged = append(merged, o)
		}
	}
	return merged, len(merged) <= maxOutcomes
}

// mergeConds simplifies a disjunction of conjunctions: it drops what another one implies, and joins two that differ in
// one complementary condition.
func mergeConds(whens [][]cond) [][]cond {
	set := make(map[string][]cond)
	for _, w := range whens {
		slices.SortFunc(w, func(a, b cond) int { return strings.Compare(a.spell(), b.spell()) })
		if weight(w) > maxConds {
			w = slices.DeleteFunc(w, isNuance)
		}
		if weight(w) > maxConds { // the flags say most
			w = slices.DeleteFunc(w, func(c cond) bool { return c.is.kind != isTrue && c.is.kind != isFalse })
		}
		if weight(w) > maxConds {
			w = nil
		}
		set[spellConds(w)] = w
	}
	for joinOne(set) {
	}
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out [][]cond
	for _, k := range keys {
		implied := slices.ContainsFunc(keys, func(other string) bool {
			return other != k && containsAll(set[k], set[other])
		})
		if !implied {
			out = append(out, set[k])
		}
	}
	return out
}

func spellConds(w []cond) string {
	var b strings.Builder
	for _, c := range w {
		b.WriteString(c.spell())
		b.WriteByte('&')
	}
	return b.String()
}

// joinOne joins one pair of conjunctions that differ in one complementary condition, and reports whether there was one.
func joinOne(set map[string][]cond) bool {
	keys := make([]string, 0, len(set))
	for k := range set {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		for i, c := range set[k] {
			if c.is.kind == constant {
				if joinConst(set, keys, k, i) {
					return true
				}
				continue
			}
			opposite := slices.Clone(set[k])
			opposite[i].is = complement(c.is)
			if opposite[i].is.kind == unknown {
				continue
			}
			slices.SortFunc(opposite, func(a, b cond) int { return strings.Compare(a.spell(), b.spell()) })
			if _, ok := set[spellConds(opposite)]; ok {
				rest := slices.Delete(slices.Clone(set[k]), i, i+1)
				delete(set, k)
				delete(set, spellConds(opposite))
				set[spellConds(rest)] = rest
				return true
			}
		}
	}
	return false
}

// joinConst joins conjunction k, condition i of which asks for a constant, with one that differs in nothing but that it
// excludes the constant, and reports whether there was one. Keys are those of the set, in order.
func joinConst(set map[string][]cond, keys []string, k string, i int) bool {
	c := set[k][i]
	for _, other := range keys {
		w := set[other]
		j := slices.IndexFunc(w, func(d cond) bool {
			return d.param == c.param && d.path == c.path && d.is.kind == differs && d.is.lists(c.is.path)
		})
		if j < 0 || !slices.Equal(slices.Delete(slices.Clone(w), j, j+1), slices.Delete(slices.Clone(set[k]), i, i+1)) {
			continue
		}
		joined := slices.Clone(w)
		joined[j].is = w[j].is.without(c.is.path)
		if joined[j].is.kind == unknown {
			joined = slices.Delete(joined, j, j+1)
		}
		delete(set, k)
		delete(set, other)
		set[spellConds(joined)] = joined
		return true
	}
	return false
}

// complement returns the value that is everything that v is not, or the zero value.
func complement(v value) value {
	switch v.kind {
	case isNil:
		return value{kind: nonNil}
	case nonNil:
		return value{kind: isNil}
	case isTrue:
		return value{kind: isFalse}
	case isFalse:
		return value{kind: isTrue}
	case atLeast, atMost:
		low, high, ok := v.bounds()
		switch {
		case ok && v.kind == atLeast && low > math.MinInt64:
			return atMostInt(low - 1)
		case ok && v.kind == atMost && high < math.MaxInt64:
			return atLeastInt(high + 1)
		}
	}
	return value{}
}

// containsAll reports whether w says all that other says.
func containsAll(w, other []cond) bool {
	for _, c := range other {
		if !slices.Contains(w, c) {
			return false
		}
	}
	return true
}
