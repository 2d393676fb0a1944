package pools

import (
	"io"
	"net/http"
)

func ask(c *http.Client, url string) {
	resp, err := c.Get(url)
	if err != nil {
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

// runs runs what the channel brings.
func runs(tasks chan func()) {
	for f := range tasks {
		f()
	}
}

func handedOut(urls []string) {
	tasks := make(chan func(), 40)
	for range 10 {
		go runs(tasks)
	}
	c := &http.Client{} // want `c has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines started at line 27 use it`
	for _, u := range urls {
		tasks <- func() { ask(c, u) }
	}
}

// Silent: one goroutine runs them all.
func handedToOne(urls []string) {
	tasks := make(chan func(), 40)
	go runs(tasks)
	c := &http.Client{}
	for _, u := range urls {
		tasks <- func() { ask(c, u) }
	}
}

var queue = make(chan func(), 40)

func init() {
	for range 10 {
		go runs(queue)
	}
}

func queued(urls []string) {
	c := &http.Client{} // want `c has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines started at line 49 use it`
	for _, u := range urls {
		queue <- func() { ask(c, u) }
	}
}

func several(tasks []func()) {
	for _, f := range tasks {
		go f()
	}
}

func listed(a, b, d, e string) {
	c := &http.Client{} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 62 use it`
	several([]func(){
		func() { ask(c, a) },
		func() { ask(c, b) },
		func() { ask(c, d) },
		func() { ask(c, e) },
	})
}
