// Package clones clones transports for each call, or once.
package clones

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

func plain(u string) error {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want "http.Transport is built anew for each call.*line 25"
	tr.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	client := &http.Client{Transport: tr}
	return read(client.Get(u))
}

func checked(u string, proxy *url.URL) error {
	base, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return read(http.Get(u))
	}
	tr := base.Clone() // want "http.Transport is built anew for each call"
	tr.Proxy = http.ProxyURL(proxy)
	return read((&http.Client{Transport: tr}).Get(u))
}

func tuned(u string) error {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want "http.Transport is built anew for each call"
	tr.MaxIdleConnsPerHost = 100
	return read((&http.Client{Transport: tr}).Get(u))
}

var shared = &http.Transport{MaxIdleConnsPerHost: 10}

func cloneOfShared(u string) error {
	tr := shared.Clone() // want "http.Transport is built anew for each call.*line 48"
	return read((&http.Client{Transport: tr}).Get(u))
}

// Silent: shared itself.
func sharedItself(u string) error {
	return read((&http.Client{Transport: shared}).Get(u))
}

// Silent: DefaultTransport itself, under its own type.
func defaultItself(u string) error {
	tr := http.DefaultTransport.(*http.Transport)
	return read((&http.Client{Transport: tr}).Get(u))
}

func inHandler(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{
		Timeout:   time.Second,
		Transport: http.DefaultTransport.(*http.Transport).Clone(), // want "http.Transport is built anew for each call"
	}
	_ = read(client.Get("http://backend.internal"))
}

func inLoop(urls []string) {
	for _, u := range urls {
		tr := http.DefaultTransport.(*http.Transport).Clone() // want "http.Transport is built anew in each round of a loop"
		_ = read((&http.Client{Transport: tr}).Get(u))
	}
}

// Silent: closed.
func closed(u string) error {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	defer tr.CloseIdleConnections()
	return read((&http.Client{Transport: tr}).Get(u))
}

// Silent: a package variable.
var once = &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}

func usesOnce(u string) error {
	return read(once.Get(u))
}

type api struct{ client *http.Client }

// Silent: stored by the constructor.
func newAPI() *api {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.IdleConnTimeout = time.Minute
	return &api{client: &http.Client{Transport: tr}}
}

func (a *api) get(u string) error {
	return read(a.client.Get(u))
}

func factory() http.RoundTripper {
	return http.DefaultTransport.(*http.Transport).Clone() // want "http.Transport is built anew for each call"
}

func usesFactory(u string) error {
	return read((&http.Client{Transport: factory()}).Get(u))
}

// Silent: cloned to look at, nothing is sent.
func lookedAt() time.Duration {
	return http.DefaultTransport.(*http.Transport).Clone().IdleConnTimeout
}
