// Package types is a miniature of gomega's.
package types

type GomegaMatcher interface {
	Match(actual interface{}) (success bool, err error)
}

type Assertion interface {
	Should(matcher GomegaMatcher, optionalDescription ...interface{}) bool
	ShouldNot(matcher GomegaMatcher, optionalDescription ...interface{}) bool
	To(matcher GomegaMatcher, optionalDescription ...interface{}) bool
	ToNot(matcher GomegaMatcher, optionalDescription ...interface{}) bool
	NotTo(matcher GomegaMatcher, optionalDescription ...interface{}) bool
}

type Gomega interface {
	Expect(actual interface{}, extra ...interface{}) Assertion
}
