package unread

import (
	"io"
	"net/http"
)

// An inspector looks at answers. All that there are only look.
type inspector interface {
	inspect(resp *http.Response) bool
}

type byStatus struct{}

func (byStatus) inspect(resp *http.Response) bool { return resp.StatusCode < 400 }

type byHeader struct{ name string }

func (h *byHeader) inspect(resp *http.Response) bool { return resp.Header.Get(h.name) != "" }

func reportedInspected(i inspector, u string) (bool, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 27"
	if err != nil {
		return false, err
	}
	ok := i.inspect(resp)
	resp.Body.Close()
	return ok, nil
}

// A sink takes what there is.
type sink interface {
	take(resp *http.Response) error
}

type nowhere struct{}

func (nowhere) take(resp *http.Response) error {
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}

func silentTaken(s sink, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	err = s.take(resp)
	resp.Body.Close()
	return err
}

// A policy holds its function in a field.
type policy struct {
	retry func(resp *http.Response) bool
	drain func(resp *http.Response)
}

var standard = policy{
	retry: func(resp *http.Response) bool { return resp.StatusCode >= 500 },
	drain: func(resp *http.Response) { _, _ = io.Copy(io.Discard, resp.Body) },
}

func reportedField(p *policy, u string) (bool, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 70"
	if err != nil {
		return false, err
	}
	again := p.retry(resp)
	resp.Body.Close()
	return again, nil
}

func silentField(p *policy, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	p.drain(resp)
	return resp.Body.Close()
}
