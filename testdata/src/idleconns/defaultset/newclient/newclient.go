// Package newclient puts a client that keeps more in DefaultClient's place.
package newclient

import (
	"net/http"
	"time"
)

func init() {
	http.DefaultClient = &http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{MaxIdleConnsPerHost: 100},
	}
}

// Silent: http.Get goes through what DefaultClient holds.
func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// Silent: DefaultClient by name is the new one.
func handle(w http.ResponseWriter, r *http.Request) {
	if resp, err := http.DefaultClient.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}

// A client of its own goes through DefaultTransport, which is as it was.
func handleOwn(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 35"
	if resp, err := client.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}
