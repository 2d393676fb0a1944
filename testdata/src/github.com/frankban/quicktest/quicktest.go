// Package quicktest is a miniature of quicktest.
package quicktest

import "testing"

type Checker interface {
	Check(got interface{}, args []interface{}) error
}

type checker struct{ name string }

func (c *checker) Check(got interface{}, args []interface{}) error { return nil }

var (
	IsNil        Checker = &checker{"IsNil"}
	IsNotNil     Checker = &checker{"IsNotNil"}
	ErrorMatches Checker = &checker{"ErrorMatches"}
)

type C struct{ testing.TB }

func New(t testing.TB) *C { return &C{t} }

func (c *C) Assert(got interface{}, checker Checker, args ...interface{}) bool {
	return Assert(c.TB, got, checker, args...)
}

func Assert(t testing.TB, got interface{}, checker Checker, args ...interface{}) bool {
	if checker.Check(got, args) != nil {
		t.Fatal()
	}
	return true
}
