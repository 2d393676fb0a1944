// Package mock stands in for the real one.
package mock

// Mock is what a mock embeds.
type Mock struct{ told []Arguments }

// Arguments are what a call returns.
type Arguments []any

// Called says what a call returns.
func (m *Mock) Called(args ...any) Arguments { return m.told[0] }

// Get returns one of them.
func (a Arguments) Get(i int) any { return a[i] }

// Error returns one of them that is an error.
func (a Arguments) Error(i int) error { err, _ := a[i].(error); return err }
