// Package schemes registers what it is told to.
package schemes

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

// Silent: the clone lives as long as the transport, unless a scheme is that of other requests.
func registerAny(t *http.Transport, schemes ...string) {
	rt := adapter(t.Clone())
	for _, scheme := range schemes {
		t.RegisterProtocol(scheme, rt)
	}
}
