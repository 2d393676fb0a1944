// Package qt is a miniature of qt.
package qt

import "testing"

type Checker interface{ Check() error }

type checker struct{ got any }

func (c *checker) Check() error { return nil }

func IsNil(got any) Checker                                                     { return &checker{got} }
func IsNotNil(got any) Checker                                                  { return &checker{got} }
func ErrorMatches[Pattern interface{ string }](got error, want Pattern) Checker { return &checker{got} }

func Assert(t testing.TB, checker Checker, comments ...string) bool {
	if checker.Check() != nil {
		t.Fatal()
	}
	return true
}
