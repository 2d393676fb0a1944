// Package parallel runs requests at the same time, through clients that others make.
package parallel

import (
	"io"
	"net/http"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Fetch sends one request.
func Fetch(c *http.Client, u string) error {
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// FetchAll sends all requests at the same time.
func FetchAll(c *http.Client, urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = Fetch(c, u)
		}()
	}
	wg.Wait()
}

// FetchGroup does the same with an errgroup.
func FetchGroup(c *http.Client, urls []string, limit int) error {
	var g errgroup.Group
	g.SetLimit(limit)
	for _, u := range urls {
		g.Go(func() error { return Fetch(c, u) })
	}
	return g.Wait()
}

// FetchInOrder sends one request after the other.
func FetchInOrder(c *http.Client, urls []string) {
	for _, u := range urls {
		_ = Fetch(c, u)
	}
}

// FetchBoth sends two requests at the same time.
func FetchBoth(c *http.Client, a, b string) {
	var wg sync.WaitGroup
	wg.Go(func() { _ = Fetch(c, a) })
	wg.Go(func() { _ = Fetch(c, b) })
	wg.Wait()
}

// Each runs f for all urls at the same time.
func Each(urls []string, f func(u string)) {
	for _, u := range urls {
		go f(u)
	}
}

// InOrder runs f for one of urls after the other.
func InOrder(urls []string, f func(u string)) {
	for _, u := range urls {
		f(u)
	}
}

// Tune sets how many connections are kept.
func Tune(tr *http.Transport, perHost int) {
	tr.MaxIdleConns = 4 * perHost
	tr.MaxIdleConnsPerHost = perHost
}

// Trim sets other things.
func Trim(tr *http.Transport) {
	tr.DisableCompression = true
}

// Crawler has its client in a field that others fill.
type Crawler struct {
	Client *http.Client
}

// Run visits all urls at the same time.
func (c *Crawler) Run(urls []string) {
	for _, u := range urls {
		go Fetch(c.Client, u)
	}
}

// Pool has its client behind a constructor.
type Pool struct {
	client *http.Client
	size   int
	jobs   chan string
}

// NewPool makes a Pool that sends through c.
func NewPool(c *http.Client, size int) *Pool {
	return &Pool{client: c, size: size, jobs: make(chan string)}
}

// Start starts the workers.
func (p *Pool) Start() {
	for range p.size {
		go p.work()
	}
}

func (p *Pool) work() {
	for u := range p.jobs {
		_ = Fetch(p.client, u)
	}
}

// Forward is a handler that sends through c.
func Forward(c *http.Client, upstream string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := Fetch(c, upstream+r.URL.Path); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
}
