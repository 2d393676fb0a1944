// Package gomega is a miniature of gomega: what fails ends the test.
package gomega

import (
	"github.com/onsi/gomega/internal"
	"github.com/onsi/gomega/types"
)

type (
	Assertion = types.Assertion
	Gomega    = types.Gomega
	WithT     = internal.Gomega
)

var Default = &internal.Gomega{}

func NewWithT(fail func(string)) *WithT { return &internal.Gomega{Fail: fail} }

func Expect(actual interface{}, extra ...interface{}) Assertion {
	return Default.Expect(actual, extra...)
}
func Ω(actual interface{}, extra ...interface{}) Assertion { return Default.Expect(actual, extra...) }

type matcher struct{ name string }

func (m *matcher) Match(actual interface{}) (bool, error) { return actual == m.name, nil }

func HaveOccurred() types.GomegaMatcher                   { return &matcher{"HaveOccurred"} }
func Succeed() types.GomegaMatcher                        { return &matcher{"Succeed"} }
func BeNil() types.GomegaMatcher                          { return &matcher{"BeNil"} }
func MatchError(expected interface{}) types.GomegaMatcher { return &matcher{"MatchError"} }
func Equal(expected interface{}) types.GomegaMatcher      { return &matcher{"Equal"} }

func HaveHTTPStatus(expected ...interface{}) types.GomegaMatcher { return &matcher{"HaveHTTPStatus"} }
func HaveHTTPBody(expected interface{}) types.GomegaMatcher      { return &matcher{"HaveHTTPBody"} }
func Satisfy(predicate interface{}) types.GomegaMatcher          { return &matcher{"Satisfy"} }
func SatisfyAll(all ...types.GomegaMatcher) types.GomegaMatcher  { return &matcher{"SatisfyAll"} }
