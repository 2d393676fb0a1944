// Package transports has literals of http.Transport in all forms that gofmt knows.
package transports

import (
	"io"
	"net/http"
	"net/url"
	"sync"
	"time"
)

func get(c *http.Client, u string) {
	resp, err := c.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func getAll(c *http.Client, urls []string) {
	for _, u := range urls {
		go get(c, u)
	}
}

func empty(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func oneLine(urls []string) {
	tr := &http.Transport{IdleConnTimeout: time.Minute, DisableCompression: true} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func byValue(urls []string) {
	tr := http.Transport{IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: &tr}, urls)
}

func emptyByValue(urls []string) {
	tr := http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: &tr}, urls)

	var declared = http.Transport{} // want "MaxIdleConnsPerHost of declared is not set"
	getAll(&http.Client{Transport: &declared}, urls)
}

func manyLines(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set"
		IdleConnTimeout:    time.Minute, // the server's is longer
		DisableCompression: true,        // what comes is compressed already
	}
	getAll(&http.Client{Transport: tr}, urls)
}

func oneOfManyLines(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set"
		Proxy: http.ProxyFromEnvironment,
	}
	getAll(&http.Client{Transport: tr}, urls)
}

func braceBehindTheLast(urls []string) {
	tr := &http.Transport{IdleConnTimeout: time.Minute, // want "MaxIdleConnsPerHost of tr is not set"
		DisableCompression: true}
	getAll(&http.Client{Transport: tr}, urls)
}

func onlyAComment(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set"
		// the defaults will do
	}
	getAll(&http.Client{Transport: tr}, urls)
}

func inSections(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set"
		Proxy:        http.ProxyFromEnvironment,
		MaxIdleConns: 200, // for all hosts

		// long enough
		IdleConnTimeout: time.Minute,
	}
	getAll(&http.Client{Transport: tr}, urls)
}

func linesInALine(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set"
		IdleConnTimeout: time.Minute,
		Proxy: func(r *http.Request) (*url.URL, error) {
			return http.ProxyFromEnvironment(r)
		}, // as all others do
	}
	getAll(&http.Client{Transport: tr}, urls)
}

func raised(urls []string) {
	tr := &http.Transport{MaxIdleConns: 10, IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func raisedInLines(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set"
		MaxIdleConns:    10, // ten
		IdleConnTimeout: time.Minute,
	}
	getAll(&http.Client{Transport: tr}, urls)
}

const few = 5

func raisedByName(urls []string) {
	tr := &http.Transport{MaxIdleConns: 2 * few} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func notConstant(urls []string, conns int) {
	tr := &http.Transport{MaxIdleConns: conns} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func noLimit(urls []string) {
	tr := &http.Transport{MaxIdleConns: 0} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func asManyAsThereAre(u string) {
	tr := &http.Transport{IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of tr is not set, but up to 12 goroutines"
	client := &http.Client{Transport: tr}
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() { get(client, u) })
	}
	wg.Wait()
}

func raisedToAsManyAsThereAre(u string) {
	tr := &http.Transport{MaxIdleConns: 10, MaxConnsPerHost: 0} // want "MaxIdleConnsPerHost of tr is not set, but up to 12 goroutines"
	client := &http.Client{Transport: tr}
	var wg sync.WaitGroup
	for range 12 {
		wg.Go(func() { get(client, u) })
	}
	wg.Wait()
}

func noMoreThanThereMayBe(urls []string) {
	tr := &http.Transport{MaxConnsPerHost: 8} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func insideAnother(urls []string) {
	client := &http.Client{
		Transport: &http.Transport{IdleConnTimeout: time.Minute}, // want "MaxIdleConnsPerHost of (http.)?Transport is not set"
		Timeout:   10 * time.Second,                              // for all of it
	}
	getAll(client, urls)
}

var (
	shared = &http.Transport{ // want "MaxIdleConnsPerHost of shared is not set"
		ResponseHeaderTimeout: time.Second,
		MaxIdleConns:          500,
	}
	client = &http.Client{Transport: shared}
)

func handle(w http.ResponseWriter, r *http.Request) {
	get(client, "http://backend.internal"+r.URL.Path)
}
