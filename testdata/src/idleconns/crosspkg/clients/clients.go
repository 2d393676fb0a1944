// Package clients makes clients that others use. Nothing is reported here: no goroutine is in view.
package clients

import (
	"io"
	"net/http"
	"time"
)

// New makes a client that keeps two.
func New() *http.Client {
	return &http.Client{Timeout: time.Second}
}

// NewTuned makes a client that keeps many.
func NewTuned() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
}

// NewTransport makes a Transport that keeps two.
func NewTransport() *http.Transport {
	return &http.Transport{IdleConnTimeout: time.Minute}
}

// Shared keeps two.
var Shared = &http.Client{Timeout: time.Second}

// SharedTuned keeps many.
var SharedTuned = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}

// Ping sends through the default client.
func Ping(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Print does not send anything.
func Print(w io.Writer, u string) {
	_, _ = io.WriteString(w, u)
}

// API is a client of some service.
type API struct {
	hc   *http.Client
	base string
}

// NewAPI makes an API that keeps two.
func NewAPI(base string) *API {
	return &API{hc: &http.Client{Timeout: time.Second}, base: base}
}

// NewAPIWithClient makes an API that sends through hc.
func NewAPIWithClient(hc *http.Client, base string) *API {
	return &API{hc: hc, base: base}
}

// Get sends one request.
func (a *API) Get(path string) error {
	resp, err := a.hc.Get(a.base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
