package middle

import "net/http"

// Relay is a handler: it is told here what it does to connections.
func Relay(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://backend.internal" + r.URL.Path) // want "http.Get keeps only two idle connections per host"
	if err != nil {
		return
	}
	defer resp.Body.Close()
	resp.Write(w)
}

// Fetch is none.
func Fetch(w http.ResponseWriter, path string) {
	resp, err := http.Get("http://backend.internal" + path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	resp.Write(w)
}
