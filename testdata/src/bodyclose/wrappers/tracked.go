package wrappers

import (
	"io"
	"net/http"
)

// Here a function is given the body twice: as it is, and behind what closes it.

type tracker struct {
	body io.ReadCloser
	n    int
}

func (t *tracker) Read(p []byte) (int, error) {
	n, err := t.body.Read(p)
	t.n += n
	return n, err
}

func (t *tracker) Close() error { return t.body.Close() }

// like has a Write where the body has one, and closes the wrapper.
func like(wrapper, body io.ReadCloser) io.ReadCloser {
	w, ok := body.(io.Writer)
	if !ok {
		return struct{ io.ReadCloser }{wrapper}
	}
	return struct {
		io.ReadCloser
		io.Writer
	}{wrapper, w}
}

type tracking struct{ base http.RoundTripper }

// Silent: whoever closes the new body closes the old one.
func (t tracking) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	resp.Body = like(&tracker{body: resp.Body}, resp.Body)
	return resp, nil
}

type losing struct{ base http.RoundTripper }

func (t losing) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.base.RoundTrip(req) // want "response body of resp is not closed when it is overwritten at line 54"
	if err != nil {
		return nil, err
	}
	resp.Body = like(http.NoBody, resp.Body)
	return resp, nil
}
