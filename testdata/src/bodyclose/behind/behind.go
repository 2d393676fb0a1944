// Package behind fetches by interfaces, of which all types that have them are in view.
package behind

import (
	"io"
	"net/http"
	"strings"

	"bodyclose/behind/lib"
)

// A sender closes the response's body, whichever it is.
type sender interface {
	send(u string) (*http.Response, error)
}

type direct struct{ client *http.Client }

func (d *direct) send(u string) (*http.Response, error) {
	resp, err := d.client.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp, err
}

// twice sends by another one.
type twice struct{ next sender }

func (t twice) send(u string) (*http.Response, error) {
	if resp, err := t.next.send(u); err == nil {
		return resp, nil
	}
	return t.next.send(u)
}

func silentStatus(s sender, u string) (int, error) {
	resp, err := s.send(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A getter may be one that leaves the body to its caller.
type getter interface {
	get(u string) (*http.Response, error)
}

type closing struct{}

func (closing) get(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err == nil {
		resp.Body.Close()
	}
	return resp, err
}

type leaving struct{}

func (leaving) get(u string) (*http.Response, error) { return http.Get(u) }

func reportedOneLeaves(g getter, u string) (int, error) {
	resp, err := g.get(u) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A doer is whatever has it: of those in view, one that makes its answers up.
type doer interface {
	Do(req *http.Request) (*http.Response, error)
}

type canned struct{}

func (canned) Do(req *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader("ok")), Request: req}, nil
}

func reportedCanned(d doer, req *http.Request) (int, error) {
	resp, err := d.Do(req) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A hook is a func behind an interface.
type hook interface {
	call(u string) (*http.Response, error)
}

type hookFunc func(u string) (*http.Response, error)

func (f hookFunc) call(u string) (*http.Response, error) { return f(u) }

func reportedHook(h hook, u string) (int, error) {
	resp, err := h.call(u) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func silentOfOther(s lib.Sender, u string) (int, error) {
	resp, err := s.Send(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func reportedOfOther(o lib.Opener, u string) (int, error) {
	resp, err := o.Open(u) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func reportedUnknown(a lib.Unknown, u string) (int, error) {
	resp, err := a.Ask(u) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
