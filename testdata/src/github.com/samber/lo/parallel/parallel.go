// Package parallel stands in for the library's package of that name.
package parallel

func ForEach[T any](collection []T, iteratee func(item T, index int)) {}

func Map[T, R any](collection []T, iteratee func(item T, index int) R) []R { return nil }
