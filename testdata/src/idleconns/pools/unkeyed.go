package pools

import "net/http"

// A feed hands what comes in to a function, which it is given in a literal that does not name the fields.
type feed struct {
	urls chan string
	do   func(string)
}

func newFeed(n int, do func(string)) *feed {
	q := &feed{make(chan string), do}
	for range n {
		go q.work()
	}
	return q
}

func (q *feed) work() {
	for u := range q.urls {
		q.do(u)
	}
}

func throughFeed(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but up to 16 goroutines started at line"
	q := newFeed(16, func(u string) {
		if resp, err := c.Get(u); err == nil {
			resp.Body.Close()
		}
	})
	for _, u := range urls {
		q.urls <- u
	}
}

// Silent: two goroutines.
func throughShortFeed(urls []string) {
	c := &http.Client{Transport: &http.Transport{}}
	q := newFeed(2, func(u string) {
		if resp, err := c.Get(u); err == nil {
			resp.Body.Close()
		}
	})
	for _, u := range urls {
		q.urls <- u
	}
}

// A batch is the same for any type, in a list of literals without one.
type batch[T any] struct {
	items chan T
	do    func(T)
}

func (b *batch[T]) work() {
	for item := range b.items {
		b.do(item)
	}
}

func throughBatches(urls chan string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	for _, b := range []*batch[string]{{urls, func(u string) {
		if resp, err := c.Get(u); err == nil {
			resp.Body.Close()
		}
	}}} {
		for range cap(urls) {
			go b.work()
		}
	}
}
