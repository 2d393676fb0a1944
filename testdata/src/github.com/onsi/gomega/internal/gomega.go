// Package internal is a miniature of gomega's.
package internal

import "github.com/onsi/gomega/types"

type Gomega struct{ Fail func(string) }

type assertion struct {
	g      *Gomega
	actual []interface{}
}

func (g *Gomega) Expect(actual interface{}, extra ...interface{}) types.Assertion {
	return &assertion{g, append([]interface{}{actual}, extra...)}
}

func (a *assertion) match(m types.GomegaMatcher, want bool) bool {
	ok, err := m.Match(a.actual[0])
	if err != nil || ok != want {
		a.g.Fail("no match")
		return false
	}
	return true
}

func (a *assertion) Should(m types.GomegaMatcher, _ ...interface{}) bool    { return a.match(m, true) }
func (a *assertion) To(m types.GomegaMatcher, _ ...interface{}) bool        { return a.match(m, true) }
func (a *assertion) ShouldNot(m types.GomegaMatcher, _ ...interface{}) bool { return a.match(m, false) }
func (a *assertion) NotTo(m types.GomegaMatcher, _ ...interface{}) bool     { return a.match(m, false) }
func (a *assertion) ToNot(m types.GomegaMatcher, _ ...interface{}) bool     { return a.match(m, false) }
