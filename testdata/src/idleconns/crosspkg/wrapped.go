package crosspkg

import (
	"net/http"

	"idleconns/crosspkg/middle"
)

// Silent: told where the handler is.
func logged(fn http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		fn(w, r)
	}
}

func fetched(w http.ResponseWriter, r *http.Request) {
	middle.Fetch(w, r.URL.Path) // want "http.DefaultClient keeps only two idle connections per host"
}

func routes(mux *http.ServeMux) {
	mux.HandleFunc("/", logged(middle.Relay))
	mux.HandleFunc("/fetch", fetched)
}
