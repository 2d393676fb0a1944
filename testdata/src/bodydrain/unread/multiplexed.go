package unread

import (
	"net/http"
	"sync"

	"golang.org/x/net/http2"
)

type streams struct{ hc *http.Client }

func newStreams() *streams {
	return &streams{hc: &http.Client{Transport: &http2.Transport{AllowHTTP: true}}}
}

// Silent: the library's transport speaks nothing but HTTP/2, where the body ends a stream.
func (s *streams) ping(u string) error {
	resp, err := s.hc.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type lazyStreams struct {
	mu sync.Mutex
	hc *http.Client
}

func (s *lazyStreams) transport() *http.Transport {
	p := new(http.Protocols)
	p.SetHTTP1(false)
	p.SetUnencryptedHTTP2(true)
	tr := &http.Transport{}
	tr.Protocols = p
	return tr.Clone()
}

func (s *lazyStreams) client() *http.Client {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.hc == nil {
		s.hc = &http.Client{Transport: s.transport()}
	}
	return s.hc
}

// Silent: the only client that there ever is speaks HTTP/2 alone.
func (s *lazyStreams) ping(u string) error {
	resp, err := s.client().Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type someStreams struct{ hc *http.Client }

func newSomeStreams() *someStreams {
	return &someStreams{hc: &http.Client{Transport: &http2.Transport{}}}
}

func newPlainStreams() *someStreams {
	return &someStreams{hc: &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}}
}

// Only one of the constructors makes that.
func (s *someStreams) ping(u string) error {
	resp, err := s.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type bothProtocols struct{ hc *http.Client }

func newBothProtocols() *bothProtocols {
	p := new(http.Protocols)
	p.SetHTTP1(true)
	p.SetHTTP2(true)
	return &bothProtocols{hc: &http.Client{Transport: &http.Transport{Protocols: p}}}
}

func (s *bothProtocols) ping(u string) error {
	resp, err := s.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type noneProtocols struct{ hc *http.Client }

func newNoneProtocols() *noneProtocols {
	p := new(http.Protocols)
	p.SetHTTP2(false)
	return &noneProtocols{hc: &http.Client{Transport: &http.Transport{Protocols: p}}}
}

func (s *noneProtocols) ping(u string) error {
	resp, err := s.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
