// Package otherfield sets fields of DefaultTransport that leave MaxIdleConnsPerHost at two.
package otherfield

import (
	"net/http"
	"time"
)

func init() {
	tr := http.DefaultTransport.(*http.Transport)
	tr.MaxIdleConns = 1000
	tr.ResponseHeaderTimeout = time.Second
}

func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host.*line 17"
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
}

func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	if resp, err := client.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}
