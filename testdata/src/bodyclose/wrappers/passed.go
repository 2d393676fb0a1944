package wrappers

import (
	"io"
	"net/http"
)

// A page hides its response.
type page struct{ resp *http.Response }

func openPage(url string) (*page, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &page{resp: resp}, nil
}

func (p *page) Close() error { return p.resp.Body.Close() }

func (p *page) String() string { return p.resp.Status }

func closePassed(c io.Closer) { _ = c.Close() }

func describePassed(s interface{ String() string }) string { return s.String() }

// Silent: closing what holds the response closes its body.
func silentPassed(url string) error {
	p, err := openPage(url)
	if err != nil {
		return err
	}
	defer closePassed(p)
	return nil
}

func silentAsCloser(url string) error {
	p, err := openPage(url)
	if err != nil {
		return err
	}
	var c io.Closer = p
	return c.Close()
}

// Reported: nothing closes it.
func reportedPassed(url string) (string, error) {
	p, err := openPage(url) // want `response body of p is not closed`
	if err != nil {
		return "", err
	}
	return describePassed(p), nil
}

type state struct{ closed bool }

// A report has its flag from a struct that is a part of it.
type report struct {
	state
	body io.ReadCloser
}

func openReport(url string) (*report, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &report{body: resp.Body}, nil
}

func (r *report) Read(p []byte) (int, error) {
	n, err := r.body.Read(p)
	if err != nil {
		_ = r.Close()
	}
	return n, err
}

func (r *report) Close() error {
	if r.closed {
		return nil
	}
	r.closed = true
	return r.body.Close()
}

// Silent: whatever was read, Close closes what is open still.
func silentReport(url string) ([]byte, error) {
	r, err := openReport(url)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	p := make([]byte, 1)
	_, err = r.Read(p)
	return p, err
}
