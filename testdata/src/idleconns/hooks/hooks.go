// Package hooks has variables that nothing but tests sets.
package hooks

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
)

var (
	dialInTests  func(ctx context.Context, network, addr string) (net.Conn, error)
	proxyInTests *url.URL
	wideInTests  bool
	wide         bool
	dialer       func(ctx context.Context, network, addr string) (net.Conn, error)
)

// Widen sets a variable.
func Widen() { wide = true }

// Dialer lends one.
func Dialer() *func(ctx context.Context, network, addr string) (net.Conn, error) { return &dialer }

func fetch(c *http.Client, u string) {
	resp, err := c.Get(u)
	if err != nil {
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func onlyTestsDial(urls []string) {
	c := &http.Client{} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 41 use it`
	if dialInTests != nil {
		c.Transport = &http.Transport{DialContext: dialInTests, MaxIdleConnsPerHost: 100}
	}
	for _, u := range urls {
		go fetch(c, u)
	}
}

func onlyTestsAreWide(urls []string) {
	t := &http.Transport{} // want `MaxIdleConnsPerHost of t is not set, but goroutines started at line 52 share it`
	if wideInTests && len(urls) > 2 {
		t.MaxIdleConnsPerHost = 100
	}
	c := &http.Client{Transport: t}
	for _, u := range urls {
		go fetch(c, u)
	}
}

func elseOfNil(urls []string) {
	c := &http.Client{} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 64 use it`
	if proxyInTests == nil {
		c.Timeout = 10
	} else {
		c.Transport = &http.Transport{Proxy: http.ProxyURL(proxyInTests), MaxIdleConnsPerHost: 100}
	}
	for _, u := range urls {
		go fetch(c, u)
	}
}

// Silent: the variable is set by a function.
func wideSometimes(urls []string) {
	t := &http.Transport{}
	if wide {
		t.MaxIdleConnsPerHost = 100
	}
	c := &http.Client{Transport: t}
	for _, u := range urls {
		go fetch(c, u)
	}
}

// Silent: whoever has a pointer to the variable may set it.
func dialsSometimes(urls []string) {
	t := &http.Transport{}
	if dialer != nil {
		t.DialContext, t.MaxIdleConnsPerHost = dialer, 100
	}
	c := &http.Client{Transport: t}
	for _, u := range urls {
		go fetch(c, u)
	}
}

// Silent: it is unset that the code is for.
func unlessTests(urls []string) {
	t := &http.Transport{}
	if dialInTests == nil {
		t.MaxIdleConnsPerHost = 100
	}
	c := &http.Client{Transport: t}
	for _, u := range urls {
		go fetch(c, u)
	}
}

// setting is a flag's value.
type setting bool

// Set sets it.
func (s *setting) Set(text string) error {
	*s = text == "true"
	return nil
}

var wideByFlag setting

// Parse has the method set the variable.
func Parse(text string) error { return wideByFlag.Set(text) }

// Silent: a method with a pointer receiver may set the variable.
func wideByMethod(urls []string) {
	t := &http.Transport{}
	if wideByFlag {
		t.MaxIdleConnsPerHost = 100
	}
	c := &http.Client{Transport: t}
	for _, u := range urls {
		go fetch(c, u)
	}
}
