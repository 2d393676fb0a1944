package faketransport

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// A spare answers by its function, if it has one, or else by itself.
type spare struct {
	fn   func(*http.Request) (*http.Response, error)
	live bool
}

func (s *spare) RoundTrip(req *http.Request) (*http.Response, error) {
	if s.fn == nil {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("{}"))}, nil
	}
	return s.fn(req)
}

// An optional asks the server only if it is told to.
type optional struct{ live bool }

func (o optional) RoundTrip(req *http.Request) (*http.Response, error) {
	if o.live {
		return http.DefaultTransport.RoundTrip(req)
	}
	return &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("{}"))}, nil
}

// Silent: there is no function.
func silentWithoutFunction(req *http.Request) {
	(&spare{}).RoundTrip(req)
	s := new(spare)
	s.RoundTrip(req)
}

// Silent: the same, through a client.
func silentBehindClient(u string) {
	c := &http.Client{Transport: &spare{live: true}}
	c.Get(u)
}

// Silent: the same, in a variable that a function literal uses.
func silentInVariable(t *testing.T, u string) {
	s := &spare{}
	t.Run("get", func(t *testing.T) {
		c := &http.Client{Transport: s}
		c.Get(u)
	})
}

// Silent: the function makes the answers up.
func silentWithFunction(u string) {
	c := &http.Client{Transport: &spare{fn: inventing}}
	c.Get(u)
}

// Silent: it is not told to.
func silentNotTold(u string) {
	c := &http.Client{Transport: optional{}}
	c.Get(u)
	d := &http.Client{Transport: optional{live: false}}
	d.Get(u)
	newDeputy(terms{Transport: optional{}}).Perform(nil)
}

func withFunction(req *http.Request) {
	(&spare{fn: http.DefaultTransport.RoundTrip}).RoundTrip(req) // want "the response is discarded"
}

func functionBehindClient(u string) {
	c := &http.Client{Transport: &spare{fn: http.DefaultTransport.RoundTrip}}
	c.Get(u) // want "the response is discarded"
}

func functionLater(u string) {
	s := &spare{}
	c := &http.Client{Transport: s}
	s.fn = http.DefaultTransport.RoundTrip
	c.Get(u) // want "the response is discarded"
}

func functionInLiteral(t *testing.T, u string) {
	s := &spare{}
	t.Run("get", func(t *testing.T) {
		s.fn = http.DefaultTransport.RoundTrip
		c := &http.Client{Transport: s}
		c.Get(u) // want "the response is discarded"
	})
}

func toldTo(u string) {
	c := &http.Client{Transport: optional{live: true}}
	c.Get(u) // want "the response is discarded"
}

func copiedFrom(u string, o optional) {
	o2 := o
	c := &http.Client{Transport: o2}
	c.Get(u) // want "the response is discarded"
}
