// Package conc stands in for the library of that name.
package conc

type WaitGroup struct{}

func (*WaitGroup) Go(f func()) {}
func (*WaitGroup) Wait()       {}
