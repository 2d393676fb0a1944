package goroutines

import "net/http"

// fetcher is called through the interface; plain holds nothing.
type fetcher interface{ fetch(u string) error }

type plain struct{}

func (plain) fetch(u string) error {
	resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host, but goroutines started at line 23"
	if err == nil {
		drain(resp)
	}
	return err
}

func newFetcher() fetcher { return plain{} }

func fetchAll(urls []string) {
	f := newFetcher()
	for _, u := range urls {
		go f.fetch(u)
	}
}

// Silent: this one sends nothing.
type dry struct{}

func (dry) fetch(string) error { return nil }

func fetchNothing(urls []string) {
	var f fetcher = dry{}
	for _, u := range urls {
		go f.fetch(u)
	}
}
