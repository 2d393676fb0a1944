// Package tunedfield sets MaxIdleConnsPerHost on DefaultTransport itself, which all that share it have then.
package tunedfield

import (
	"net/http"
	"time"
)

func init() {
	http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = 100
}

// Silent: http.Get goes through the tuned DefaultTransport.
func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// Silent: a client without a Transport goes through it too.
func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second}
	if resp, err := client.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}

// Silent: a clone has what it was cloned from.
func handleClone() http.HandlerFunc {
	client := &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}
	return func(w http.ResponseWriter, r *http.Request) {
		if resp, err := client.Get("http://backend.internal"); err == nil {
			resp.Body.Close()
		}
	}
}

// A Transport of its own has nothing of DefaultTransport's.
func handleOwn() http.HandlerFunc {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set.*line 46"
	client := &http.Client{Transport: tr}
	return func(w http.ResponseWriter, r *http.Request) {
		if resp, err := client.Get("http://backend.internal"); err == nil {
			resp.Body.Close()
		}
	}
}
