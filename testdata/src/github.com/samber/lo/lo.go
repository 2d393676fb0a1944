// Package lo is a miniature of samber/lo: the helpers that unwrap a value and an error.
package lo

import "fmt"

func must(err any, messageArgs ...any) {
	switch e := err.(type) {
	case nil:
	case bool:
		if !e {
			panic(fmt.Sprint(append([]any{"not ok"}, messageArgs...)...))
		}
	case error:
		panic(fmt.Sprint(append([]any{e.Error()}, messageArgs...)...))
	default:
		panic("must: neither a bool nor an error")
	}
}

// Must returns val, and panics when err is an error or false.
func Must[T any](val T, err any, messageArgs ...any) T {
	must(err, messageArgs...)
	return val
}

// Must0 panics when err is an error or false.
func Must0(err any, messageArgs ...any) {
	must(err, messageArgs...)
}

// Must1 is Must.
func Must1[T any](val T, err any, messageArgs ...any) T {
	return Must(val, err, messageArgs...)
}

// Must2 is Must for two values.
func Must2[T1, T2 any](val1 T1, val2 T2, err any, messageArgs ...any) (T1, T2) {
	must(err, messageArgs...)
	return val1, val2
}

// ToPtr returns a pointer to a copy of x.
func ToPtr[T any](x T) *T { return &x }
