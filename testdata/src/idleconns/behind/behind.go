// Package behind keeps clients behind functions and interfaces that do not name them.
package behind

import (
	"net/http"
	"sync"
)

func get(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		resp.Body.Close()
	}
}

// inParallel runs f for all.
func inParallel(urls []string, f func(string)) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() { f(u) })
	}
	wg.Wait()
}

// job is run by workers.
type job interface{ run() }

type fetch struct {
	client *http.Client
	url    string
}

func (f *fetch) run() { get(f.client, f.url) }

type pause struct{}

func (pause) run() {}

func jobsInSlice(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines"
	var jobs []job
	for _, u := range urls {
		jobs = append(jobs, &fetch{c, u})
	}
	for _, j := range jobs {
		go j.run()
	}
}

// Silent: none of them sends a request.
func pauses(n int) {
	jobs := make([]job, n)
	for i := range jobs {
		jobs[i] = pause{}
	}
	for _, j := range jobs {
		go j.run()
	}
}

// source has what it asks behind an interface.
type source interface{ load(u string) }

type remote struct{ client *http.Client }

func (r *remote) load(u string) { get(r.client, u) }

type page struct{ from source }

func newPage() *page {
	return &page{from: &remote{client: &http.Client{Transport: &http.Transport{}}}} // want "MaxIdleConnsPerHost of Transport is not set, but the handler"
}

func (p *page) ServeHTTP(_ http.ResponseWriter, r *http.Request) { p.from.load(r.URL.Path) }

var global source = &remote{client: &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set, but the handler"

func handle(_ http.ResponseWriter, r *http.Request) { global.load(r.URL.Path) }

// runner is told how to fetch.
type runner struct {
	fetch func(u string)
	queue chan func()
}

func newRunner() *runner {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines"
	return &runner{fetch: func(u string) { get(c, u) }}
}

func (r *runner) all(urls []string) {
	inParallel(urls, func(u string) { r.fetch(u) })
}

func runAll(urls []string) { newRunner().all(urls) }

func (r *runner) work() {
	for f := range r.queue {
		f()
	}
}

func (r *runner) start(n int) {
	for range n {
		go r.work()
	}
}

func (r *runner) submit(f func()) { r.queue <- f }

func submits(urls []string, n int) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines"
	r := &runner{queue: make(chan func())}
	r.start(n)
	for _, u := range urls {
		r.submit(func() { get(c, u) })
	}
}

// router calls what is registered, with a context of its own.
type router struct {
	routes map[string]func(*context) error
}

type context struct{ r *http.Request }

func (rt *router) on(path string, f func(*context) error) { rt.routes[path] = f }

func (rt *router) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := rt.routes[r.URL.Path](&context{r}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func index(c *context) error {
	get(http.DefaultClient, "http://backend.internal"+c.r.URL.Path) // want "http.DefaultClient keeps only two idle connections per host, but the handler"
	return nil
}

func routes() http.Handler {
	rt := &router{routes: make(map[string]func(*context) error)}
	rt.on("/", index)
	return rt
}

// withContext makes a handler of a function with one more parameter.
func withContext(f func(name string, w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { _ = f("x", w, r) }
}

func named(name string, _ http.ResponseWriter, _ *http.Request) error {
	get(http.DefaultClient, "http://"+name+".internal") // want "http.DefaultClient keeps only two idle connections per host, but the handler"
	return nil
}

var _ = withContext(named)
