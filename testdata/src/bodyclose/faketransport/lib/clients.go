package lib

import (
	"errors"
	"net/http"
	"net/http/httptest"
)

type recorder struct{ handler http.Handler }

func (r recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	r.handler.ServeHTTP(w, req)
	return w.Result(), nil
}

// ForHandler returns a client whose answers come from the handler.
func ForHandler(h http.Handler) *http.Client {
	c := *http.DefaultClient
	c.Transport = recorder{h}
	return &c
}

// Transport returns a transport of that kind.
func Transport(h http.Handler) (http.RoundTripper, error) {
	if h == nil {
		return nil, errors.New("no handler")
	}
	return recorder{h}, nil
}

// Either returns a client that makes its answers up only if it is given a handler.
func Either(h http.Handler) *http.Client {
	if h == nil {
		return http.DefaultClient
	}
	return ForHandler(h)
}

// Real returns one that does not.
func Real() *http.Client { return &http.Client{Transport: http.DefaultTransport} }

// Replace puts a transport of that kind in the place of net/http's own, until what it returns is called.
func Replace(h http.Handler) func() {
	old := http.DefaultTransport
	http.DefaultTransport = recorder{h}
	return func() { http.DefaultTransport = old }
}

// ReplaceClient does so for the client alone.
func ReplaceClient(h http.Handler) { http.DefaultClient.Transport = recorder{h} }

// Limit leaves the transport a real one.
func Limit(n int) { http.DefaultTransport = &http.Transport{MaxConnsPerHost: n} }
