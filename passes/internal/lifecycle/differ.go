package lifecycle

import (
	"slices"
	"strings"
)

// between stands between constants in a list; none has it, as they are spelled as Go spells them.
const between = "\x00"

// maxListed bounds how many constants are told apart from all others.
const maxListed = 8

// other is any value but the constant.
func other(c value) value { return value{kind: differs, path: c.path} }

// lists reports whether v is known to differ from the constant.
func (v value) lists(constant string) bool {
	return slices.Contains(strings.Split(v.path, between), constant)
}

// without is v where it may be the constant after all; unknown if it differs from nothing then.
func (v value) without(constant string) value {
	list := slices.DeleteFunc(strings.Split(v.path, between), func(c string) bool { return c == constant })
	if len(list) == 0 {
		return value{}
	}
	return value{kind: differs, path: strings.Join(list, between)}
}

// and is what differs from the constants of both.
func (v value) and(w value) value {
	list := append(strings.Split(v.path, between), strings.Split(w.path, between)...)
	slices.Sort(list)
	list = slices.Compact(list)
	if len(list) > maxListed {
		return v
	}
	return value{kind: differs, path: strings.Join(list, between)}
}

// decides reports whether a function may be told by v, as the value of an option, what to do.
func (v value) decides() bool {
	switch v.kind {
	case isNil, nonNil, isTrue, isFalse, constant, differs, atLeast, atMost:
		return true
	}
	return false
}

// restrict notes that the symbol with that number is what is says, too. It reports false if it cannot be.
func (s *state) restrict(id uint32, is value) bool {
	k := key{id, fact}
	known := s.get(k)
	if !compatible(known, is) {
		return false
	}
	switch {
	case is.isBound():
		s.set(k, known.narrowed(is))
	case is.kind != differs:
		s.set(k, is)
	case known.kind == differs:
		s.set(k, known.and(is))
	case known.kind == unknown:
		s.set(k, is)
	}
	return true
}
