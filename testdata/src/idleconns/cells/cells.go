// Package cells keeps clients and functions where they can be replaced: in atomic pointers and in package variables.
package cells

import (
	"io"
	"net/http"
	"sync/atomic"
)

func pass(w io.Writer, c *http.Client, path string) {
	resp, err := c.Get("http://backend.internal" + path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

var current atomic.Pointer[http.Client]

func load(w http.ResponseWriter, r *http.Request) { pass(w, current.Load(), r.URL.Path) }

var tuned atomic.Pointer[http.Client]

// Silent: set up.
func loadTuned(w http.ResponseWriter, r *http.Request) { pass(w, tuned.Load(), r.URL.Path) }

type state struct{ client *http.Client }

type server struct{ state atomic.Pointer[state] }

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	pass(w, s.state.Load().client, r.URL.Path)
}

var swapped, compared atomic.Pointer[http.Client]

func swap(w http.ResponseWriter, r *http.Request)    { pass(w, swapped.Load(), r.URL.Path) }
func compare(w http.ResponseWriter, r *http.Request) { pass(w, compared.Load(), r.URL.Path) }

func serve() error {
	current.Store(&http.Client{Transport: &http.Transport{}}) // want "MaxIdleConnsPerHost of Transport is not set"
	tuned.Store(&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}})
	old := swapped.Swap(&http.Client{Transport: &http.Transport{}}) // want "MaxIdleConnsPerHost of Transport is not set"

	compared.CompareAndSwap(old, &http.Client{Transport: &http.Transport{}}) // want "MaxIdleConnsPerHost of Transport is not set"
	s := &server{}
	s.state.Store(&state{&http.Client{Transport: &http.Transport{}}}) // want "MaxIdleConnsPerHost of Transport is not set"
	http.HandleFunc("/", load)
	http.HandleFunc("/tuned", loadTuned)
	http.HandleFunc("/swap", swap)
	http.HandleFunc("/compare", compare)
	http.Handle("/state", s)
	return http.ListenAndServe(":8080", nil)
}

var fetch = func(w io.Writer) { pass(w, http.DefaultClient, "/") } // want "http.DefaultClient keeps only two idle connections per host"

// Silent: the command line asks for one.
var commands = map[string]func(io.Writer){
	"get": func(w io.Writer) { pass(w, http.DefaultClient, "/get") },
}

func serveFetch() {
	commands["get"](io.Discard)
	http.HandleFunc("/fetch", func(w http.ResponseWriter, r *http.Request) { fetch(w) })
}

type doer func(*http.Request) (*http.Response, error)

func (d doer) RoundTrip(r *http.Request) (*http.Response, error) { return d(r) }

func named(next http.RoundTripper) http.RoundTripper {
	return doer(func(r *http.Request) (*http.Response, error) {
		r.Header.Set("User-Agent", "cells")
		return next.RoundTrip(r)
	})
}

var wrapped = &http.Client{Transport: named(&http.Transport{})} // want "MaxIdleConnsPerHost of http.Transport is not set"

func serveWrapped() {
	http.HandleFunc("/wrapped", func(w http.ResponseWriter, r *http.Request) { pass(w, wrapped, r.URL.Path) })
}
