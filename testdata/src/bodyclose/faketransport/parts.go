package faketransport

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// An envelope is an answer in a struct of the package's own.
type envelope struct {
	Code int
	Body io.ReadCloser
}

type performer interface {
	Perform(*http.Request) (*http.Response, error)
}

type courier struct{ rt http.RoundTripper }

func (c *courier) Perform(req *http.Request) (*http.Response, error) { return c.rt.RoundTrip(req) }

func enveloped(p performer) (*envelope, error) {
	req, err := http.NewRequest("GET", "/", nil)
	if err != nil {
		return nil, err
	}
	resp, err := p.Perform(req)
	if err != nil {
		return nil, err
	}
	return &envelope{resp.StatusCode, resp.Body}, nil
}

func streamed(rt http.RoundTripper) (io.ReadCloser, error) {
	req, err := http.NewRequest("GET", "/", nil)
	if err != nil {
		return nil, err
	}
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

type prepared struct{}

func (prepared) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("{}"))}, nil
}

// Silent: the answer is made up.
func silentEnvelope(t *testing.T) {
	if _, err := enveloped(&courier{rt: prepared{}}); err != nil {
		t.Fatal(err)
	}
}

// Silent: the same.
func silentStream(t *testing.T) {
	if _, err := streamed(prepared{}); err != nil {
		t.Fatal(err)
	}
}

func realEnvelope(t *testing.T) {
	c := &courier{rt: http.DefaultTransport}
	if _, err := enveloped(c); err != nil { // want "the response is discarded"
		t.Fatal(err)
	}
}

func realStream(t *testing.T) {
	if _, err := streamed(http.DefaultTransport); err != nil { // want "it is discarded"
		t.Fatal(err)
	}
}

// By answers as its function does.
type by struct {
	fn func(*http.Request) (*http.Response, error)
}

func (b *by) RoundTrip(req *http.Request) (*http.Response, error) { return b.fn(req) }

var (
	invented = func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("{}"))}, nil
	}
	fetched = func(req *http.Request) (*http.Response, error) { return http.DefaultTransport.RoundTrip(req) }
)

// Silent: the variable holds nothing else.
func silentVariable(t *testing.T) {
	c := &http.Client{Transport: &by{invented}}
	if _, err := c.Get("http://localhost"); err != nil {
		t.Fatal(err)
	}
}

func variableThatFetches(t *testing.T) {
	c := &http.Client{Transport: &by{fetched}}
	if _, err := c.Get("http://localhost"); err != nil { // want "the response is discarded"
		t.Fatal(err)
	}
}

// A setup may have a sender of its own.
type setup struct {
	hc     *http.Client
	custom doing
}

type doing interface {
	Do(*http.Request) (*http.Response, error)
}

type performs func(*http.Request) (*http.Response, error)

func (f performs) Do(req *http.Request) (*http.Response, error) { return f(req) }

func inventing(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("{}"))}, nil
}

// sender returns a method of what the setup has.
func sender(s *setup) func(*http.Request) (*http.Response, error) {
	if s.custom != nil {
		return s.custom.Do
	}
	return s.hc.Do
}

// Silent: the sender answers by itself.
func silentSender(t *testing.T, req *http.Request) {
	send := sender(&setup{hc: http.DefaultClient, custom: performs(inventing)})
	if _, err := send(req); err != nil {
		t.Fatal(err)
	}
}

func realSender(t *testing.T, req *http.Request) {
	send := sender(&setup{hc: http.DefaultClient})
	if _, err := send(req); err != nil { // want "the response is discarded"
		t.Fatal(err)
	}
}
