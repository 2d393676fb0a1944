package cases

import (
	"fmt"
	"go/version"
	"math"
	"strconv"
	"strings"
)

// An Expect says how many connections a program opens from a Go release on.
type Expect struct {
	Since  string // such as "go1.26"
	Before Range
	After  *Range // nil where there is nothing to mend
}

// String has the form in which cases spell it.
func (e Expect) String() string {
	if e.After == nil {
		return e.Since + " " + e.Before.String()
	}
	return e.Since + " " + e.Before.String() + " -> " + e.After.String()
}

// A Range is a count, or bounds of one.
type Range struct{ Min, Max int }

// Has reports whether n is in the range.
func (r Range) Has(n int) bool { return r.Min <= n && n <= r.Max }

// String has the form in which cases spell it.
func (r Range) String() string {
	switch {
	case r.Min == r.Max:
		return strconv.Itoa(r.Min)
	case r.Max == math.MaxInt:
		return ">=" + strconv.Itoa(r.Min)
	case r.Min == 0:
		return "<=" + strconv.Itoa(r.Max)
	}
	return strconv.Itoa(r.Min) + ".." + strconv.Itoa(r.Max)
}

// For is what the case expects under a release of Go: of the lines that are not
// above it the last, or nil. A Go that is not released yet is above them all.
func (c *Case) For(goVersion string) *Expect {
	var last *Expect
	for i := range c.Expect {
		if !version.IsValid(goVersion) || newer(c.Expect[i].Since, goVersion) <= 0 {
			last = &c.Expect[i]
		}
	}
	return last
}

// newer compares two releases by their minor version.
func newer(a, b string) int { return version.Compare(version.Lang(a), version.Lang(b)) }

// parseExpect reads "go1.26 10 -> 1".
func parseExpect(s string) (Expect, error) {
	since, counts, _ := strings.Cut(strings.TrimSpace(s), " ")
	if !version.IsValid(since) {
		return Expect{}, fmt.Errorf("expect %q: a release of Go comes first", s)
	}
	before, after, two := strings.Cut(counts, "->")
	e := Expect{Since: since}
	var err error
	if e.Before, err = parseRange(before); err != nil {
		return Expect{}, fmt.Errorf("expect %q: %w", s, err)
	}
	if two {
		r, err := parseRange(after)
		if err != nil {
			return Expect{}, fmt.Errorf("expect %q: %w", s, err)
		}
		e.After = &r
	}
	return e, nil
}

// parseRange reads N, >=N, <=N or A..B.
func parseRange(s string) (Range, error) {
	s = strings.TrimSpace(s)
	var r Range
	var err error
	if n, ok := strings.CutPrefix(s, ">="); ok {
		r.Max = math.MaxInt
		r.Min, err = count(n)
		return r, err
	}
	if n, ok := strings.CutPrefix(s, "<="); ok {
		r.Max, err = count(n)
		return r, err
	}
	low, high, two := strings.Cut(s, "..")
	if !two {
		high = low
	}
	if r.Min, err = count(low); err != nil {
		return r, err
	}
	if r.Max, err = count(high); err == nil && r.Max < r.Min {
		err = fmt.Errorf("%q holds no count", s)
	}
	return r, err
}

// count reads a count.
func count(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is no count", s)
	}
	return n, nil
}
