package http2

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"time"
)

func closeBody(resp *http.Response, err error) {
	if err == nil {
		resp.Body.Close()
	}
}

// Silent: most hosts of https speak HTTP/2, over one connection.
func constantHTTPS(w http.ResponseWriter, r *http.Request) {
	closeBody(http.Get("https://api.example.com/v1/status"))
}

// Silent: the same, put together.
func putTogether(names []string) {
	client := &http.Client{Timeout: time.Second}
	for _, n := range names {
		go func() { closeBody(client.Get("https://api.example.com/users/" + n)) }()
	}
}

// Silent: the same, printed.
func printed(names []string) {
	for _, n := range names {
		go func() { closeBody(http.Get(fmt.Sprintf("https://api.example.com/users/%s", n))) }()
	}
}

// Silent: the same, in a request.
func inRequest(names []string) {
	tr := &http.Transport{IdleConnTimeout: time.Second}
	client := &http.Client{Transport: tr}
	for range names {
		go func() {
			req, err := http.NewRequest(http.MethodDelete, "https://api.example.com/users", nil)
			if err != nil {
				return
			}
			closeBody(client.Do(req))
		}()
	}
}

func plainHTTP(w http.ResponseWriter, r *http.Request) {
	closeBody(http.Get("http://backend.internal/status")) // want "http.Get keeps only two idle connections per host"
}

func hostFromOutside(host string, names []string) {
	for range names {
		go func() { closeBody(http.Get("https://" + host + "/status")) }() // want "http.Get keeps only two idle connections per host"
	}
}

// TLS of its own: the Transport does not try HTTP/2.
func ownTLS(cfg *tls.Config, names []string) {
	tr := &http.Transport{TLSClientConfig: cfg} // want "MaxIdleConnsPerHost of tr is not set"
	client := &http.Client{Transport: tr}
	for _, n := range names {
		go func() { closeBody(client.Get("https://api.example.com/users/" + n)) }()
	}
}

// Silent: it is told to try HTTP/2 all the same.
func ownTLSForced(cfg *tls.Config, names []string) {
	tr := &http.Transport{TLSClientConfig: cfg, ForceAttemptHTTP2: true}
	client := &http.Client{Transport: tr}
	for _, n := range names {
		go func() { closeBody(client.Get("https://api.example.com/users/" + n)) }()
	}
}

// HTTP/2 is turned off.
func turnedOff(names []string) {
	tr := &http.Transport{TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}} // want "MaxIdleConnsPerHost of tr is not set"
	client := &http.Client{Transport: tr}
	for _, n := range names {
		go func() { closeBody(client.Get("https://api.example.com/users/" + n)) }()
	}
}

// Silent: a clone of DefaultTransport tries HTTP/2, whatever its TLS.
func cloned(cfg *tls.Config, names []string) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig = cfg
	client := &http.Client{Transport: tr}
	for _, n := range names {
		go func() { closeBody(client.Get("https://api.example.com/users/" + n)) }()
	}
}
