package client

import (
	"net/http"
	"testing"
)

type fake struct{}

func (fake) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: http.NoBody}, nil
}

func TestLoad(t *testing.T) {
	client.Transport = fake{}
	load([]string{"http://a"})
}

func TestTuned(t *testing.T) {
	transport.MaxIdleConnsPerHost = 10
	loadTuned([]string{"http://a"})
	loadSet([]string{"http://a"})
}

// A finding in a test stands beside those in the program.
func TestOwn(t *testing.T) {
	c := &http.Client{Transport: &http.Transport{}} // want `MaxIdleConnsPerHost of Transport is not set, but up to 10 goroutines started at line 29 share it`
	for range 10 {
		go c.Get("http://a")
	}
}
