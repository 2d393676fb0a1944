// Package backoff stands in for the real one.
package backoff

// An Operation is called until it succeeds.
type Operation func() error

// BackOff says how long to wait.
type BackOff interface{ Reset() }

// Retry calls o.
func Retry(o Operation, b BackOff) error { return o() }

// Permanent marks an error as one that stays.
func Permanent(err error) error { return err }
