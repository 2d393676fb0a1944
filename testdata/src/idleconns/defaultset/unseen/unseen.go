// Package unseen puts something in DefaultTransport's place that may keep more.
package unseen

import "net/http"

// Use is called by other packages.
func Use(tr *http.Transport) { http.DefaultTransport = tr }

// Silent: it is not known what Use was given.
func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
