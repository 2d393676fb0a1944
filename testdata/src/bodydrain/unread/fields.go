package unread

import (
	"bytes"
	"io"
	"net/http"
)

type fetchFunc func(u string) (*http.Response, error)

// fetchAll reads and closes the body, and gives back what it has read.
func fetchAll(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

type probe struct{ fetch fetchFunc }

func newProbe() *probe { return &probe{fetch: fetchAll} }

// Silent: all that the field ever holds has read the body.
func (p *probe) check(u string) {
	if resp, _ := p.fetch(u); resp != nil {
		resp.Body.Close()
	}
}

func fetchOpen(u string) (*http.Response, error) { return http.Get(u) }

type rawProbe struct{ fetch fetchFunc }

func newRawProbe(all bool) *rawProbe {
	if all {
		return &rawProbe{fetch: fetchAll}
	}
	return &rawProbe{fetch: fetchOpen}
}

func (p *rawProbe) check(u string) {
	if resp, _ := p.fetch(u); resp != nil { // want "closed unread"
		resp.Body.Close()
	}
}
