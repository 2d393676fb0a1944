// Package middle stands between those that make clients and those that use them.
package middle

import (
	"net/http"

	"idleconns/crosspkg/clients"
	"idleconns/crosspkg/parallel"
)

// Mirror fetches what it is told to.
func Mirror(c *http.Client, base string, names []string) {
	urls := make([]string, 0, len(names))
	for _, n := range names {
		urls = append(urls, base+"/"+n)
	}
	parallel.FetchAll(c, urls)
}

// Client makes a client that keeps many.
func Client() *http.Client {
	return clients.NewTuned()
}

// Tuned hands tr on, set.
func Tuned(tr *http.Transport) *http.Transport {
	parallel.Tune(tr, 50)
	return tr
}

// The literal and the goroutines, two packages apart from each other, meet here.
func refresh(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	parallel.FetchAll(c, urls)
}
