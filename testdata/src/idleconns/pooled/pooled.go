// Package pooled has libraries start its goroutines.
package pooled

import (
	"net/http"

	"github.com/panjf2000/ants/v2"
	lop "github.com/samber/lo/parallel"
	"github.com/sourcegraph/conc"
	"github.com/sourcegraph/conc/iter"
	"github.com/sourcegraph/conc/pool"
)

func get(c *http.Client, u string) int {
	resp, err := c.Get(u)
	if err != nil {
		return 0
	}
	_ = resp.Body.Close()
	return resp.StatusCode
}

func waitGroup(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	var wg conc.WaitGroup
	for _, u := range urls {
		wg.Go(func() { get(c, u) })
	}
	wg.Wait()
}

func pooled(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost, but up to 20 goroutines"
	p := pool.New().WithMaxGoroutines(20)
	for _, u := range urls {
		p.Go(func() { get(c, u) })
	}
	p.Wait()
}

func pooledResults(urls []string) []int {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	p := pool.NewWithResults[int]()
	for _, u := range urls {
		p.Go(func() int { return get(c, u) })
	}
	return p.Wait()
}

func each(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	iter.ForEach(urls, func(u *string) { get(c, *u) })
}

func mapped(urls []string) []int {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	return lop.Map(urls, func(u string, _ int) int { return get(c, u) })
}

func ofPackage(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		_ = ants.Submit(func() { get(c, u) })
	}
}

func submitted(p *ants.Pool, urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		_ = p.Submit(func() { get(c, u) })
	}
}

// Silent: two at once.
func two(a, b string) {
	c := &http.Client{}
	var wg conc.WaitGroup
	wg.Go(func() { get(c, a) })
	wg.Go(func() { get(c, b) })
	wg.Wait()
}

// Silent: the pool runs two at once.
func ofTwo(urls []string) {
	c := &http.Client{}
	p, err := ants.NewPool(2)
	if err != nil {
		return
	}
	for _, u := range urls {
		_ = p.Submit(func() { get(c, u) })
	}
}

// Silent: this one as well.
func ofOne(urls []string) {
	c := &http.Client{}
	p := pool.New().WithMaxGoroutines(1)
	for _, u := range urls {
		p.Go(func() { get(c, u) })
	}
}

func ofTwenty(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost, but up to 20 goroutines"
	p, err := ants.NewPool(20)
	if err != nil {
		return
	}
	for _, u := range urls {
		_ = p.Submit(func() { get(c, u) })
	}
}

// Silent: it keeps enough.
func tuned(urls []string) {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	iter.ForEach(urls, func(u *string) { get(c, *u) })
}

// Silent: each has one of its own.
func ofEach(urls []string) {
	iter.ForEach(urls, func(u *string) {
		c := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		get(c, *u)
	})
}

func ofFunc(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost, but up to 20 goroutines"
	p, err := ants.NewPoolWithFunc(20, func(u any) { get(c, u.(string)) })
	if err != nil {
		return
	}
	for _, u := range urls {
		_ = p.Invoke(u)
	}
}

type fetcher struct {
	c *http.Client
	p *ants.PoolWithFuncGeneric[string]
}

func newFetcher(size int) (f *fetcher, err error) {
	f = &fetcher{c: &http.Client{}} // want "c has no Transport with MaxIdleConnsPerHost, but goroutines"
	f.p, err = ants.NewPoolWithFuncGeneric(size, f.fetch)
	return f, err
}

func (f *fetcher) fetch(u string) { get(f.c, u) }

// Silent: the pool runs two at once.
func ofFuncTwo(urls []string) {
	c := &http.Client{}
	p, err := ants.NewPoolWithFunc(2, func(u any) { get(c, u.(string)) })
	if err != nil {
		return
	}
	for _, u := range urls {
		_ = p.Invoke(u)
	}
}
