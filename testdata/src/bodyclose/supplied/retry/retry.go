// Package retry calls what it is given until that succeeds.
package retry

import "time"

// An Operation may fail for some time.
type Operation[T any] func() (T, error)

func Do[T any](op Operation[T], pauses ...time.Duration) (T, error) {
	for _, p := range pauses {
		if v, err := op(); err == nil {
			return v, nil
		}
		time.Sleep(p)
	}
	return op()
}

// Or returns the other value where the operation fails.
func Or[T any](op Operation[T], other T) T {
	v, err := op()
	if err != nil {
		return other
	}
	return v
}

// First returns what the first of two operations that succeeds has returned.
func First[T any](a, b func() (T, error)) (T, error) {
	if v, err := a(); err == nil {
		return v, nil
	}
	return b()
}

// A Memo keeps what the operation returned last.
type Memo[T any] struct{ last T }

func (m *Memo[T]) Do(op func() (T, error)) (T, error) {
	v, err := op()
	if err != nil {
		return m.last, err
	}
	m.last = v
	return v, nil
}

// Swapped has the error first.
func Swapped[E, T any](op func() (E, T)) (T, E) {
	e, v := op()
	return v, e
}
