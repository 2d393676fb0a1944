// Package browser asks for an address where nobody has set a connection.
package browser

import (
	"io"
	"net/http"
)

// Conn is a connection.
type Conn struct{ url string }

// Browser is set up by a chain of calls.
type Browser struct {
	conn *Conn
	name string
	any  any
}

// New returns a browser without a connection.
func New() *Browser { return &Browser{} }

// NewConn connects.
func NewConn(url string) *Conn { return &Conn{url} }

// Conn sets the connection.
func (b *Browser) Conn(c *Conn) *Browser {
	b.conn = c
	return b
}

// Named sets the name.
func (b *Browser) Named(name string) *Browser {
	b.name = name
	return b
}

// Reset takes what was set back.
func (b *Browser) Reset() *Browser {
	b.conn = nil
	return b
}

// ConnOf sets the connection of another browser.
func (b *Browser) ConnOf(other *Browser) *Browser {
	if other != nil {
		b.conn = other.conn
	}
	return b
}

// Any sets what may be anything.
func (b *Browser) Any(c *Conn) *Browser {
	b.any = c
	return b
}

// Plain sets nothing.
func (b *Browser) Plain() *Browser { return b }

// Connect makes the connection that is missing.
func (b *Browser) Connect() error {
	if b.conn == nil {
		resp, err := http.Get("http://127.0.0.1:9222/json/version") // want "keeps only two idle connections per host.*line 106"
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		data, err := io.ReadAll(resp.Body)
		if err != nil {
			return err
		}
		b.conn = &Conn{string(data)}
	}
	return nil
}

// ConnectAny connects where there is something.
func (b *Browser) ConnectAny() error {
	if b.any == nil {
		return nil
	}
	resp, err := http.Get("http://127.0.0.1:9222/json/version")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// MustConnect is Connect that panics.
func (b *Browser) MustConnect() *Browser {
	if err := b.Connect(); err != nil {
		panic(err)
	}
	return b
}

// Silent: the request is for want of a connection, and one is set.
func silentAll(urls []string) {
	for _, u := range urls {
		go func() { New().Conn(&Conn{u}).Connect() }()
	}
}

func withoutConn(urls []string) {
	for _, u := range urls {
		go func() { New().Named(u).Connect() }()
	}
}
