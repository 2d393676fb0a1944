// Package closed is about interfaces that only types of one package can have: what a parameter of such a type is, is known.
package closed

import (
	"sync"

	"idleconns/closed/lib"
)

type fetcher interface {
	fetch(name string) ([]byte, error)
}

type bucket struct{ b *lib.Bucket }

func (b *bucket) fetch(name string) ([]byte, error) { return b.b.Fetch(name) } // want `http.DefaultTransport keeps only two idle connections per host, but up to 10 goroutines started at line 20 use it`

func Run(f fetcher) {
	for range 10 {
		go f.fetch("x")
	}
}

type opener interface {
	open(name string) ([]byte, error)
}

type guarded struct {
	mu sync.Mutex
	b  *lib.Bucket
}

func (g *guarded) open(name string) ([]byte, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.b.Fetch(name)
}

// Silent: the one type that there is lets one at a time through.
func Guarded(o opener) {
	for range 10 {
		go o.open("x")
	}
}

type Fetcher interface {
	Get(name string) ([]byte, error)
}

type public struct{ b *lib.Bucket }

func (p *public) Get(name string) ([]byte, error) { return p.b.Fetch(name) }

// Silent: anybody's types may have the interface.
func Any(f Fetcher) {
	for range 10 {
		go f.Get("x")
	}
}
