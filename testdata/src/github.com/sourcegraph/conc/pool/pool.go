// Package pool stands in for the library's package of that name.
package pool

type Pool struct{}

func New() *Pool                            { return &Pool{} }
func (p *Pool) WithMaxGoroutines(int) *Pool { return p }
func (p *Pool) Go(f func())                 {}
func (p *Pool) Wait()                       {}

type ResultPool[T any] struct{}

func NewWithResults[T any]() *ResultPool[T] { return &ResultPool[T]{} }
func (p *ResultPool[T]) Go(f func() T)      {}
func (p *ResultPool[T]) Wait() []T          { return nil }
