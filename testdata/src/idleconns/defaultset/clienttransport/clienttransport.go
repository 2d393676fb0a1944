// Package clienttransport gives DefaultClient a Transport that keeps more.
package clienttransport

import "net/http"

func setUp(perHost int) {
	http.DefaultClient.Transport = &http.Transport{MaxIdleConnsPerHost: perHost}
}

func serve() error {
	setUp(100)
	http.HandleFunc("/", handle)
	http.HandleFunc("/get", handleGet)
	return http.ListenAndServe(":8080", nil)
}

// Silent: DefaultClient has a Transport of its own.
func handle(w http.ResponseWriter, r *http.Request) {
	if resp, err := http.DefaultClient.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}

// Silent: http.Get is DefaultClient's.
func handleGet(w http.ResponseWriter, r *http.Request) {
	if resp, err := http.Get("http://backend.internal"); err == nil {
		resp.Body.Close()
	}
}
