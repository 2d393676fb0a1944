// Package idleconns is for the flag -idleconns.default=false, which leaves out what shares DefaultTransport.
package idleconns

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

func get(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		resp.Body.Close()
	}
}

func getAll(c *http.Client, urls []string) {
	for _, u := range urls {
		go get(c, u)
	}
}

func ownTransport(urls []string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func clone(urls []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone() // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func exceeding() *http.Transport {
	return &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100} // want "MaxIdleConnsPerHost 100 of http.Transport exceeds MaxIdleConns 10"
}

// Silent: they share DefaultTransport.
func defaults(urls []string) {
	client := &http.Client{}
	getAll(client, urls)
	named := &http.Client{Transport: http.DefaultTransport}
	getAll(named, urls)
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil {
				resp.Body.Close()
			}
			if resp, err := http.DefaultClient.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// Silent: it proxies through DefaultTransport.
func proxy(mux *http.ServeMux, target *url.URL) {
	mux.Handle("/", httputil.NewSingleHostReverseProxy(target))
}
