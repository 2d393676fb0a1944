// Package behind imports a package that puts a Transport that keeps no more in DefaultTransport's place.
package behind

import (
	"net/http"

	_ "idleconns/defaultset/behind/dialer"
)

func getAll(urls []string) {
	for _, u := range urls {
		go func() {
			resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host.*line 12"
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
}
