// Package helper has what package code calls. What its functions do is known there by facts alone.
package helper

import "net/http"

// Client is used by package code, in many goroutines.
var Client = &http.Client{Transport: &http.Transport{MaxIdleConns: 100}}

// Open hands over an open body.
func Open(url string) (*http.Response, error) { return Client.Get(url) }

// Finish closes the body.
func Finish(v any) {
	if resp, ok := v.(*http.Response); ok {
		resp.Body.Close()
	}
}

// Check closes nothing.
func Check(resp *http.Response) bool { return resp.StatusCode == http.StatusOK }
