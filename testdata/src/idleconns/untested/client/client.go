// Package client has a client into which only a test puts a Transport.
package client

import (
	"net/http"
	"time"
)

var client = &http.Client{Timeout: time.Second} // want `client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 13 use it`

func load(urls []string) {
	for _, u := range urls {
		go get(u)
	}
}

func get(u string) {
	if resp, err := client.Get(u); err == nil {
		resp.Body.Close()
	}
}

var transport = &http.Transport{TLSHandshakeTimeout: time.Second} // want `MaxIdleConnsPerHost of transport is not set, but goroutines started at line 29 share it`

var tuned = &http.Client{Transport: transport}

func loadTuned(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := tuned.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// Silent: the program itself has set it.
var set = &http.Transport{}

func init() { set.MaxIdleConnsPerHost = 50 }

func loadSet(urls []string) {
	c := &http.Client{Transport: set}
	for _, u := range urls {
		go func() {
			if resp, err := c.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
