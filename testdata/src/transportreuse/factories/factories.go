// Package factories has functions that make a Transport, called for each request or once.
package factories

import (
	"crypto/tls"
	"io"
	"net/http"
	"net/url"
	"time"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func insecureClient() *http.Client {
	return &http.Client{
		Transport: &http.Transport{ // want "http.Transport is built anew for each call.*line 31"
			TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
		},
	}
}

func fetch(u string) error {
	client := insecureClient()
	return read(client.Get(u))
}

func newTransport(timeout time.Duration) *http.Transport {
	return &http.Transport{ResponseHeaderTimeout: timeout} // want "http.Transport is built anew for each call"
}

func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: newTransport(time.Second)}
	_ = read(client.Get("http://backend.internal"))
}

// Silent: called once, for a package variable.
func sharedTransport() *http.Transport {
	return &http.Transport{IdleConnTimeout: time.Minute}
}

var shared = &http.Client{Transport: sharedTransport()}

func fetchShared(u string) error {
	return read(shared.Get(u))
}

// Silent: called by a constructor, which stores it.
func storedTransport() http.RoundTripper {
	return &http.Transport{IdleConnTimeout: time.Minute}
}

type api struct{ client *http.Client }

func newAPI() *api {
	return &api{client: &http.Client{Transport: storedTransport()}}
}

func (a *api) get(u string) error {
	return read(a.client.Get(u))
}

func clientOrError(proxy string) (*http.Client, error) {
	u, err := url.Parse(proxy)
	if err != nil {
		return nil, err
	}
	tr := &http.Transport{Proxy: http.ProxyURL(u)} // want "http.Transport is built anew for each call"
	return &http.Client{Transport: tr}, nil
}

func fetchViaProxy(proxy, u string) error {
	client, err := clientOrError(proxy)
	if err != nil {
		return err
	}
	return read(client.Get(u))
}

// clientFor is a method as a factory.
func (a *api) clientFor(timeout time.Duration) *http.Client {
	c := &http.Client{Timeout: timeout}
	c.Transport = &http.Transport{MaxIdleConnsPerHost: 10} // want "http.Transport is built anew for each call.*line 94"
	return c
}

func (a *api) getWithin(u string, timeout time.Duration) error {
	return read(a.clientFor(timeout).Get(u))
}

func inLoop(urls []string) {
	for _, u := range urls {
		_ = read(loopClient().Get(u))
	}
}

func loopClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
}

// Silent: called before the worker's loop, which never ends.
func workerClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

func worker(jobs <-chan string) {
	client := workerClient()
	for u := range jobs {
		_ = read(client.Get(u))
	}
}

func twoDeep() *http.Client { return middleClient(time.Second) }

func middleClient(timeout time.Duration) *http.Client {
	return &http.Client{Timeout: timeout, Transport: innerTransport()}
}

func innerTransport() *http.Transport {
	return &http.Transport{} // want "http.Transport is built anew for each call"
}

func fetchTwoDeep(u string) error {
	return read(twoDeep().Get(u))
}

// A literal as a factory.
func literalFactory(urls []string) {
	newClient := func() *http.Client {
		return &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	}
	for _, u := range urls {
		_ = read(newClient().Get(u))
	}
}

// Silent: the caller closes what the factory made.
func closedClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
}

func fetchAndClose(u string) error {
	client := closedClient()
	defer client.CloseIdleConnections()
	return read(client.Get(u))
}

// Silent: only handed on, the callers of Client are not in view.
func Client(timeout time.Duration) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: timeout}}
}

// Silent: what the factory makes shares DefaultTransport.
func sharing(timeout time.Duration) *http.Client {
	return &http.Client{Timeout: timeout}
}

func fetchSharing(u string) error {
	return read(sharing(time.Second).Get(u))
}

// Silent: the factory hands out the one there is.
func theOne() *http.Transport { return one }

var one = &http.Transport{}

func fetchOne(u string) error {
	return read((&http.Client{Transport: theOne()}).Get(u))
}

// sdk is made anew for each request, and its Transport with it.
type sdk struct {
	client *http.Client
	base   string
}

func newSDK(base string) *sdk {
	return &sdk{
		base:   base,
		client: &http.Client{Transport: &http.Transport{}}, // want "http.Transport is built anew for each call"
	}
}

func (s *sdk) list() error {
	return read(s.client.Get(s.base + "/list"))
}

func handleWithSDK(w http.ResponseWriter, r *http.Request) {
	if err := newSDK("http://api.internal").list(); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
