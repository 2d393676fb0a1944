// Package lib is given functions.
package lib

var later []func() error

// Later keeps the function.
func Later(f func() error) { later = append(later, f) }

// Call calls it.
func Call(f func() error) error { return f() }

// Look does neither.
func Look(f func() error) bool { return f != nil }
