// Package a has helpers and clients that package b uses: what the rules say there takes facts from here.
package a

import (
	"io"
	"log"
	"net/http"
	"time"
)

// Drain reads the body to its end and closes it.
func Drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

// Close closes the body unread.
func Close(c io.Closer) { c.Close() }

// Size reads, and closes nothing.
func Size(resp *http.Response) (int64, error) { return io.Copy(io.Discard, resp.Body) }

// Fetch gives an open response to its caller.
func Fetch(url string) (*http.Response, error) { return http.Get(url) }

// Must does not return with an error. That log.Fatal does not is known of the standard library.
func Must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// Few keeps two idle connections per host.
var Few = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}

// Many keeps enough.
var Many = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10, IdleConnTimeout: time.Minute}}

// New returns a client with connections of its own.
func New() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
}

// Early closes nothing with a bad status.
func Early(url string) error {
	resp, err := http.Get(url) // want bodyclose
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return nil
	}
	Drain(resp)
	return nil
}
