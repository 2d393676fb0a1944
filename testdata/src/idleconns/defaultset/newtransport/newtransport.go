// Package newtransport puts a Transport that keeps more in DefaultTransport's place.
package newtransport

import (
	"net/http"
	"time"
)

func init() {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = 100
	http.DefaultTransport = tr
}

// Silent: http.Get goes through what DefaultTransport holds.
func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// Silent: so does a client without a Transport.
func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second}
	if resp, err := client.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}
