// Package front has handlers that send through what they are given, or through what it makes itself.
package front

import (
	"net/http"

	"idleconns/crosspkg/joined/backend"
)

// A Front is given its backend.
type Front struct{ b *backend.Service }

// New makes a Front.
func New(b *backend.Service) *Front { return &Front{b} }

func (f *Front) save(w http.ResponseWriter, r *http.Request) {
	_ = f.b.Send(r.FormValue("url"))
}

// Routes has the handlers.
func (f *Front) Routes() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("/", f.save)
	return m
}

// A Door is given its backend, and is a handler itself.
type Door struct{ b *backend.Service }

// NewDoor makes a Door.
func NewDoor(b *backend.Service) http.Handler { return &Door{b} }

func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = d.b.Send(r.FormValue("url"))
}

// An Own makes its backend itself.
type Own struct{ b *backend.Service }

// NewOwn makes an Own.
func NewOwn() *Own {
	return &Own{backend.New()} // want "backend.New has no Transport with MaxIdleConnsPerHost, but the handler at line 52 "
}

// Routes has the handlers.
func (o *Own) Routes() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("/", o.save)
	return m
}

func (o *Own) save(w http.ResponseWriter, r *http.Request) {
	_ = o.b.Send(r.FormValue("url"))
}
