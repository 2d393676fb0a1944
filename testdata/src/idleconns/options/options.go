// Package options has constructors with functional options.
package options

import (
	"io"
	"net/http"
	"time"
)

func get(c *http.Client, u string) {
	resp, err := c.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func getAll(c *http.Client, urls []string) {
	for _, u := range urls {
		go get(c, u)
	}
}

// Options on the Transport.

type transportOption func(*http.Transport)

func withPerHost(n int) transportOption {
	return func(tr *http.Transport) { tr.MaxIdleConnsPerHost = n }
}

func withIdleTimeout(d time.Duration) transportOption {
	return func(tr *http.Transport) { tr.IdleConnTimeout = d }
}

// Silent: an option sets it.
func newWithTransportOptions(opts ...transportOption) *http.Client {
	tr := &http.Transport{}
	for _, o := range opts {
		o(tr)
	}
	return &http.Client{Transport: tr}
}

func usesPerHost(urls []string) {
	getAll(newWithTransportOptions(withIdleTimeout(time.Minute), withPerHost(50)), urls)
}

func newWithOtherOptions(opts ...transportOption) *http.Client {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set.*line 21"
	for _, o := range opts {
		o(tr)
	}
	return &http.Client{Transport: tr}
}

func usesIdleTimeoutOnly(urls []string) {
	getAll(newWithOtherOptions(withIdleTimeout(time.Minute)), urls)
}

func newWithNoOptions(opts ...transportOption) *http.Client {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	for _, o := range opts {
		o(tr)
	}
	return &http.Client{Transport: tr}
}

func usesNoOptions(urls []string) {
	getAll(newWithNoOptions(), urls)
}

// Options on the client.

type clientOption func(*http.Client)

func withTransport(rt http.RoundTripper) clientOption {
	return func(c *http.Client) { c.Transport = rt }
}

func withTimeout(d time.Duration) clientOption {
	return func(c *http.Client) { c.Timeout = d }
}

// Silent: an option brings the Transport.
func newClient(opts ...clientOption) *http.Client {
	c := &http.Client{}
	for _, o := range opts {
		o(c)
	}
	return c
}

func usesTransport(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 50}
	getAll(newClient(withTransport(tr), withTimeout(time.Second)), urls)
}

func newClientForTimeouts(opts ...clientOption) *http.Client {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost.*line 21"
	for _, o := range opts {
		o(c)
	}
	return c
}

func usesTimeoutOnly(urls []string) {
	getAll(newClientForTimeouts(withTimeout(time.Second)), urls)
}

func newClientForAnyTransport(opts ...clientOption) *http.Client {
	c := &http.Client{}
	for _, o := range opts {
		o(c)
	}
	return c
}

func usesUntunedTransport(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(newClientForAnyTransport(withTransport(tr)), urls)
}

// Options on a struct around the client.

type sdk struct {
	client *http.Client
	base   string
}

type sdkOption func(*sdk)

func withHTTPClient(c *http.Client) sdkOption {
	return func(s *sdk) { s.client = c }
}

func withBase(base string) sdkOption {
	return func(s *sdk) { s.base = base }
}

func newSDK(opts ...sdkOption) *sdk {
	s := &sdk{base: "http://api.internal"}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *sdk) handle(w http.ResponseWriter, r *http.Request) {
	get(s.client, s.base+r.URL.Path)
}

// Silent: the client that comes by option keeps more.
func serveTunedSDK() {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 50}}
	http.HandleFunc("/tuned", newSDK(withHTTPClient(c)).handle)
}

func serveSDK() {
	c := &http.Client{Timeout: time.Second} // want "c has no Transport with MaxIdleConnsPerHost.*line 150"
	http.HandleFunc("/", newSDK(withHTTPClient(c), withBase("http://other.internal")).handle)
}

// Options as an interface, as zap and grpc have them.

type option interface{ apply(*config) }

type config struct {
	perHost int
	timeout time.Duration
}

type perHostOption int

func (o perHostOption) apply(c *config) { c.perHost = int(o) }

type timeoutOption time.Duration

func (o timeoutOption) apply(c *config) { c.timeout = time.Duration(o) }

// Silent: the field is set from the options.
func newConfigured(opts ...option) *http.Client {
	var cfg config
	for _, o := range opts {
		o.apply(&cfg)
	}
	return &http.Client{
		Timeout:   cfg.timeout,
		Transport: &http.Transport{MaxIdleConnsPerHost: cfg.perHost},
	}
}

func usesConfigured(urls []string) {
	getAll(newConfigured(perHostOption(10), timeoutOption(time.Second)), urls)
}

// A config struct in place of options.

// Settings are what a program reads from its file.
type Settings struct {
	Timeout      time.Duration
	MaxIdleConns int
}

func newFromSettings(s Settings) *http.Client {
	return &http.Client{
		Timeout: s.Timeout,
		Transport: &http.Transport{ // want "MaxIdleConnsPerHost of (http.)?Transport is not set.*line 21"
			MaxIdleConns: s.MaxIdleConns,
		},
	}
}

func usesSettings(s Settings, urls []string) {
	getAll(newFromSettings(s), urls)
}

// A builder in place of options.

type builder struct{ tr *http.Transport }

func newBuilder() *builder { return &builder{tr: &http.Transport{}} }

func (b *builder) perHost(n int) *builder {
	b.tr.MaxIdleConnsPerHost = n
	return b
}

func (b *builder) build() *http.Client { return &http.Client{Transport: b.tr} }

// Silent: a step of the builder sets it.
func usesBuilder(urls []string) {
	getAll(newBuilder().perHost(40).build(), urls)
}

type plainBuilder struct{ tr *http.Transport }

func newPlainBuilder() *plainBuilder {
	return &plainBuilder{tr: &http.Transport{}} // want "MaxIdleConnsPerHost of tr is not set"
}

func (b *plainBuilder) timeout(d time.Duration) *plainBuilder {
	b.tr.ResponseHeaderTimeout = d
	return b
}

func (b *plainBuilder) build() *http.Client { return &http.Client{Transport: b.tr} }

func usesPlainBuilder(urls []string) {
	getAll(newPlainBuilder().timeout(time.Second).build(), urls)
}
