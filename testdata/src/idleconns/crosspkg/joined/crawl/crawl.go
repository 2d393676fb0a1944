// Package crawl makes clients and starts goroutines, which not all of its functions bring together.
package crawl

import (
	"io"
	"net/http"
	"sync"
	"time"
)

// NewClient makes a client that keeps two.
func NewClient() *http.Client { return &http.Client{Timeout: time.Second} }

// A Crawler is given its client.
type Crawler struct{ hc *http.Client }

// New makes a Crawler.
func New(hc *http.Client) *Crawler { return &Crawler{hc} }

// Run fetches all at once.
func (c *Crawler) Run(urls []string) { fetchAll(c.hc, urls) }

func fetchAll(hc *http.Client, urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() {
			resp, err := hc.Get(u)
			if err == nil {
				defer resp.Body.Close()
				_, _ = io.Copy(io.Discard, resp.Body)
			}
		})
	}
	wg.Wait()
}

// All returns a function that fetches all at once.
func All(hc *http.Client) func(urls []string) {
	return func(urls []string) { fetchAll(hc, urls) }
}

// A Fetcher fetches one.
type Fetcher interface{ Fetch(url string) }

type fetcher struct{ hc *http.Client }

func (f *fetcher) Fetch(url string) {
	resp, err := f.hc.Get(url)
	if err == nil {
		defer resp.Body.Close()
		_, _ = io.Copy(io.Discard, resp.Body)
	}
}

// Options have what a Server fetches with.
type Options struct{ Fetcher Fetcher }

// Parse makes Options.
func Parse() (*Options, error) {
	tr := &http.Transport{MaxIdleConns: 10}
	return &Options{&fetcher{&http.Client{Transport: tr}}}, nil
}

// A Server is made with Options.
type Server struct{ fetcher Fetcher }

// NewServer makes a Server.
func NewServer(o *Options) *Server { return &Server{o.Fetcher} }

// Serve fetches all that comes.
func (s *Server) Serve(urls chan string) {
	for u := range urls {
		go s.fetcher.Fetch(u)
	}
}

// Own is a Crawler that makes its client.
type Own struct{ hc *http.Client }

// NewOwn makes an Own.
func NewOwn() *Own {
	return &Own{&http.Client{Timeout: time.Second}} // want "has no Transport with MaxIdleConnsPerHost"
}

// Run fetches all at once.
func (o *Own) Run(urls []string) { fetchAll(o.hc, urls) }

// Later is a Crawler that gets its client later.
type Later struct{ hc *http.Client }

// NewLater makes a Later.
func NewLater() *Later { return new(Later) }

// Open makes the client.
func (l *Later) Open() {
	l.hc = &http.Client{Timeout: time.Second} // want "has no Transport with MaxIdleConnsPerHost"
}

// Run fetches all at once.
func (l *Later) Run(urls []string) { fetchAll(l.hc, urls) }

var shared *http.Client

// Open makes the client that FetchAll uses.
func Open() {
	shared = &http.Client{Timeout: time.Second} // want "has no Transport with MaxIdleConnsPerHost"
}

// FetchAll fetches all at once.
func FetchAll(urls []string) { fetchAll(shared, urls) }

// OwnAll returns a function that fetches all at once.
func OwnAll() func(urls []string) {
	hc := &http.Client{Timeout: time.Second} // want "has no Transport with MaxIdleConnsPerHost"
	return func(urls []string) { fetchAll(hc, urls) }
}

// A Nested gets what holds its client later.
type Nested struct{ f *fetcher }

// NewNested makes a Nested.
func NewNested() *Nested { return new(Nested) }

// Open makes the client and what holds it.
func (n *Nested) Open() *Nested {
	n.f = &fetcher{&http.Client{Timeout: time.Second}} // want "has no Transport with MaxIdleConnsPerHost"
	return n
}

// Run fetches all that comes.
func (n *Nested) Run(urls chan string) {
	for u := range urls {
		go n.f.Fetch(u)
	}
}
