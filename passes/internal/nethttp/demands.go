package nethttp

import "go/types"

// A Demand is what an assertion that ends the test demands of a value, where its library finds that out by means which no
// summary of its functions tells.
type Demand uint8

// What may be demanded.
const (
	NoDemand Demand = iota
	ToBeNil
	NotToBeNil
)

// Not returns the opposite of what a matcher demands. That something does not match an error says little.
func (d Demand) Not() Demand {
	if d == ToBeNil {
		return NotToBeNil
	}
	return NoDemand
}

// checkers lists the variables that gocheck and quicktest tell their assertions by, and the functions that make what they
// are told by in other libraries.
var checkers = lazily(func() map[string]Demand {
	return merge(
		same(ToBeNil, "gopkg.in/check.v1.IsNil", "github.com/frankban/quicktest.IsNil", "github.com/go-quicktest/qt.IsNil",
			"github.com/onsi/gomega.BeNil", "github.com/onsi/gomega.Succeed",
			"github.com/smartystreets/goconvey/convey.ShouldBeNil"),
		same(NotToBeNil, "gopkg.in/check.v1.NotNil", "gopkg.in/check.v1.ErrorMatches",
			"github.com/frankban/quicktest.IsNotNil", "github.com/frankban/quicktest.ErrorMatches",
			"github.com/frankban/quicktest.ErrorIs", "github.com/frankban/quicktest.ErrorAs",
			"github.com/go-quicktest/qt.IsNotNil", "github.com/go-quicktest/qt.ErrorMatches",
			"github.com/go-quicktest/qt.ErrorIs", "github.com/go-quicktest/qt.ErrorAs",
			"github.com/onsi/gomega.HaveOccurred", "github.com/onsi/gomega.MatchError", "github.com/onsi/gomega.Equal",
			"github.com/smartystreets/goconvey/convey.ShouldNotBeNil", "github.com/smartystreets/goconvey/convey.ShouldBeError",
			"github.com/smartystreets/goconvey/convey.ShouldWrap"),
	)
})

// assertions lists the functions that are given a value and a checker, with the value's parameter; the checker comes next.
// One that the checker is told of the value when it is made comes with the checker's parameter.
var assertions = lazily(func() map[string]int {
	return map[string]int{
		"(*gopkg.in/check.v1.C).Assert":               1,
		"(*github.com/frankban/quicktest.C).Assert":   1,
		"github.com/frankban/quicktest.Assert":        1,
		"github.com/go-quicktest/qt.Assert":           1,
		"github.com/smartystreets/goconvey/convey.So": 0,
	}
})

// expectations lists the functions that are given a value of which something is expected, with its parameter.
var expectations = lazily(func() map[string]int {
	return map[string]int{
		"github.com/onsi/gomega.Expect":                              0,
		"github.com/onsi/gomega.Ω":                                   0,
		"github.com/onsi/gomega.ExpectWithOffset":                    1,
		"(*github.com/onsi/gomega/internal.Gomega).Expect":           1,
		"(*github.com/onsi/gomega/internal.Gomega).Ω":                1,
		"(*github.com/onsi/gomega/internal.Gomega).ExpectWithOffset": 2,
		"(github.com/onsi/gomega/types.Gomega).Expect":               1,
		"(github.com/onsi/gomega/types.Gomega).Ω":                    1,
		"(github.com/onsi/gomega/types.Gomega).ExpectWithOffset":     2,
	}
})

// matches lists the methods of what these return that are given a matcher; true: it must not match.
var matches = lazily(func() map[string]bool {
	const of = "(github.com/onsi/gomega/types.Assertion)."
	return map[string]bool{of + "To": false, of + "Should": false, of + "ToNot": true, of + "NotTo": true, of + "ShouldNot": true}
})

// Checker returns what an assertion demands that is told by the object, a variable or a function that makes a matcher.
func Checker(obj types.Object) Demand {
	t := checkers()
	if obj == nil || obj.Pkg() == nil || !t.words[obj.Name()] {
		return NoDemand
	}
	return t.entries[obj.Pkg().Path()+"."+obj.Name()]
}

// Negates reports whether the function makes a checker that demands the opposite of the one that it is given.
func Negates(fn *types.Func) bool {
	return is(fn, "gopkg.in/check.v1.Not", "github.com/frankban/quicktest.Not", "github.com/go-quicktest/qt.Not", "github.com/onsi/gomega.Not")
}

// OnlyLooks reports whether the function makes a matcher that does no more than look at what it matches, if those that it is given do
// not: HaveHTTPBody reads the body of a response and closes it.
func OnlyLooks(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == "github.com/onsi/gomega" && fn.Name() != "HaveHTTPBody"
}

// Asserts returns the parameter of an assertion that is a value, or a checker that has been told of it.
func Asserts(fn *types.Func) (int, bool) { return assertions().of(fn) }

// Expects returns the parameter that something is expected of by who takes the function's result.
func Expects(fn *types.Func) (int, bool) { return expectations().of(fn) }

// Matches reports whether the method has what it is called on, made by a function that Expects, match its first argument,
// or not match it.
func Matches(fn *types.Func) (not, ok bool) { return matches().of(fn) }
