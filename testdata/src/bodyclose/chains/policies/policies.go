// Package policies has what most chains are made of.
package policies

import (
	"bytes"
	"io"
	"net/http"

	"bodyclose/chains/pipeline"
)

// Standard returns the chain that clients have.
func Standard(c *http.Client) pipeline.Pipeline {
	return pipeline.New(c, retry{3}, pipeline.PolicyFunc(download))
}

// download reads the body, which is closed from there on.
func download(r *pipeline.Request) (*http.Response, error) {
	resp, err := r.Next()
	if err != nil {
		return nil, err
	}
	if r.Raw.Header.Get("Stream") != "" {
		return resp, nil
	}
	return resp, Buffer(resp)
}

// Buffer puts a copy in the place of the body, and closes it.
func Buffer(resp *http.Response) error {
	b, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return nil
}

type retry struct{ times int }

// Do tries again: what it throws away it closes, without putting anything in its place.
func (p retry) Do(r *pipeline.Request) (resp *http.Response, err error) {
	for range p.times {
		resp, err = r.Next()
		if err != nil || resp.StatusCode < 500 {
			return resp, err
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	return resp, err
}

// Retry returns a policy that tries again.
func Retry(times int) pipeline.Policy { return retry{times} }

// Silent: it is the next in the chain, which may have closed it.
func header(r *pipeline.Request) (string, error) {
	resp, err := r.Next()
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Etag"), nil
}
