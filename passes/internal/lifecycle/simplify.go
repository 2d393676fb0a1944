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
		bare.when, bare.codes = nil, statusRange{}
		k := bare.spell(r)
		bare.codes = o.codes
		if before, ok := proto[k]; ok {
			bare.codes = bare.codes.or(before.codes)
		}
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
	if r.param != openRole {
		merged = absorb(merged, r)
	}
	return merged, len(merged) <= maxOutcomes
}

// absorb drops the outcomes that only say of some results what another one, of the same effect, leaves open, and joins two that
// say of one result the opposite of each other: callers have fewer paths to follow.
func absorb(outs []outcome, r role) []outcome {
	effects := make([]string, len(outs))
	for i, o := range outs {
		o.when, o.results = nil, slices.DeleteFunc(slices.Clone(o.results), isPlain)
		effects[i] = o.spell(r)
	}
	for i := 0; i < len(outs); i++ {
		for j := range outs {
			if i == j || effects[i] != effects[j] {
				continue
			}
			left, ok := leftOpen(outs[i], outs[j])
			if !ok {
				continue
			}
			outs[j].results = left
			outs, effects = slices.Delete(outs, i, i+1), slices.Delete(effects, i, i+1)
			i = -1 // what was joined may join others
			break
		}
	}
	return outs
}

// leftOpen returns what is known of the results where either outcome may be: all that the second knows, if that is no more than the
// first does, or else, under the same conditions, all but the one result of which they say the opposite; false if it is neither.
func leftOpen(o, other outcome) (left []result, ok bool) {
	if o.codes != other.codes || !containsAll(o.when, other.when) {
		return nil, false
	}
	for _, r := range other.results {
		i := slices.IndexFunc(o.results, func(q result) bool { return q.index == r.index && q.path == r.path })
		switch {
		case i >= 0 && o.results[i] == r:
			left = append(left, r)
		case i < 0 || complement(r.is) != o.results[i].is:
			return nil, false
		}
	}
	switch len(other.results) - len(left) {
	case 0:
		return left, true
	case 1:
		return left, len(o.results) == len(other.results) && len(o.when) == len(other.when)
	}
	return nil, false
}

// isPlain reports whether the result has nothing to do with a response or with what the function was given.
func isPlain(r result) bool { return isNil <= r.is.kind && r.is.kind < response }

// mergeConds simplifies a disjunction of conjunctions: it drops what another one implies, and joins two that differ in
// one complementary condition.
func mergeConds(whens [][]cond) [][]cond {
	d := disjunction{spelled: make(map[cond]string), has: make(map[string]*conjunction)}
	for _, w := range whens {
		d.add(d.bounded(w))
	}
	for d.joinOne() {
	}
	return d.strongest()
}

// A disjunction is a set of conjunctions of conditions.
type disjunction struct {
	spelled map[cond]string // what has been spelled so far
	keys    []string        // of the conjunctions, in order
	has     map[string]*conjunction
}

// nowhere is the key of no conjunction.
const nowhere = "-"

// A conjunction has its conditions in the order of their spelling.
type conjunction struct {
	conds     []cond
	opposites []string // for each condition, the key of the conjunction that asks for its complement instead, or nowhere
}

// spell spells a condition.
func (d *disjunction) spell(c cond) string {
	s, ok := d.spelled[c]
	if !ok {
		s = c.spell()
		d.spelled[c] = s
	}
	return s
}

func (d *disjunction) sort(w []cond) {
	slices.SortFunc(w, func(a, b cond) int { return strings.Compare(d.spell(a), d.spell(b)) })
}

// key spells a conjunction.
func (d *disjunction) key(w []cond) string {
	var b strings.Builder
	for _, c := range w {
		b.WriteString(d.spell(c))
		b.WriteByte('&')
	}
	return b.String()
}

// bounded puts the conditions in order and leaves some out where there are too many.
func (d *disjunction) bounded(w []cond) []cond {
	d.sort(w)
	if weight(w) > maxConds {
		w = slices.DeleteFunc(w, isNuance)
	}
	if weight(w) > maxConds { // the flags say most
		w = slices.DeleteFunc(w, func(c cond) bool { return c.is.kind != isTrue && c.is.kind != isFalse })
	}
	if weight(w) > maxConds {
		w = nil
	}
	return w
}

// add adds a conjunction, in order.
func (d *disjunction) add(w []cond) {
	k := d.key(w)
	if i, ok := slices.BinarySearch(d.keys, k); !ok {
		d.keys = slices.Insert(d.keys, i, k)
		d.has[k] = &conjunction{conds: w}
	}
}

func (d *disjunction) remove(k string) {
	if i, ok := slices.BinarySearch(d.keys, k); ok {
		d.keys = slices.Delete(d.keys, i, i+1)
		delete(d.has, k)
	}
}

// joinOne joins one pair of conjunctions that differ in one complementary condition, and reports whether there was one.
func (d *disjunction) joinOne() bool {
	for _, k := range d.keys {
		w := d.has[k].conds
		for i, c := range w {
			if c.is.kind == constant {
				if d.joinConst(k, i) {
					return true
				}
				continue
			}
			opposite := d.opposite(k, i)
			if d.has[opposite] == nil {
				continue
			}
			d.remove(k)
			d.remove(opposite)
			d.add(slices.Delete(slices.Clone(w), i, i+1))
			return true
		}
	}
	return false
}

// opposite returns the key of the conjunction that asks for the complement of condition i of conjunction k, or nowhere.
func (d *disjunction) opposite(k string, i int) string {
	j := d.has[k]
	if j.opposites == nil {
		j.opposites = make([]string, len(j.conds))
		for i, c := range j.conds {
			j.opposites[i] = nowhere
			if is := complement(c.is); is.kind != unknown {
				other := slices.Clone(j.conds)
				other[i].is = is
				d.sort(other)
				j.opposites[i] = d.key(other)
			}
		}
	}
	return j.opposites[i]
}

// joinConst joins conjunction k, condition i of which asks for a constant, with one that differs in nothing but that it
// excludes the constant, and reports whether there was one.
func (d *disjunction) joinConst(k string, i int) bool {
	conds := d.has[k].conds
	c := conds[i]
	for _, other := range d.keys {
		w := d.has[other].conds
		j := slices.IndexFunc(w, func(d cond) bool {
			return d.param == c.param && d.path == c.path && d.is.kind == differs && d.is.lists(c.is.path)
		})
		if j < 0 || !equalBut(w, j, conds, i) {
			continue
		}
		joined := slices.Clone(w)
		joined[j].is = w[j].is.without(c.is.path)
		if joined[j].is.kind == unknown {
			joined = slices.Delete(joined, j, j+1)
		}
		d.remove(k)
		d.remove(other)
		d.add(joined)
		return true
	}
	return false
}

// equalBut reports whether the conditions are the same but for one of each.
func equalBut(v []cond, i int, w []cond, j int) bool {
	return len(v) == len(w) && slices.Equal(slices.Delete(slices.Clone(v), i, i+1), slices.Delete(slices.Clone(w), j, j+1))
}

// strongest returns the conjunctions that do not say all that another one says.
func (d *disjunction) strongest() [][]cond {
	var out [][]cond
	for _, k := range d.keys {
		w := d.has[k].conds
		implied := slices.ContainsFunc(d.keys, func(other string) bool { return other != k && containsAll(w, d.has[other].conds) })
		if !implied {
			out = append(out, w)
		}
	}
	return out
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
