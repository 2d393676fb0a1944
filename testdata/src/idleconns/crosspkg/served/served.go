// Package served has handlers that are given their clients by other packages.
package served

import (
	"io"
	"net/http"
)

type relay struct{ client *http.Client }

// New makes a handler.
func New(c *http.Client) http.Handler { return &relay{c} }

func (h *relay) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := h.client.Get("http://backend.internal" + r.URL.Path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

// A Poller is no handler.
type Poller struct{ Client *http.Client }

// Poll asks once.
func (p *Poller) Poll(w io.Writer) {
	resp, err := p.Client.Get("http://backend.internal")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

// A Front asks its hook for each request.
type Front struct{ Hook func(r *http.Request) error }

func (f *Front) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f.Hook(r); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
