// Package hooked sends requests through a hook, which tests set over and over.
package hooked

import (
	"io"
	"net/http"
	"time"
)

var hookDo = func(fn func(*http.Request) (*http.Response, error)) func(*http.Request) (*http.Response, error) {
	return fn
}

func doAction(req *http.Request, timeout time.Duration) ([]byte, error) {
	tr := &http.Transport{ResponseHeaderTimeout: timeout} // want "http.Transport is built anew for each call of doAction"
	client := &http.Client{Transport: tr}
	resp, err := hookDo(client.Do)(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Do sends one request.
func Do(req *http.Request) ([]byte, error) { return doAction(req, time.Second) }
