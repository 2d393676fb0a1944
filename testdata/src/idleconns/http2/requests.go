package http2

import (
	"context"
	"net/http"
)

// Silent: those who make the requests spell addresses of https.
type sdk struct{ hc *http.Client }

func newSDK() *sdk { return &sdk{hc: &http.Client{}} }

func (s *sdk) do(req *http.Request) error {
	req.Header.Set("Accept", "application/json")
	return s.send(req.WithContext(context.Background()))
}

func (s *sdk) send(req *http.Request) error {
	resp, err := s.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *sdk) users(id string) error {
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/users/"+id, nil)
	if err != nil {
		return err
	}
	return s.do(req)
}

// One of them may be of anybody's.
type mixed struct{ hc *http.Client }

func newMixed() *mixed { return &mixed{hc: &http.Client{}} } // want "hc has no Transport"

func (m *mixed) do(req *http.Request) error {
	resp, err := m.hc.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (m *mixed) users(id string) error {
	req, err := http.NewRequest(http.MethodGet, "https://api.example.com/users/"+id, nil)
	if err != nil {
		return err
	}
	return m.do(req)
}

func (m *mixed) hook(url string) error {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	return m.do(req)
}

func fanRequests(urls []string) {
	s, m := newSDK(), newMixed()
	for _, u := range urls {
		go s.users(u)
		go m.users(u)
		go m.hook(u)
	}
}

// Silent: a field that only ever has an address of https goes through functions.
type based struct {
	hc   *http.Client
	base string
}

func newBased() *based { return &based{hc: &http.Client{}, base: "https://api.example.com"} }

func (b *based) list() error { return fetchFrom(b.hc, b.base) }

func fetchFrom(hc *http.Client, base string) error {
	resp, err := hc.Get(base + "/list")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func fanBased() {
	b := newBased()
	for range 10 {
		go b.list()
	}
}
