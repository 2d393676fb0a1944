// Package wrappers has RoundTrippers around others: the program's own, oauth2's and otelhttp's.
package wrappers

import (
	"context"
	"io"
	"log"
	"net/http"
	"time"

	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"golang.org/x/oauth2"
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

// keyed adds a header.
type keyed struct {
	key  string
	next http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (k *keyed) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("X-Key", k.key)
	return k.next.RoundTrip(req)
}

func aroundLiteral(urls []string) {
	c := &http.Client{
		Transport: &keyed{
			key:  "k",
			next: &http.Transport{}, // want "MaxIdleConnsPerHost of (next|http.Transport) is not set.*line 26"
		},
	}
	getAll(c, urls)
}

func aroundVariable(urls []string) {
	tr := &http.Transport{IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of tr is not set.*line 26"
	getAll(&http.Client{Transport: &keyed{"k", tr}}, urls)
}

// Silent: what is wrapped keeps more.
func aroundTuned(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 100}
	getAll(&http.Client{Transport: &keyed{key: "k", next: tr}}, urls)
}

// Silent: what is wrapped is set before it is wrapped.
func aroundTunedClone(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = 100
	getAll(&http.Client{Transport: &keyed{key: "k", next: tr}}, urls)
}

func aroundDefault(urls []string) {
	getAll(&http.Client{Transport: &keyed{key: "k", next: http.DefaultTransport}}, urls) // want "MaxIdleConnsPerHost|idle connections per host"
}

// Silent: sent in order.
func aroundLiteralInOrder(urls []string) {
	c := &http.Client{Transport: &keyed{key: "k", next: &http.Transport{}}}
	for _, u := range urls {
		get(c, u)
	}
}

// logging is a wrapper with a constructor.
type logging struct{ base http.RoundTripper }

func newLogging(base http.RoundTripper) http.RoundTripper {
	return logging{base: base}
}

// RoundTrip implements http.RoundTripper.
func (l logging) RoundTrip(req *http.Request) (*http.Response, error) {
	start := time.Now()
	resp, err := l.base.RoundTrip(req)
	log.Print(req.URL, time.Since(start))
	return resp, err
}

func byConstructor(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: newLogging(tr)}, urls)
}

// Silent: what is wrapped keeps more.
func byConstructorTuned(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 10}
	getAll(&http.Client{Transport: newLogging(tr)}, urls)
}

func twoDeep(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: newLogging(&keyed{key: "k", next: tr})}, urls)
}

// Silent: the innermost keeps more.
func twoDeepTuned(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 10}
	getAll(&http.Client{Transport: newLogging(&keyed{key: "k", next: tr})}, urls)
}

// fallback goes through DefaultTransport when it has no base.
type fallback struct{ Base http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (f *fallback) RoundTrip(req *http.Request) (*http.Response, error) {
	return f.base().RoundTrip(req)
}

func (f *fallback) base() http.RoundTripper {
	if f.Base != nil {
		return f.Base
	}
	return http.DefaultTransport // silent: every fallback in view has a base
}

// Silent: the base keeps more.
func fallbackTuned(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 10}
	getAll(&http.Client{Transport: &fallback{Base: tr}}, urls)
}

func fallbackWithBase(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: &fallback{Base: tr}}, urls)
}

// embedding has its Transport embedded.
type embedding struct {
	*http.Transport
	agent string
}

// RoundTrip implements http.RoundTripper.
func (e *embedding) RoundTrip(req *http.Request) (*http.Response, error) {
	req.Header.Set("User-Agent", e.agent)
	return e.Transport.RoundTrip(req)
}

func embedded(urls []string) {
	rt := &embedding{agent: "a"}
	rt.Transport = &http.Transport{} // want "MaxIdleConnsPerHost of rt.Transport is not set.*line 26"
	getAll(&http.Client{Transport: rt}, urls)
}

// Silent: set through the embedded field.
func embeddedTuned(urls []string) {
	rt := &embedding{Transport: &http.Transport{}, agent: "a"}
	rt.MaxIdleConnsPerHost = 20
	getAll(&http.Client{Transport: rt}, urls)
}

// tripFunc is a function as a RoundTripper.
type tripFunc func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (f tripFunc) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// Silent: no connection is behind it.
func canned(urls []string) {
	rt := tripFunc(func(req *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: http.StatusOK, Body: http.NoBody, Request: req}, nil
	})
	getAll(&http.Client{Transport: rt}, urls)
}

// Silent: files are read, no connection is made.
func files(urls []string) {
	rt := http.NewFileTransport(http.Dir("/srv"))
	getAll(&http.Client{Transport: rt}, urls)
}

func wrappedTwice(c *http.Client) {
	c.Transport = newLogging(c.Transport)
}

// Silent: the helper wraps what the client has, which keeps more.
func wrappedByHelper(urls []string) {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
	wrappedTwice(c)
	getAll(c, urls)
}

func oauthAroundLiteral(src oauth2.TokenSource, urls []string) {
	base := &http.Transport{} // want "MaxIdleConnsPerHost of base is not set.*line 26"
	getAll(&http.Client{Transport: &oauth2.Transport{Source: src, Base: base}}, urls)
}

// Silent: the base keeps more.
func oauthTuned(src oauth2.TokenSource, urls []string) {
	base := &http.Transport{MaxIdleConnsPerHost: 30}
	getAll(&http.Client{Transport: &oauth2.Transport{Source: src, Base: base}}, urls)
}

// Silent: the context brings a client that keeps more.
func oauthByContext(ctx context.Context, src oauth2.TokenSource, urls []string) {
	base := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 30}}
	ctx = context.WithValue(ctx, oauth2.HTTPClient, base)
	getAll(oauth2.NewClient(ctx, src), urls)
}

func otelAroundLiteral(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set.*line 26"
	getAll(&http.Client{Transport: otelhttp.NewTransport(tr)}, urls)
}

func otelAroundClone(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want "MaxIdleConnsPerHost of tr is not set"
	tr.IdleConnTimeout = time.Minute
	getAll(&http.Client{Transport: otelhttp.NewTransport(tr, otelhttp.WithSpanName("api"))}, urls)
}

// Silent: what is traced keeps more.
func otelTuned(urls []string) {
	tr := &http.Transport{MaxIdleConnsPerHost: 30}
	getAll(&http.Client{Transport: otelhttp.NewTransport(tr)}, urls)
}

func otelAroundDefault(urls []string) {
	getAll(&http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport)}, urls) // want "MaxIdleConnsPerHost|idle connections per host"
}

// server uses a wrapped client in a handler.
type server struct{ client *http.Client }

func newServer() *server {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set.*line 249"
	return &server{client: &http.Client{Transport: newLogging(tr)}}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	get(s.client, "http://backend.internal")
}

// asker is embedded by types that wrap each other.
type asker interface{ ask(u string) }

type plainAsker struct{ client *http.Client }

func (p *plainAsker) ask(u string) {
	if resp, err := p.client.Get(u); err == nil {
		resp.Body.Close()
	}
}

type (
	logged struct{ asker }
	timed  struct{ asker }
)

func wrapAsker(a asker, n int) asker {
	for i := range n {
		if i%2 == 0 {
			a = logged{a}
		} else {
			a = timed{a}
		}
	}
	return a
}

func askWrapped(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines"
	a := wrapAsker(&plainAsker{c}, 5)
	for _, u := range urls {
		go a.ask(u)
	}
}
