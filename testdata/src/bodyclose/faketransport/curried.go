package faketransport

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

// answering returns a function that makes its answers up.
func answering(code int, text string) func(*http.Request) (*http.Response, error) {
	return func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: code, Body: io.NopCloser(strings.NewReader(text))}, nil
	}
}

// sending returns a function that sends the request.
func sending(c *http.Client) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) { return c.Do(req) }
}

// Silent: the answer is in memory.
func curried(req *http.Request) int {
	resp, err := answering(200, "ok")(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func curriedSender(req *http.Request) int {
	resp, err := sending(http.DefaultClient)(req) // want `response body of resp is not closed when the function returns at line 36`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

type record struct{ http.RoundTripper }

type tripping func(*http.Request) (*http.Response, error)

func (f tripping) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

// Silent: what the RoundTripper returns is in memory, whoever is around it.
func twoResults(req *http.Request) int {
	make2 := func() (http.RoundTripper, *bytes.Buffer) {
		return tripping(answering(200, "ok")), new(bytes.Buffer)
	}
	rt, _ := make2()
	c := &http.Client{Transport: rt}
	resp, err := c.Do(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func twoResultsReal(req *http.Request) int {
	make2 := func() (http.RoundTripper, *bytes.Buffer) {
		return &record{http.DefaultTransport}, new(bytes.Buffer)
	}
	rt, _ := make2()
	c := &http.Client{Transport: rt}
	resp, err := c.Do(req) // want `response body of resp is not closed when the function returns at line 69`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
