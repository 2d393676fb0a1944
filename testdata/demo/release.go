package main

import (
	"encoding/json"
	"io"
	"net/http"
)

// A release is what a service says of its version.
type release struct {
	Tag   string   `json:"tag"`
	Pages []string `json:"pages"`
}

// release leaves the body open when the status is not the one it wants.
func (w *watcher) release(service string) (*release, error) {
	resp, err := w.client.Get(service + "/version")
	if err != nil {
		return nil, err
	}
	if err := expect(resp, http.StatusOK); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return decode(resp.Body)
}

// latest closes the body whatever the status is.
func (w *watcher) latest(service string) (*release, error) {
	resp, err := w.client.Get(service + "/releases/latest")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if err := expect(resp, http.StatusOK); err != nil {
		return nil, err
	}
	return decode(resp.Body)
}

// decode reads a release, and the body to its end.
func decode(body io.Reader) (*release, error) {
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	r := new(release)
	return r, json.Unmarshal(data, r)
}
