// Package assert is a miniature of gotest.tools'.
package assert

type TestingT interface {
	FailNow()
	Log(args ...interface{})
}

type comparison func() bool

func eval(c comparison) bool { return c() }

func Assert(t TestingT, comparison interface{}, msgAndArgs ...interface{}) {
	if ok, isBool := comparison.(bool); isBool && !ok {
		t.FailNow()
	}
}

func NilError(t TestingT, err error, msgAndArgs ...interface{}) {
	if !eval(func() bool { return err == nil }) {
		t.FailNow()
	}
}

func Error(t TestingT, err error, expected string, msgAndArgs ...interface{}) {
	if !eval(func() bool { return err != nil && err.Error() == expected }) {
		t.FailNow()
	}
}

func ErrorContains(t TestingT, err error, substring string, msgAndArgs ...interface{}) {
	Error(t, err, substring)
}

func ErrorIs(t TestingT, err error, expected error, msgAndArgs ...interface{}) {
	if !eval(func() bool { return err == expected }) {
		t.FailNow()
	}
}
