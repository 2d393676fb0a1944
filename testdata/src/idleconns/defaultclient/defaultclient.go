// Package defaultclient uses http.DefaultClient, http.DefaultTransport and the functions that stand for them.
package defaultclient

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func doInGoroutines(ctx context.Context, urls []string) {
	for _, u := range urls {
		go func() {
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
			if err != nil {
				return
			}
			_ = read(http.DefaultClient.Do(req)) // want "http.DefaultClient keeps only two idle connections per host.*line 24"
		}()
	}
}

func getInGoroutines(urls []string) {
	for _, u := range urls {
		go func() {
			_ = read(http.DefaultClient.Get(u)) // want "http.DefaultClient keeps only two idle connections per host"
		}()
	}
}

func headInHandler(w http.ResponseWriter, r *http.Request) {
	_ = read(http.DefaultClient.Head("http://backend.internal")) // want "http.DefaultClient keeps only two idle connections per host"
}

func postInHandler(w http.ResponseWriter, r *http.Request) {
	_ = read(http.DefaultClient.Post("http://backend.internal", "text/plain", strings.NewReader("x"))) // want "http.DefaultClient keeps only two idle connections per host"
}

func postFormInHandler(w http.ResponseWriter, r *http.Request) {
	_ = read(http.PostForm("http://backend.internal", url.Values{})) // want "http.PostForm keeps only two idle connections per host"
}

// Silent: in order.
func doInOrder(reqs []*http.Request) error {
	for _, req := range reqs {
		if err := read(http.DefaultClient.Do(req)); err != nil {
			return err
		}
	}
	return nil
}

// Silent: in order, through the functions of net/http.
func getInOrder(urls []string) error {
	for _, u := range urls {
		if err := read(http.Get(u)); err != nil {
			return err
		}
		if err := read(http.Head(u)); err != nil {
			return err
		}
	}
	return nil
}

func inVariable(urls []string) {
	client := http.DefaultClient
	for _, u := range urls {
		go func() {
			_ = read(client.Get(u)) // want "http.DefaultClient keeps only two idle connections per host.*line 80"
		}()
	}
}

// inField holds DefaultClient in a field.
type inField struct{ client *http.Client }

func newInField() *inField { return &inField{client: http.DefaultClient} }

func (f *inField) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = read(f.client.Get("http://backend.internal")) // want "http.DefaultClient keeps only two idle connections per host.*line 91"
}

func roundTrips(reqs []*http.Request) {
	for _, req := range reqs {
		go func() {
			_ = read(http.DefaultTransport.RoundTrip(req)) // want "http.DefaultTransport keeps only two idle connections per host"
		}()
	}
}

// Silent: in order.
func roundTripsInOrder(reqs []*http.Request) {
	for _, req := range reqs {
		_ = read(http.DefaultTransport.RoundTrip(req))
	}
}

func sharesDefaultTransport(urls []string) {
	client := &http.Client{Transport: http.DefaultTransport} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		go func() { _ = read(client.Get(u)) }()
	}
}

func nilTransport(urls []string) {
	client := &http.Client{Transport: nil} // want "client has no Transport with MaxIdleConnsPerHost.*line 120"
	for _, u := range urls {
		go func() { _ = read(client.Get(u)) }()
	}
}

// orDefault fills in what the caller leaves out.
func orDefault(c *http.Client) *http.Client {
	if c == nil {
		return http.DefaultClient
	}
	return c
}

func callerLeavesOut(urls []string) {
	client := orDefault(nil)
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() {
			_ = read(client.Get(u)) // want "http.DefaultClient keeps only two idle connections per host"
		})
	}
	wg.Wait()
}

// Silent: twice, in two goroutines.
func twice(a, b string) error {
	errs := make(chan error)
	go func() { errs <- read(http.Get(a)) }()
	go func() { errs <- read(http.Get(b)) }()
	if err := <-errs; err != nil {
		return err
	}
	return <-errs
}
