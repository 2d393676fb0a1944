package unread

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

// Here a helper of tests is given the transport of a client, or the client, by all that call it.

type roundTripFunc func(*http.Request) (*http.Response, error)

func (f roundTripFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func answered(status int) roundTripFunc {
	return func(r *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: status, Body: io.NopCloser(strings.NewReader("x"))}, nil
	}
}

// Silent: all transports that it is given make their answers up.
func getThrough(t *testing.T, rt http.RoundTripper) int {
	c := &http.Client{Transport: rt}
	resp, err := c.Get("http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}

func TestGetThrough(t *testing.T) {
	getThrough(t, answered(200))
	getThrough(t, answered(404))
}

func getThroughAny(t *testing.T, rt http.RoundTripper) int {
	c := &http.Client{Transport: rt}
	resp, err := c.Get("http://localhost") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}

func TestGetThroughAny(t *testing.T) {
	getThroughAny(t, answered(200))
	getThroughAny(t, http.DefaultTransport)
}

// Silent: the same of clients.
func getBy(t *testing.T, c *http.Client) int {
	resp, err := c.Get("http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}

func TestGetBy(t *testing.T) {
	getBy(t, &http.Client{Transport: answered(200)})
	getBy(t, &http.Client{answered(404), nil, nil, 0})
}

type failing struct{ err error }

func (f *failing) RoundTrip(*http.Request) (*http.Response, error) { return nil, f.err }

type passing struct{ next http.RoundTripper }

func (p *passing) RoundTrip(r *http.Request) (*http.Response, error) { return p.next.RoundTrip(r) }

// Silent: helpers call each other.
func getSame(t *testing.T, rt http.RoundTripper) int {
	c := http.Client{Transport: &passing{rt}}
	resp, err := c.Get("http://localhost")
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

func getSameTwice(t *testing.T, rt http.RoundTripper) { getSame(t, rt) }

func TestGetSame(t *testing.T) {
	getSame(t, &failing{errors.New("none")})
	mock := &failing{}
	getSameTwice(t, mock)
}

func getPassing(t *testing.T, rt http.RoundTripper) int {
	c := http.Client{Transport: rt}
	resp, err := c.Get("http://localhost") // want "response body of resp is closed unread"
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

func TestGetPassing(t *testing.T) {
	getPassing(t, &failing{})
	getPassing(t, &passing{http.DefaultTransport})
	getPassing(t, &passing{http.DefaultTransport})
}

// Whoever gets the function gives it what they like.
func getHanded(t *testing.T, rt http.RoundTripper) int {
	c := http.Client{Transport: rt}
	resp, err := c.Get("http://localhost") // want "response body of resp is closed unread"
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

var handed = getHanded

func TestGetHanded(t *testing.T) { getHanded(t, &failing{}) }

// A default takes the place of none.
func getOrDefault(t *testing.T, rt http.RoundTripper) int {
	if rt == nil {
		rt = http.DefaultTransport
	}
	c := http.Client{Transport: rt}
	resp, err := c.Get("http://localhost") // want "response body of resp is closed unread"
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

func TestGetOrDefault(t *testing.T) { getOrDefault(t, &failing{}) }
