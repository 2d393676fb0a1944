package faketransport

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
)

type settings struct{ Trip http.RoundTripper }

type signer struct {
	next http.RoundTripper
	Next http.RoundTripper
	key  string
}

func newSigner() *signer { return &signer{} }

func (s *signer) setUp(c *settings) {
	if s.next = c.Trip; s.next == nil {
		s.next = http.DefaultTransport
	}
}

func (s *signer) name(key string) { s.key = key }

func (s *signer) RoundTrip(req *http.Request) (*http.Response, error) {
	req.Header.Set("Authorization", s.key)
	if s.Next != nil {
		return s.Next.RoundTrip(req)
	}
	return s.next.RoundTrip(req)
}

// Silent: a method is given the transport that answers.
func givenLater(req *http.Request) int {
	s := &signer{}
	s.setUp(&settings{Trip: tripping(answering(200, "ok"))})
	resp, err := s.RoundTrip(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func givenReal(req *http.Request) int {
	s := &signer{}
	s.setUp(&settings{Trip: tripping(sending(http.DefaultClient))})
	resp, err := s.RoundTrip(req) // want `response body of resp is not closed when the function returns at line 53`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func givenNone(req *http.Request) int {
	s := &signer{}
	s.name("x")
	resp, err := s.RoundTrip(req) // want `response body of resp is not closed when the function returns at line 63`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: it is put into a field of what a function has made.
func putLater(req *http.Request) int {
	s := newSigner()
	s.Next = &canned{"ok"}
	c := &http.Client{Transport: s}
	resp, err := c.Do(req)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func putReal(req *http.Request) int {
	s := newSigner()
	s.Next = http.DefaultTransport
	c := &http.Client{Transport: s}
	resp, err := c.Do(req) // want `response body of resp is not closed when the function returns at line 86`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: the literals that ask share it.
func givenAround(run func(func() int), req *http.Request) {
	s := newSigner()
	s.setUp(&settings{Trip: &canned{"ok"}})
	run(func() int {
		resp, err := s.RoundTrip(req)
		if err != nil {
			return 0
		}
		return resp.StatusCode
	})
}

// signing returns what sends by another transport.
func signing(next http.RoundTripper) http.RoundTripper {
	return tripping(func(req *http.Request) (*http.Response, error) {
		req.Header.Set("Authorization", "x")
		return next.RoundTrip(req)
	})
}

// Silent: what the literal captures answers.
func capturedFake() int {
	c := &http.Client{Transport: signing(tripping(answering(200, "ok")))}
	resp, err := c.Get("http://fake")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func capturedReal() int {
	c := &http.Client{Transport: signing(http.DefaultTransport)}
	resp, err := c.Get("http://backend.internal") // want `response body of resp is not closed when the function returns at line 126`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// The proxy's transport answers, not the one by which the proxy is asked.
func proxied() int {
	proxy := &httputil.ReverseProxy{}
	proxy.Transport = &canned{"ok"}
	front := httptest.NewServer(proxy)
	defer front.Close()
	resp, err := front.Client().Get(front.URL) // want `response body of resp is not closed when the function returns at line 139`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
