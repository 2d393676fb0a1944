// Package lib sends requests through what it is given.
package lib

import (
	"io"
	"net/http"
)

// A Counter is a transport around another one.
type Counter struct {
	n    int
	next http.RoundTripper
}

func NewCounter(next http.RoundTripper) *Counter { return &Counter{next: next} }

func (c *Counter) RoundTrip(req *http.Request) (*http.Response, error) {
	c.n++
	return c.next.RoundTrip(req)
}

// Traced hides its transport behind an interface.
func Traced(next http.RoundTripper, names ...string) http.RoundTripper {
	if next == nil {
		next = http.DefaultTransport
	}
	return &Counter{len(names), next}
}

// A Doer sends requests.
type Doer interface {
	Do(req *http.Request) (*http.Response, error)
}

type Config struct {
	HTTP  Doer
	Agent string
}

// A Client is for one service.
type Client struct{ config Config }

func New(c Config) (*Client, error) { return &Client{c}, nil }

func (c *Client) Fetch(path string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, path, nil)
	if err != nil {
		return nil, err
	}
	return c.config.HTTP.Do(req)
}

// Retry calls f until it succeeds.
func Retry(f func() (*http.Response, error)) (*http.Response, error) {
	for {
		resp, err := f()
		if err == nil {
			return resp, nil
		}
	}
}

func Text(resp *http.Response) string {
	text, _ := io.ReadAll(resp.Body)
	return string(text)
}

// A Sender sends requests, or seems to.
type Sender interface {
	Do(*http.Request) (*http.Response, error)
}

// A Mock answers from a list.
type Mock struct{ answers []*http.Response }

func NewMock() *Mock { return &Mock{} }

func (m *Mock) Do(req *http.Request) (*http.Response, error) {
	if len(m.answers) == 0 {
		return &http.Response{StatusCode: 200, Body: http.NoBody, Request: req}, nil
	}
	next := m.answers[0]
	m.answers = m.answers[1:]
	return next, nil
}

// A Relay hands requests on.
type Relay struct{ Next *http.Client }

func NewRelay() *Relay { return &Relay{http.DefaultClient} }

func (r *Relay) Do(req *http.Request) (*http.Response, error) { return r.Next.Do(req) }

// Pass hands on what it is given.
func Pass(resp *http.Response, err error) (*http.Response, error) { return resp, err }
