package fields

import (
	"net/http"
	"time"
)

// A front has what captures its client.
type front struct{ fetch func(u string) }

func newFront() *front {
	c := &http.Client{Timeout: time.Second} // want "c has no Transport with MaxIdleConnsPerHost, but the handler at line 16 uses it"
	return &front{fetch: func(u string) { fetch(c, u) }}
}

func (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) { f.fetch("http://back.internal") }

type back struct{ c *http.Client }

func (b *back) get(u string) { fetch(b.c, u) }

type page struct{ get func(u string) }

func newPage() *page {
	b := &back{&http.Client{Timeout: time.Second}} // want "http.Client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 31 use it"
	return &page{get: b.get}
}

func (p *page) prepare(urls []string) {
	for _, u := range urls {
		go p.get(u)
	}
}

type worker struct{ get func(u string) }

// Silent: no worker's method starts goroutines.
func newWorker() *worker {
	c := &http.Client{Timeout: time.Second}
	return &worker{get: func(u string) { fetch(c, u) }}
}

func (w *worker) run(urls []string) {
	for _, u := range urls {
		w.get(u)
	}
}
