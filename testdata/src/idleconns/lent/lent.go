// Package lent has a handler that calls functions which others hand over.
package lent

import (
	"io"
	"net/http"
)

// A Gate asks a hook for each request.
type Gate struct{ hook func(*http.Request) }

// OnRequest sets the hook.
func (g *Gate) OnRequest(hook func(*http.Request)) { g.hook = hook }

func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if g.hook != nil {
		g.hook(r)
	}
}

// Own is a gate with a hook of the program's own.
func Own(u string) *Gate {
	g := new(Gate)
	g.OnRequest(func(*http.Request) {
		resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host"
		if err != nil {
			return
		}
		defer resp.Body.Close()
		io.Copy(io.Discard, resp.Body)
	})
	return g
}
