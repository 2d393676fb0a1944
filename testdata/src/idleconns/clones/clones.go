// Package clones has transports that are clones of DefaultTransport, which leaves MaxIdleConnsPerHost at two.
package clones

import (
	"crypto/tls"
	"io"
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

func plain(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want "MaxIdleConnsPerHost of tr is not set.*line 23"
	getAll(&http.Client{Transport: tr}, urls)
}

func otherFields(urls []string, proxy *url.URL) {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want "MaxIdleConnsPerHost of tr is not set"
	tr.Proxy = http.ProxyURL(proxy)
	tr.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS13}
	tr.MaxIdleConns = 500
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: MaxIdleConnsPerHost is set on the clone.
func tuned(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = 100
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: set to a value that only the caller knows.
func tunedByParameter(urls []string, perHost int) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = perHost
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: set from another field of the same clone.
func tunedLikeTotal(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = tr.MaxIdleConns
	getAll(&http.Client{Transport: tr}, urls)
}

func inTwoSteps(urls []string) {
	base := http.DefaultTransport.(*http.Transport)
	tr := base.Clone() // want "MaxIdleConnsPerHost of tr is not set"
	tr.IdleConnTimeout = time.Second
	getAll(&http.Client{Transport: tr}, urls)
}

func checkedAssertion(urls []string) {
	base, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return
	}
	clone := base.Clone() // want "MaxIdleConnsPerHost of clone is not set"
	getAll(&http.Client{Transport: clone}, urls)
}

func withoutAName(urls []string) {
	getAll(&http.Client{
		Transport: http.DefaultTransport.(*http.Transport).Clone(), // want "MaxIdleConnsPerHost of .* is not set.*line 23"
	}, urls)
}

func returned() *http.Transport {
	return http.DefaultTransport.(*http.Transport).Clone() // want "MaxIdleConnsPerHost of .* is not set"
}

func usesReturned(urls []string) {
	getAll(&http.Client{Transport: returned()}, urls)
}

// Silent: what returnedTuned returns is set.
func returnedTuned() *http.Transport {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost, tr.MaxIdleConns = 20, 100
	return tr
}

func usesReturnedTuned(urls []string) {
	getAll(&http.Client{Transport: returnedTuned()}, urls)
}

var shared = &http.Transport{MaxIdleConnsPerHost: 40}

// Silent: a clone of a tuned Transport is tuned.
func cloneOfTuned(urls []string, cfg *tls.Config) {
	tr := shared.Clone()
	tr.TLSClientConfig = cfg
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: the clone is used in order.
func inOrder(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	c := &http.Client{Transport: tr}
	for _, u := range urls {
		get(c, u)
	}
}

type api struct{ client *http.Client }

func newAPI() *api {
	a := &api{client: &http.Client{}}
	a.client.Transport = http.DefaultTransport.(*http.Transport).Clone() // want "MaxIdleConnsPerHost of a.client.Transport is not set.*line 128"
	return a
}

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	get(a.client, "http://backend.internal")
}

// Silent: no connection is kept at all, and that is on purpose.
func keepAlivesOff(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.DisableKeepAlives = true
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: at most two connections for a host.
func twoConns(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxConnsPerHost = 2
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: tune gets the clone and sets it.
func tunedByHelper(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tune(tr)
	getAll(&http.Client{Transport: tr}, urls)
}

func tune(tr *http.Transport) {
	tr.MaxIdleConnsPerHost = 16
}
