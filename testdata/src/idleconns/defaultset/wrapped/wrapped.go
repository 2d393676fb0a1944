// Package wrapped puts a RoundTripper of its own in DefaultTransport's place.
package wrapped

import "net/http"

type counter struct {
	next http.RoundTripper
	n    int
}

// RoundTrip counts the requests.
func (c *counter) RoundTrip(r *http.Request) (*http.Response, error) {
	c.n++
	return c.next.RoundTrip(r)
}

func init() { http.DefaultTransport = &counter{next: http.DefaultTransport} }

// Silent: what is below a RoundTripper that is not net/http's is not followed from DefaultTransport.
func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil {
				resp.Body.Close()
			}
		}()
	}
}
