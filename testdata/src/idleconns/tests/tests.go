// Package tests has its requests in a test file, as the contract does not leave tests out.
package tests

import "net/http"

// Silent: what the tests call in order.
func status(c *http.Client, u string) (int, error) {
	resp, err := c.Get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// registry asks through the client that it is given, if it is given one.
type registry struct{ client *http.Client }

func (r *registry) http() *http.Client {
	if r.client != nil {
		return r.client
	}
	return http.DefaultClient
}

func (r *registry) PullAll(urls []string) {
	for _, u := range urls {
		go status(r.http(), u) // want "http.DefaultClient keeps only two idle connections per host"
	}
}

// A Relay asks another server for each request that it gets.
type Relay struct {
	client *http.Client
	to     string
}

// ServeHTTP hands on what the other server says.
func (r *Relay) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if code, err := status(r.client, r.to); err == nil {
		w.WriteHeader(code)
	}
}
