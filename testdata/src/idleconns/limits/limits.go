// Package limits has transports whose MaxIdleConnsPerHost can never be reached, and some whose can.
package limits

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

func exceeds(u string) {
	tr := &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100} // want "MaxIdleConnsPerHost 100 of tr exceeds MaxIdleConns 10"
	get(&http.Client{Transport: tr}, u)
}

func exceedsOverManyLines(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost 64 of tr exceeds MaxIdleConns 32"
		IdleConnTimeout:     90 * time.Second,
		MaxIdleConnsPerHost: 64,
		MaxIdleConns:        32,
	}
	client := &http.Client{Transport: tr}
	for _, u := range urls {
		go get(client, u)
	}
}

var exceedsInVar = &http.Transport{MaxIdleConns: 2, MaxIdleConnsPerHost: 3} // want "MaxIdleConnsPerHost 3 of exceedsInVar exceeds MaxIdleConns 2"

func usesVar(req *http.Request) (*http.Response, error) {
	return exceedsInVar.RoundTrip(req)
}

func exceedsInClient() *http.Client {
	return &http.Client{
		Transport: &http.Transport{MaxIdleConns: 50, MaxIdleConnsPerHost: 60}, // want "MaxIdleConnsPerHost 60 of (http.)?Transport exceeds MaxIdleConns 50"
	}
}

func exceedsReturned() *http.Transport {
	return &http.Transport{MaxIdleConns: 1, MaxIdleConnsPerHost: 2} // want "MaxIdleConnsPerHost 2 of http.Transport exceeds MaxIdleConns 1"
}

const (
	total   = 10
	perHost = 10 * total
)

func exceedsNamed() http.RoundTripper {
	tr := &http.Transport{MaxIdleConns: total, MaxIdleConnsPerHost: perHost} // want "MaxIdleConnsPerHost 100 of tr exceeds MaxIdleConns 10"
	return tr
}

func exceedsByValue() {
	var tr = http.Transport{MaxIdleConns: 5, MaxIdleConnsPerHost: 6} // want "MaxIdleConnsPerHost 6 of tr exceeds MaxIdleConns 5"
	get(&http.Client{Transport: &tr}, "http://backend.internal")
}

type api struct{ tr *http.Transport }

func (a *api) open() {
	a.tr = &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 20} // want "MaxIdleConnsPerHost 20 of a.tr exceeds MaxIdleConns 10"
}

// Silent: both are the same.
func equal() *http.Transport {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100}
}

// Silent: the total is larger.
func smaller() *http.Transport {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}
}

// Silent: zero means no limit.
func totalZero() *http.Transport {
	return &http.Transport{MaxIdleConns: 0, MaxIdleConnsPerHost: 100}
}

// Silent: no total is no limit.
func totalUnset(urls []string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: the numbers are not known here.
func notConstant(conns, perHost int) *http.Transport {
	return &http.Transport{MaxIdleConns: conns, MaxIdleConnsPerHost: perHost}
}

// Silent: one of the numbers is not known here.
func halfConstant(perHost int) *http.Transport {
	return &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: perHost}
}

// Silent: the total alone, and requests in order.
func totalAlone(urls []string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	for _, u := range urls {
		get(client, u)
	}
}
