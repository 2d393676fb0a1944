// Package factory makes clients. Nothing is reported here: who calls it is not in view.
package factory

import (
	"net/http"
	"sync"
	"time"
)

// Client makes a client with a Transport of its own.
func Client() *http.Client {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}
}

// Quiet makes a client without keep-alive.
func Quiet() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
}

// Sharing makes a client around DefaultTransport.
func Sharing(timeout time.Duration) *http.Client {
	return &http.Client{Timeout: timeout}
}

var shared = sync.OnceValue(Client)

// Shared returns the one client there is.
func Shared() *http.Client { return shared() }
