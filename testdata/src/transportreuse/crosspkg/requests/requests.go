// Package requests sends through clients that it is given, and keeps none.
package requests

import (
	"io"
	"net/http"
)

// Get sends one request.
func Get(c *http.Client, u string) error {
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Trip sends one request, without a client.
func Trip(rt http.RoundTripper, req *http.Request) error {
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// GetAndClose sends one request and closes the client's connections.
func GetAndClose(c *http.Client, u string) error {
	defer c.CloseIdleConnections()
	return Get(c, u)
}

// Work sends requests as long as there are any.
func Work(c *http.Client, jobs <-chan string) {
	for u := range jobs {
		_ = Get(c, u)
	}
}

// Quiet turns keep-alive off.
func Quiet(tr *http.Transport) {
	tr.DisableKeepAlives = true
}
