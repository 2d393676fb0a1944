// Package assert is a miniature of testify's: a failed assertion is reported through Errorf, and the test goes on.
package assert

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// TestingT is what the assertions need of a *testing.T.
type TestingT interface {
	Errorf(format string, args ...interface{})
}

// ErrorAssertionFunc is the shape of Error and NoError, for test tables.
type ErrorAssertionFunc func(TestingT, error, ...interface{}) bool

type helper interface {
	Helper()
}

type failNower interface {
	FailNow()
}

// Fail reports a failure and returns false.
func Fail(t TestingT, failureMessage string, msgAndArgs ...interface{}) bool {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	t.Errorf("%s %s", failureMessage, fmt.Sprint(msgAndArgs...))
	return false
}

// FailNow reports a failure and ends the test.
func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{}) bool {
	Fail(t, failureMessage, msgAndArgs...)
	if f, ok := t.(failNower); ok {
		f.FailNow()
	} else {
		panic("test failed and t has no FailNow")
	}
	return false
}

// NoError asserts that err is nil.
func NoError(t TestingT, err error, msgAndArgs ...interface{}) bool {
	if err != nil {
		return Fail(t, "unexpected error: "+err.Error(), msgAndArgs...)
	}
	return true
}

// Error asserts that err is not nil.
func Error(t TestingT, err error, msgAndArgs ...interface{}) bool {
	if err == nil {
		return Fail(t, "an error is expected", msgAndArgs...)
	}
	return true
}

// ErrorIs asserts that target is in err's tree.
func ErrorIs(t TestingT, err, target error, msgAndArgs ...interface{}) bool {
	if errors.Is(err, target) {
		return true
	}
	return Fail(t, "target is not in the error's tree", msgAndArgs...)
}

// ErrorAs asserts that err's tree holds an error of target's type.
func ErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) bool {
	if errors.As(err, target) {
		return true
	}
	return Fail(t, "no such error in the tree", msgAndArgs...)
}

// EqualError asserts that err is not nil and reads errString.
func EqualError(t TestingT, err error, errString string, msgAndArgs ...interface{}) bool {
	if !Error(t, err, msgAndArgs...) {
		return false
	}
	if err.Error() != errString {
		return Fail(t, "the error reads "+err.Error(), msgAndArgs...)
	}
	return true
}

// ErrorContains asserts that err is not nil and its text contains contains.
func ErrorContains(t TestingT, err error, contains string, msgAndArgs ...interface{}) bool {
	if !Error(t, err, msgAndArgs...) {
		return false
	}
	if !strings.Contains(err.Error(), contains) {
		return Fail(t, "the error reads "+err.Error(), msgAndArgs...)
	}
	return true
}

// Nil asserts that object is nil.
func Nil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool {
	if isNil(object) {
		return true
	}
	return Fail(t, "nil is expected", msgAndArgs...)
}

// NotNil asserts that object is not nil.
func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool {
	if !isNil(object) {
		return true
	}
	return Fail(t, "nil is not expected", msgAndArgs...)
}

func isNil(object interface{}) bool {
	if object == nil {
		return true
	}
	switch v := reflect.ValueOf(object); v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return v.IsNil()
	}
	return false
}

// Equal asserts that both are deeply equal.
func Equal(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) bool {
	if reflect.DeepEqual(expected, actual) {
		return true
	}
	return Fail(t, fmt.Sprintf("%v is not %v", actual, expected), msgAndArgs...)
}

// NotEqual asserts that they differ.
func NotEqual(t TestingT, expected, actual interface{}, msgAndArgs ...interface{}) bool {
	if !reflect.DeepEqual(expected, actual) {
		return true
	}
	return Fail(t, fmt.Sprintf("both are %v", actual), msgAndArgs...)
}

// True asserts that value is true.
func True(t TestingT, value bool, msgAndArgs ...interface{}) bool {
	if !value {
		return Fail(t, "should be true", msgAndArgs...)
	}
	return true
}

// False asserts that value is false.
func False(t TestingT, value bool, msgAndArgs ...interface{}) bool {
	if value {
		return Fail(t, "should be false", msgAndArgs...)
	}
	return true
}

// Len asserts the length of object.
func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{}) bool {
	if n := reflect.ValueOf(object).Len(); n != length {
		return Fail(t, fmt.Sprintf("%d elements", n), msgAndArgs...)
	}
	return true
}

// Contains asserts that the string s contains contains.
func Contains(t TestingT, s, contains interface{}, msgAndArgs ...interface{}) bool {
	if strings.Contains(fmt.Sprint(s), fmt.Sprint(contains)) {
		return true
	}
	return Fail(t, "not contained", msgAndArgs...)
}

// Assertions carries the t, so that the methods need none.
type Assertions struct {
	t TestingT
}

// New makes Assertions on t.
func New(t TestingT) *Assertions { return &Assertions{t: t} }

// NoError is NoError on a.t.
func (a *Assertions) NoError(err error, msgAndArgs ...interface{}) bool {
	return NoError(a.t, err, msgAndArgs...)
}

// Error is Error on a.t.
func (a *Assertions) Error(err error, msgAndArgs ...interface{}) bool {
	return Error(a.t, err, msgAndArgs...)
}

// Nil is Nil on a.t.
func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{}) bool {
	return Nil(a.t, object, msgAndArgs...)
}

// NotNil is NotNil on a.t.
func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{}) bool {
	return NotNil(a.t, object, msgAndArgs...)
}

// Equal is Equal on a.t.
func (a *Assertions) Equal(expected, actual interface{}, msgAndArgs ...interface{}) bool {
	return Equal(a.t, expected, actual, msgAndArgs...)
}

// True is True on a.t.
func (a *Assertions) True(value bool, msgAndArgs ...interface{}) bool {
	return True(a.t, value, msgAndArgs...)
}
