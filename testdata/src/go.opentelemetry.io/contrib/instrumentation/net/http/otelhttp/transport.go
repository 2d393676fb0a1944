// Package otelhttp is a miniature of OpenTelemetry's: a Transport that traces what another does.
package otelhttp

import "net/http"

// Transport traces requests.
type Transport struct {
	rt   http.RoundTripper
	name string
}

// Option configures a Transport.
type Option interface{ apply(*Transport) }

type optionFunc func(*Transport)

func (f optionFunc) apply(t *Transport) { f(t) }

// WithSpanName names the spans.
func WithSpanName(name string) Option {
	return optionFunc(func(t *Transport) { t.name = name })
}

// NewTransport wraps base, or DefaultTransport when base is nil.
func NewTransport(base http.RoundTripper, opts ...Option) *Transport {
	if base == nil {
		base = http.DefaultTransport
	}
	t := &Transport{rt: base}
	for _, o := range opts {
		o.apply(t)
	}
	return t
}

// RoundTrip implements http.RoundTripper.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Traceparent", t.name)
	return t.rt.RoundTrip(req)
}
