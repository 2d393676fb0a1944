// Package iter stands in for the library's package of that name.
package iter

func ForEach[T any](input []T, f func(*T)) {}

func Map[T, R any](input []T, f func(*T) R) []R { return nil }
