// Package require is a miniature of testify's: a failed assertion ends the test.
package require

import "github.com/stretchr/testify/assert"

// TestingT is what the requirements need of a *testing.T.
type TestingT interface {
	Errorf(format string, args ...interface{})
	FailNow()
}

// ErrorAssertionFunc is the shape of Error and NoError, for test tables.
type ErrorAssertionFunc func(TestingT, error, ...interface{})

type helper interface {
	Helper()
}

// FailNow ends the test.
func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.FailNow(t, failureMessage, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// NoError requires that err is nil.
func NoError(t TestingT, err error, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.NoError(t, err, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// Error requires that err is not nil.
func Error(t TestingT, err error, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.Error(t, err, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// ErrorIs requires that target is in err's tree.
func ErrorIs(t TestingT, err, target error, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.ErrorIs(t, err, target, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// ErrorAs requires that err's tree holds an error of target's type.
func ErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.ErrorAs(t, err, target, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// EqualError requires that err is not nil and reads errString.
func EqualError(t TestingT, err error, errString string, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.EqualError(t, err, errString, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// ErrorContains requires that err is not nil and its text contains contains.
func ErrorContains(t TestingT, err error, contains string, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.ErrorContains(t, err, contains, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// Nil requires that object is nil.
func Nil(t TestingT, object interface{}, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.Nil(t, object, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// NotNil requires that object is not nil.
func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.NotNil(t, object, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// Equal requires that both are deeply equal.
func Equal(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.Equal(t, expected, actual, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// NotEqual requires that they differ.
func NotEqual(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.NotEqual(t, expected, actual, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// True requires that value is true.
func True(t TestingT, value bool, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.True(t, value, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// False requires that value is false.
func False(t TestingT, value bool, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.False(t, value, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// Len requires that object is length long.
func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.Len(t, object, length, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// Contains requires that s contains contains.
func Contains(t TestingT, s, contains interface{}, msgAndArgs ...interface{}) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	if assert.Contains(t, s, contains, msgAndArgs...) {
		return
	}
	t.FailNow()
}

// Assertions carries the t, so that the methods need none.
type Assertions struct {
	t TestingT
}

// New makes Assertions on t.
func New(t TestingT) *Assertions { return &Assertions{t: t} }

// NoError is NoError on a.t.
func (a *Assertions) NoError(err error, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	NoError(a.t, err, msgAndArgs...)
}

// Error is Error on a.t.
func (a *Assertions) Error(err error, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	Error(a.t, err, msgAndArgs...)
}

// ErrorIs is ErrorIs on a.t.
func (a *Assertions) ErrorIs(err, target error, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	ErrorIs(a.t, err, target, msgAndArgs...)
}

// ErrorContains is ErrorContains on a.t.
func (a *Assertions) ErrorContains(err error, contains string, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	ErrorContains(a.t, err, contains, msgAndArgs...)
}

// Nil is Nil on a.t.
func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	Nil(a.t, object, msgAndArgs...)
}

// NotNil is NotNil on a.t.
func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	NotNil(a.t, object, msgAndArgs...)
}

// Equal is Equal on a.t.
func (a *Assertions) Equal(expected, actual interface{}, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	Equal(a.t, expected, actual, msgAndArgs...)
}

// True is True on a.t.
func (a *Assertions) True(value bool, msgAndArgs ...interface{}) {
	if h, ok := a.t.(helper); ok {
		h.Helper()
	}
	True(a.t, value, msgAndArgs...)
}
