// Package closes builds a Transport for each call, and closes its idle connections or does not.
package closes

import (
	"io"
	"net/http"
	"time"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Silent: closed by defer.
func deferred(u string) error {
	tr := &http.Transport{}
	defer tr.CloseIdleConnections()
	return read((&http.Client{Transport: tr}).Get(u))
}

// Silent: closed through the client.
func throughClient(u string) error {
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	return read(client.Get(u))
}

// Silent: closed without defer.
func atTheEnd(u string) error {
	tr := &http.Transport{}
	err := read((&http.Client{Transport: tr}).Get(u))
	tr.CloseIdleConnections()
	return err
}

// Silent: closed in a deferred literal.
func inLiteral(u string) error {
	tr := &http.Transport{}
	client := &http.Client{Transport: tr}
	defer func() {
		tr.CloseIdleConnections()
	}()
	return read(client.Get(u))
}

// shutDown closes for others.
func shutDown(c *http.Client) {
	c.CloseIdleConnections()
}

// Silent: closed by a helper.
func byHelper(u string) error {
	client := &http.Client{Transport: &http.Transport{}}
	defer shutDown(client)
	return read(client.Get(u))
}

// Silent: closed through the type assertion.
func throughAssertion(u string) error {
	client := &http.Client{Transport: &http.Transport{}}
	defer client.Transport.(*http.Transport).CloseIdleConnections()
	return read(client.Get(u))
}

// Silent: closed in each round of the loop.
func inLoop(urls []string) {
	for _, u := range urls {
		tr := &http.Transport{}
		_ = read((&http.Client{Transport: tr}).Get(u))
		tr.CloseIdleConnections()
	}
}

// Silent: closed in the handler.
func inHandler(w http.ResponseWriter, r *http.Request) {
	tr := &http.Transport{ResponseHeaderTimeout: time.Second}
	defer tr.CloseIdleConnections()
	_ = read((&http.Client{Transport: tr}).Get("http://backend.internal"))
}

// session closes when it is closed.
type session struct{ tr *http.Transport }

func (s *session) Close() error {
	s.tr.CloseIdleConnections()
	return nil
}

func (s *session) get(u string) error {
	return read((&http.Client{Transport: s.tr}).Get(u))
}

// Silent: closed with the session.
func withSession(u string) error {
	s := &session{tr: &http.Transport{}}
	defer s.Close()
	return s.get(u)
}

func sessionLeftOpen(u string) error {
	s := &session{tr: &http.Transport{}} // want "http.Transport is built anew for each call"
	return s.get(u)
}

func otherTransport(u string) error {
	tr := &http.Transport{}    // want "http.Transport is built anew for each call.*line 114"
	other := &http.Transport{} // silent: nothing is sent through it
	defer other.CloseIdleConnections()
	return read((&http.Client{Transport: tr}).Get(u))
}

func defaultsClosed(u string) error {
	tr := &http.Transport{} // want "http.Transport is built anew for each call"
	client := &http.Client{Transport: tr}
	defer http.DefaultClient.CloseIdleConnections()
	return read(client.Get(u))
}

func bodyOnly(u string) error {
	client := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call.*line 126"
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// The timeout ends idle connections, but nothing is reused.
func timeoutOnly(u string) error {
	tr := &http.Transport{IdleConnTimeout: time.Second} // want "http.Transport is built anew for each call"
	return read((&http.Client{Transport: tr}).Get(u))
}

// tracing has no CloseIdleConnections for the client to call.
type tracing struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (t tracing) RoundTrip(req *http.Request) (*http.Response, error) {
	return t.next.RoundTrip(req)
}

// Silent: closed below the wrapper.
func belowWrapper(u string) error {
	tr := &http.Transport{}
	defer tr.CloseIdleConnections()
	return read((&http.Client{Transport: tracing{tr}}).Get(u))
}
