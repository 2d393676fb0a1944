// Package register gives transports handlers for schemes of their own, which are built over clones of theirs.
package register

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

// Silent: the clone lives as long as the transport that it is registered with.
func RegisterClone(t *http.Transport) {
	c := t.Clone()
	c.Proxy = nil
	rt := adapter(c)
	t.RegisterProtocol("http+unix", rt)
	t.RegisterProtocol("https+unix", rt)
}

// Silent: that of a package variable.
func registerShared() {
	RegisterClone(shared)
}

var shared = &http.Transport{MaxIdleConnsPerHost: 100}
