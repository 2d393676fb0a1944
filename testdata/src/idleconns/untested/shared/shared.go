// Package shared uses http.DefaultTransport, for which only a test puts another one.
package shared

import "net/http"

func load(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil { // want `http.Get keeps only two idle connections per host, but goroutines started at line 8 use it`
				resp.Body.Close()
			}
		}()
	}
}
