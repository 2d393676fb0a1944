// Package faketransport is about clients whose transport the code shows: one that makes its responses up leaves nothing open.
package faketransport

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
)

var errDown = errors.New("down")

type dead struct{}

func (dead) RoundTrip(*http.Request) (*http.Response, error) { return nil, errDown }

type canned struct{ body string }

func (c *canned) RoundTrip(req *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader(c.body)), Request: req}, nil
}

type recorded struct{ h http.Handler }

func (r recorded) RoundTrip(req *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	r.h.ServeHTTP(w, req)
	return w.Result(), nil
}

type logging struct{ next http.RoundTripper }

func (l logging) RoundTrip(req *http.Request) (*http.Response, error) {
	println(req.URL.String())
	return l.next.RoundTrip(req)
}

type roundTripFunc func(*http.Request) (*http.Response, error)

func (f roundTripFunc) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func alwaysFails(u string) int {
	c := &http.Client{Transport: dead{}}
	resp, _ := c.Get(u) // never a response
	if resp != nil {
		return resp.StatusCode
	}
	return 0
}

func inMemory(u string) int {
	c := http.Client{Transport: &canned{"hello"}}
	resp, err := c.Get(u) // built in memory
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func recorder(h http.Handler, req *http.Request) int {
	c := &http.Client{}
	c.Transport = recorded{h}
	resp, err := c.Do(req) // a recorder's
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func literal(u string) int {
	c := &http.Client{Transport: roundTripFunc(func(req *http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 204, Body: http.NoBody}, nil
	})}
	resp, err := c.Get(u) // built in memory
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func newClient(rt http.RoundTripper) *http.Client {
	return &http.Client{Transport: rt}
}

func throughConstructor(u string) int {
	c := newClient(dead{})
	resp, err := c.Post(u, "text/plain", nil) // cannot succeed
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func throughLogging(u string) int {
	c := &http.Client{Transport: logging{http.DefaultTransport}}
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func constructedForReal(u string) int {
	c := newClient(logging{http.DefaultTransport})
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func realLiteral(u string) int {
	c := &http.Client{Transport: roundTripFunc(func(req *http.Request) (*http.Response, error) {
		req.Header.Set("X-Trace", "1")
		return http.DefaultTransport.RoundTrip(req)
	})}
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func oneOfTwo(u string, offline bool) int {
	c := &http.Client{Transport: dead{}}
	if !offline {
		c.Transport = http.DefaultTransport
	}
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func anotherClient(u string, real *http.Client, offline bool) int {
	c := &http.Client{Transport: dead{}}
	if !offline {
		c = real
	}
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func plainTransport(u string) int {
	c := &http.Client{Transport: &http.Transport{}}
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func roundTripDirectly(req *http.Request) int {
	var rt http.RoundTripper = &canned{"hello"}
	resp, err := rt.RoundTrip(req) // built in memory
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func inLiteral(u string) {
	c := &http.Client{Transport: &canned{"hello"}}
	check := func() {
		resp, err := c.Get(u) // built in memory
		if err == nil {
			println(resp.StatusCode)
		}
	}
	check()
}

func inLiteralForReal(u string) {
	c := &http.Client{Transport: logging{http.DefaultTransport}}
	check := func() {
		resp, err := c.Get(u) // want "response body of resp is not closed"
		if err == nil {
			println(resp.StatusCode)
		}
	}
	check()
}

type conn struct {
	wire bytes.Buffer
	in   io.Reader
}

func readBuffer(c *conn) int {
	resp, err := http.ReadResponse(bufio.NewReader(&c.wire), nil) // bytes in memory
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func readString(raw string, req *http.Request) int {
	br := bufio.NewReader(strings.NewReader(raw))
	resp, err := http.ReadResponse(br, req) // bytes in memory
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func readReader(c *conn) int {
	resp, err := http.ReadResponse(bufio.NewReader(c.in), nil) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
