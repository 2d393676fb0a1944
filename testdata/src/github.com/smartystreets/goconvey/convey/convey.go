// Package convey stands in for goconvey: what is asserted goes to an interface.
package convey

type assertion func(actual any, expected ...any) string

type context interface {
	So(actual any, assert assertion, expected ...any)
}

func current() context { return nil }

func So(actual any, assert assertion, expected ...any) { current().So(actual, assert, expected...) }

func Convey(items ...any) {}

var (
	ShouldBeNil    = func(actual any, _ ...any) string { return "" }
	ShouldNotBeNil = func(actual any, _ ...any) string { return "" }
	ShouldEqual    = func(actual any, _ ...any) string { return "" }
	ShouldBeError  = func(actual any, _ ...any) string { return "" }
)
