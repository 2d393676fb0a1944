// Package errgroup is a miniature of golang.org/x/sync/errgroup.
package errgroup

import (
	"context"
	"fmt"
	"sync"
)

// Group runs functions in goroutines and keeps their first error.
type Group struct {
	cancel  func(error)
	wg      sync.WaitGroup
	slots   chan struct{}
	errOnce sync.Once
	err     error
}

// WithContext makes a Group, and a context that is done after the first error.
func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

// Wait blocks until all functions have returned.
func (g *Group) Wait() error {
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

// Go runs f in a goroutine, when there is a slot.
func (g *Group) Go(f func() error) {
	if g.slots != nil {
		g.slots <- struct{}{}
	}
	g.start(f)
}

// TryGo runs f in a goroutine if there is a slot now.
func (g *Group) TryGo(f func() error) bool {
	if g.slots != nil {
		select {
		case g.slots <- struct{}{}:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

func (g *Group) start(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.release()
		if err := f(); err != nil {
			g.errOnce.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	}()
}

func (g *Group) release() {
	if g.slots != nil {
		<-g.slots
	}
	g.wg.Done()
}

// SetLimit bounds the goroutines to n; a negative n takes the bound away.
func (g *Group) SetLimit(n int) {
	if n < 0 {
		g.slots = nil
		return
	}
	if len(g.slots) != 0 {
		panic(fmt.Errorf("errgroup: limit changed while %d goroutines run", len(g.slots)))
	}
	g.slots = make(chan struct{}, n)
}
