// Package http3 is a transport that is not net/http's.
package http3

import "net/http"

// Transport speaks HTTP/3.
type Transport struct {
	dial func(addr string) (*http.Response, error)
}

// RoundTrip sends a request.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) { return t.dial(req.URL.Host) }

// Tracing traces the requests that it passes on.
type Tracing struct {
	Base http.RoundTripper
}

// RoundTrip sends a request.
func (t *Tracing) RoundTrip(req *http.Request) (*http.Response, error) { return t.Base.RoundTrip(req) }
