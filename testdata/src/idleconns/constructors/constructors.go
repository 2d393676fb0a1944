// Package constructors has functions that make the clients which others use.
package constructors

import (
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
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

func plainClient() *http.Client {
	return &http.Client{Timeout: time.Second} // want "http.Client has no Transport with MaxIdleConnsPerHost.*line 25"
}

func usesPlainClient(urls []string) {
	getAll(plainClient(), urls)
}

func namedClient(timeout time.Duration) *http.Client {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set.*line 25"
		DialContext:         (&net.Dialer{Timeout: timeout}).DialContext,
		TLSHandshakeTimeout: timeout,
	}
	c := &http.Client{Transport: tr, Timeout: timeout}
	return c
}

func usesNamedClient(urls []string) {
	c := namedClient(time.Second)
	getAll(c, urls)
}

// Silent: MaxIdleConnsPerHost is set.
func tunedClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100}}
}

func usesTunedClient(urls []string) {
	getAll(tunedClient(), urls)
}

// Silent: the caller says how many.
func sizedClient(perHost int) *http.Client {
	tr := &http.Transport{IdleConnTimeout: time.Minute}
	tr.MaxIdleConnsPerHost = perHost
	return &http.Client{Transport: tr}
}

func usesSizedClient(urls []string) {
	getAll(sizedClient(32), urls)
}

func clientOrError(proxy string) (*http.Client, error) {
	u, err := url.Parse(proxy)
	if err != nil {
		return nil, err
	}
	if u.Host == "" {
		return nil, errors.New("proxy without a host")
	}
	return &http.Client{
		Transport: &http.Transport{Proxy: http.ProxyURL(u)}, // want "MaxIdleConnsPerHost of (http.)?Transport is not set.*line 25"
	}, nil
}

func usesClientOrError(urls []string) error {
	c, err := clientOrError("http://proxy.internal:3128")
	if err != nil {
		return err
	}
	getAll(c, urls)
	return nil
}

// newTransport is a constructor for the constructor below.
func newTransport(insecure bool) *http.Transport {
	return &http.Transport{ // want "MaxIdleConnsPerHost of http.Transport is not set.*line 25"
		TLSClientConfig: &tls.Config{InsecureSkipVerify: insecure},
	}
}

func clientOfTransport() *http.Client {
	return &http.Client{Transport: newTransport(false)}
}

func usesClientOfTransport(urls []string) {
	getAll(clientOfTransport(), urls)
}

// bareTransport leaves the numbers to its caller.
func bareTransport() *http.Transport {
	return &http.Transport{ForceAttemptHTTP2: true}
}

// Silent: what bareTransport leaves out is set here.
func completedByCaller(urls []string) {
	tr := bareTransport()
	tr.MaxIdleConnsPerHost = 64
	getAll(&http.Client{Transport: tr}, urls)
}

// bareClient leaves the Transport to its caller.
func bareClient() *http.Client {
	return &http.Client{Timeout: time.Second}
}

// Silent: the caller puts in a Transport that keeps more.
func transportByCaller(urls []string) {
	c := bareClient()
	c.Transport = &http.Transport{MaxIdleConnsPerHost: 64}
	getAll(c, urls)
}

// clientWithTransport has a Transport which its caller adjusts.
func clientWithTransport() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

// Silent: the field is set through the type assertion.
func adjustedThroughAssertion(urls []string) {
	c := clientWithTransport()
	if tr, ok := c.Transport.(*http.Transport); ok {
		tr.MaxIdleConnsPerHost = 64
	}
	getAll(c, urls)
}

// tune is a helper that sets what matters.
func tune(tr *http.Transport, perHost int) {
	tr.MaxIdleConns = 2 * perHost
	tr.MaxIdleConnsPerHost = perHost
}

// Silent: tune sets it.
func tunedByHelper(urls []string) {
	tr := &http.Transport{}
	tune(tr, 16)
	getAll(&http.Client{Transport: tr}, urls)
}

// trim is a helper that sets other things.
func trim(tr *http.Transport) {
	tr.DisableCompression = true
	tr.IdleConnTimeout = time.Second
}

func trimmedByHelper(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	trim(tr)
	getAll(&http.Client{Transport: tr}, urls)
}

// tunedTransport hands back what it was given.
func tunedTransport(tr *http.Transport) *http.Transport {
	tr.MaxIdleConnsPerHost = 10
	return tr
}

// Silent: set on the way.
func tunedOnTheWay(urls []string) {
	getAll(&http.Client{Transport: tunedTransport(&http.Transport{})}, urls)
}

// Silent: set on one of two paths, which is taken for intent.
func tunedOnSomePath(urls []string, perHost int) {
	tr := &http.Transport{}
	if perHost > 0 {
		tr.MaxIdleConnsPerHost = perHost
	}
	getAll(&http.Client{Transport: tr}, urls)
}

func otherFieldOnSomePath(urls []string, conns int) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	if conns > 0 {
		tr.MaxIdleConns = conns
	}
	getAll(&http.Client{Transport: tr}, urls)
}

// service is what most constructors return.
type service struct {
	http *http.Client
	base string
}

func newService(base string, timeout time.Duration) *service {
	c := &http.Client{Timeout: timeout} // want "c has no Transport with MaxIdleConnsPerHost"
	return newServiceWithClient(base, c)
}

func newServiceWithClient(base string, c *http.Client) *service {
	return &service{http: c, base: base}
}

func (s *service) handle(w http.ResponseWriter, r *http.Request) {
	get(s.http, s.base+r.URL.Path)
}

func serveService() error {
	http.HandleFunc("/", newService("http://backend.internal", time.Second).handle)
	return http.ListenAndServe(":8080", nil)
}

// Silent: this one brings a client that keeps more.
func serveServiceTuned() error {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	http.HandleFunc("/tuned", newServiceWithClient("http://backend.internal", c).handle)
	return http.ListenAndServe(":8080", nil)
}

// chooses returns one of two clients.
func chooses(fast bool) *http.Client {
	if fast {
		return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}} // silent: set
	}
	return &http.Client{Timeout: time.Minute} // want "http.Client has no Transport with MaxIdleConnsPerHost"
}

func usesChosen(fast bool, urls []string) {
	getAll(chooses(fast), urls)
}

// Silent: made by a constructor and used in order.
func orderlyClient() *http.Client {
	return &http.Client{Timeout: time.Second}
}

func usesOrderlyClient(urls []string) {
	c := orderlyClient()
	for _, u := range urls {
		get(c, u)
	}
}

// named has a named result.
func named(timeout time.Duration) (c http.Client) {
	c = http.Client{Timeout: timeout} // want "c has no Transport with MaxIdleConnsPerHost"
	return
}

func usesNamed(urls []string) {
	c := named(time.Second)
	getAll(&c, urls)
}

// perCall makes a client for each goroutine; they share DefaultTransport.
func perCall() *http.Client {
	return &http.Client{Timeout: time.Second} // want "http.Client has no Transport with MaxIdleConnsPerHost"
}

func usesPerCall(urls []string) {
	for _, u := range urls {
		go func() {
			get(perCall(), u)
		}()
	}
}

// Exported is for other packages.
//
// Silent: nobody in view uses it.
func Exported() *http.Client {
	return &http.Client{}
}
