// Package unregistered has what registers nothing, or registers it with what is dropped.
package unregistered

import (
	"errors"
	"net/http"
	"strings"
)

type roundTripFunc func(*http.Request) (*http.Response, error)

func (f roundTripFunc) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func adapter(next http.RoundTripper) http.RoundTripper {
	return roundTripFunc(func(req *http.Request) (*http.Response, error) {
		scheme := strings.TrimSuffix(req.URL.Scheme, "+unix")
		if scheme == req.URL.Scheme {
			return nil, errors.New("no such scheme")
		}
		req = req.Clone(req.Context())
		req.URL.Scheme = scheme
		return next.RoundTrip(req)
	})
}

// Silent: what it is registered with is reported.
func RegisterClone(t *http.Transport) {
	c := t.Clone()
	c.Proxy = nil
	rt := adapter(c)
	t.RegisterProtocol("http+unix", rt)
	t.RegisterProtocol("https+unix", rt)
}

// Nothing is registered: the clone is for this request only.
func sendOnce(req *http.Request, t *http.Transport) (*http.Response, error) {
	c := t.Clone() // want "Transport is built anew for each call"
	return adapter(c).RoundTrip(req)
}

// Registered with a transport that is for this request only: both are built for it.
func sendRegistered(req *http.Request) (*http.Response, error) {
	t := &http.Transport{MaxIdleConnsPerHost: 10} // want "Transport is built anew for each call"
	RegisterClone(t)
	return t.RoundTrip(req)
}
