// Package semaphore is a miniature of golang.org/x/sync/semaphore.
package semaphore

import (
	"context"
	"sync"
)

// Weighted bounds what its holders take together.
type Weighted struct {
	mu   sync.Mutex
	free *sync.Cond
	size int64
	used int64
}

// NewWeighted makes a semaphore of n.
func NewWeighted(n int64) *Weighted {
	s := &Weighted{size: n}
	s.free = sync.NewCond(&s.mu)
	return s
}

// Acquire takes n, and waits until they are free.
func (s *Weighted) Acquire(ctx context.Context, n int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.used+n > s.size {
		if err := ctx.Err(); err != nil {
			return err
		}
		s.free.Wait()
	}
	s.used += n
	return nil
}

// TryAcquire takes n if they are free now.
func (s *Weighted) TryAcquire(n int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.used+n > s.size {
		return false
	}
	s.used += n
	return true
}

// Release gives n back.
func (s *Weighted) Release(n int64) {
	s.mu.Lock()
	s.used -= n
	s.mu.Unlock()
	s.free.Broadcast()
}
