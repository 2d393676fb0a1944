// Package untuned puts Transports that keep no more in DefaultTransport's place.
package untuned

import (
	"net/http"
	"os"
	"time"
)

func init() {
	switch os.Getenv("PROXY") {
	case "":
		http.DefaultTransport = &http.Transport{MaxIdleConns: 100}
	case "none":
		tr := http.DefaultTransport.(*http.Transport).Clone()
		tr.Proxy = nil
		http.DefaultTransport = tr
	}
}

func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host.*line 23"
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
}

func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 32"
	if resp, err := client.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}
