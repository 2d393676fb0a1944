// Package one has one Transport that keeps more among those that it puts in DefaultTransport's place.
package one

import (
	"net/http"
	"os"
)

func init() {
	tr := &http.Transport{Proxy: http.ProxyFromEnvironment}
	if os.Getenv("PROXY") == "" {
		tr = http.DefaultTransport.(*http.Transport).Clone()
		tr.MaxIdleConnsPerHost = 100
	}
	http.DefaultTransport = tr
}

// Silent: it may be that one.
func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
