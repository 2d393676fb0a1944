package wrappers

import (
	"io"
	"net/http"
)

// A joined body reads something else first, and keeps the function that closes it.
type joined struct {
	r     io.Reader
	close func() error
}

func (j *joined) Read(p []byte) (int, error) { return j.r.Read(p) }
func (j *joined) Close() error               { return j.close() }

func join(head io.Reader, rc io.ReadCloser) *joined {
	return &joined{r: io.MultiReader(head, rc), close: rc.Close}
}

func tryJoin(head io.Reader, rc io.ReadCloser) (*joined, error) {
	return &joined{r: io.MultiReader(head, rc), close: rc.Close}, nil
}

// Silent: whoever closes the new body closes the old one.
func joinsBody(req *http.Request, head io.Reader) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err == nil {
		resp.Body = join(head, resp.Body)
	}
	return resp, err
}

// Silent: the same.
func triesToJoinBody(req *http.Request, head io.Reader) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	resp.Body, err = tryJoin(head, resp.Body)
	return resp, err
}

// A hoarding body keeps that function and does not call it.
type hoarding struct {
	r     io.Reader
	close func() error
}

func (h *hoarding) Read(p []byte) (int, error) { return h.r.Read(p) }
func (h *hoarding) Close() error               { return nil }

func hoard(head io.Reader, rc io.ReadCloser) *hoarding {
	return &hoarding{r: io.MultiReader(head, rc), close: rc.Close}
}

func hoardsBody(req *http.Request, head io.Reader) (*http.Response, error) {
	resp, err := http.DefaultTransport.RoundTrip(req) // want "response body of resp is not closed when it is overwritten at line 62"
	if err != nil {
		return nil, err
	}
	resp.Body = hoard(head, resp.Body)
	return resp, nil
}
