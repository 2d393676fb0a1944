// Package server is what the programs talk to: a small HTTP server on loopback,
// one for each run of a program.
package server

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"
)

// Options say what a server is like.
type Options struct {
	Authority *Authority // with it the server speaks TLS
	HTTP2     bool
	Latency   time.Duration // how much later it hears of each new connection
}

// A Server answers on a port of its own.
type Server struct {
	Addr netip.AddrPort
	URL  string // without a slash at its end

	srv      http.Server
	ended    chan struct{}
	requests atomic.Int64

	mu       sync.Mutex
	watchers []func(net.Conn, http.ConnState)
	open     map[net.Conn]bool
	accepted int
}

// Start starts a server on a port of 127.0.0.1 that is free.
func Start(opts Options) (*Server, error) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("no port to listen on: %w", err)
	}
	s := &Server{
		Addr:  l.Addr().(*net.TCPAddr).AddrPort(),
		ended: make(chan struct{}),
		open:  make(map[net.Conn]bool),
	}
	s.URL = "http://" + s.Addr.String()
	s.srv.Handler = s.handler()
	s.srv.ConnState = s.changed
	s.srv.ErrorLog = log.New(io.Discard, "", 0) // clients that break off are part of the show
	s.srv.Protocols = new(http.Protocols)
	s.srv.Protocols.SetHTTP1(true)
	if opts.Latency > 0 {
		l = &distant{l, opts.Latency}
	}
	serve := s.srv.Serve
	if opts.Authority != nil {
		s.URL = "https://" + s.Addr.String()
		s.srv.Protocols.SetHTTP2(opts.HTTP2)
		s.srv.TLSConfig = opts.Authority.config()
		serve = func(l net.Listener) error { return s.srv.ServeTLS(l, "", "") }
	}
	go func() {
		defer close(s.ended)
		// It ends with ErrServerClosed; whatever else stops it fails the program.
		_ = serve(l)
	}()
	return s, nil
}

// Watch has f called whenever a connection changes its state.
func (s *Server) Watch(f func(net.Conn, http.ConnState)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.watchers = append(s.watchers, f)
}

// changed keeps count of the connections and tells those who watch.
func (s *Server) changed(c net.Conn, state http.ConnState) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch state {
	case http.StateNew:
		s.accepted++
		s.open[c] = true
	case http.StateClosed, http.StateHijacked:
		delete(s.open, c)
	}
	for _, f := range s.watchers {
		f(c, state)
	}
}

// Requests is how many requests arrived.
func (s *Server) Requests() int { return int(s.requests.Load()) }

// Settle waits until all connections are closed and no new one has come for a
// little while, or until the limit is over.
func (s *Server) Settle(limit time.Duration) {
	const quiet, tick = 20 * time.Millisecond, 2 * time.Millisecond
	var before int
	since := time.Now()
	for end := since.Add(limit); time.Now().Before(end); time.Sleep(tick) {
		s.mu.Lock()
		open, accepted := len(s.open), s.accepted
		s.mu.Unlock()
		if open > 0 || accepted != before {
			before, since = accepted, time.Now()
		} else if time.Since(since) >= quiet {
			return
		}
	}
}

// Close ends the server and its connections.
func (s *Server) Close() {
	_ = s.srv.Close() // there is nobody left whom an error could matter to
	<-s.ended
}
