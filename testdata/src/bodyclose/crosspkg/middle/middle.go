// Package middle stands between httputil2 and the programs: what it does, it leaves to httputil2.
package middle

import (
	"io"
	"net/http"

	"bodyclose/crosspkg/httputil2"
)

// Client is a client with its helpers as methods.
type Client struct {
	HTTP   *http.Client
	closer httputil2.Closer
}

// Finish closes two packages down.
func Finish(resp *http.Response) { httputil2.DrainAndClose(resp.Body) }

// Look looks two packages down.
func Look(resp *http.Response) error { return httputil2.Check(resp) }

// Verify closes when it returns an error.
func Verify(resp *http.Response) error {
	if err := httputil2.CheckAndClose(resp); err != nil {
		return err
	}
	return nil
}

// CloseFirst closes the first and keeps its hands off the second.
func CloseFirst(first, second io.Closer) { httputil2.CloseBody(first) }

// Do returns the response open.
func (c *Client) Do(req *http.Request) (*http.Response, error) {
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	if err := Verify(resp); err != nil {
		return nil, err // silent: Verify closed it
	}
	return resp, nil
}

// Get returns the response open.
func (c *Client) Get(u string) (*http.Response, error) { return httputil2.Fetch(c.HTTP, u) }

// Buffered returns the response with its body in memory.
func (c *Client) Buffered(u string) (*http.Response, error) {
	return httputil2.FetchBuffered(c.HTTP, u)
}

// Closed returns the response for its headers.
func (c *Client) Closed(u string) (*http.Response, error) { return httputil2.FetchClosed(c.HTTP, u) }

// Release closes.
func (c *Client) Release(resp *http.Response) { c.closer.Done(resp) }

// Watch only looks.
func (c *Client) Watch(resp *http.Response) { c.closer.Seen(resp) }

// Ping leaks what it fetched.
func (c *Client) Ping(u string) error {
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return Look(resp)
}

// Result carries a response out.
type Result struct {
	resp *http.Response
}

// Fetch returns a Result that its caller closes.
func (c *Client) Fetch(u string) (*Result, error) {
	resp, err := c.Get(u)
	if err != nil {
		return nil, err
	}
	return &Result{resp: resp}, nil // silent: carried out
}

// Response returns the response that r carries.
func (r *Result) Response() *http.Response { return r.resp }

// Close closes what r carries.
func (r *Result) Close() error { return r.resp.Body.Close() }
