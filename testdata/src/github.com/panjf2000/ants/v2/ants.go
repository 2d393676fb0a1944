// Package ants stands in for the library of that name.
package ants

type Pool struct{}

func NewPool(size int) (*Pool, error)    { return &Pool{}, nil }
func (p *Pool) Submit(task func()) error { return nil }
func Submit(task func()) error           { return nil }

type PoolWithFunc struct{}

func NewPoolWithFunc(size int, pf func(any)) (*PoolWithFunc, error) { return &PoolWithFunc{}, nil }
func (p *PoolWithFunc) Invoke(arg any) error                        { return nil }

type PoolWithFuncGeneric[T any] struct{}

func NewPoolWithFuncGeneric[T any](size int, pf func(T)) (*PoolWithFuncGeneric[T], error) {
	return &PoolWithFuncGeneric[T]{}, nil
}
func (p *PoolWithFuncGeneric[T]) Invoke(arg T) error { return nil }
