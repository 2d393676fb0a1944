// Package lib has a client whose RoundTripper is net/http's own unless another is asked for.
package lib

import (
	"io"
	"net/http"
)

type Bucket struct {
	uri string
	rt  http.RoundTripper
}

func New(uri string, rt http.RoundTripper) *Bucket { return &Bucket{uri, rt} }

func (b *Bucket) transport() http.RoundTripper {
	if b.rt == nil {
		return http.DefaultTransport
	}
	return b.rt
}

func (b *Bucket) Fetch(name string) ([]byte, error) {
	req, err := http.NewRequest("GET", b.uri+name, nil)
	if err != nil {
		return nil, err
	}
	resp, err := b.transport().RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
