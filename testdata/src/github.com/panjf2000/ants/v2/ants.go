// Package ants stands in for the library of that name.
package ants

type Pool struct{}

func NewPool(size int) (*Pool, error)    { return &Pool{}, nil }
func (p *Pool) Submit(task func()) error { return nil }
func Submit(task func()) error           { return nil }
