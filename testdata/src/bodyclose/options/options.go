// Package options has callees that close or not as an option says, and callers that set it.
package options

import (
	"io"
	"net/http"
)

type opts struct {
	Method     string
	Path       string
	NoResponse bool
	Verbose    bool
}

type api struct{ c *http.Client }

// call closes the body itself if it is told that nobody wants it.
func (a *api) call(o *opts) (*http.Response, error) {
	req, err := http.NewRequest(o.Method, o.Path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := a.c.Do(req)
	if err != nil {
		return nil, err
	}
	if o.Verbose {
		println(resp.Status)
	}
	if o.NoResponse {
		_, err := io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return resp, err
	}
	return resp, nil
}

// Silent: the option makes the callee close.
func noResponseWanted(a *api) error {
	_, err := a.call(&opts{Method: "DELETE", NoResponse: true})
	return err
}

// Silent: set after the literal.
func noResponseSetLater(a *api) error {
	o := opts{Method: "DELETE"}
	o.NoResponse = true
	_, err := a.call(&o)
	return err
}

func optionForgotten(a *api) error {
	resp, err := a.call(&opts{Method: "PUT"}) // want "response body of resp is not closed when the function returns at line 59"
	if err != nil {
		return err
	}
	println(resp.Status)
	return nil
}

// Silent: whether it is closed already hangs on what the caller was given.
func optionUnknown(a *api, o *opts) error {
	_, err := a.call(o)
	return err
}

// Silent: the method comes through the option, and HEAD has no body.
func headByOption(a *api) error {
	_, err := a.call(&opts{Method: "HEAD"})
	return err
}

func newRequest(method, u string) (*http.Request, error) {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("A", "b")
	return req, nil
}

// Silent: the request is made elsewhere, but its method is known.
func headByConstructor(c *http.Client, u string) error {
	req, err := newRequest(http.MethodHead, u)
	if err != nil {
		return err
	}
	_, err = c.Do(req)
	return err
}

func getByConstructor(c *http.Client, u string) error {
	req, err := newRequest(http.MethodGet, u)
	if err != nil {
		return err
	}
	_, err = c.Do(req) // want "response body of c.Do is not closed: the response is discarded"
	return err
}

type logger interface{ Log(*http.Response) }

// loggedAndClosed hands the response to somebody unknown on the way, and closes it all the same.
func loggedAndClosed(l logger, u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	l.Log(resp)
	return resp, nil
}

// Silent: closed by the callee.
func callsLoggedAndClosed(l logger, u string) int {
	resp, err := loggedAndClosed(l, u)
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: no body comes with a 304.
func notModified(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusNotModified {
		return 304, nil
	}
	return 200, resp.Body.Close()
}

func notFound(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 142"
	if err != nil {
		return 0, err
	}
	if resp.StatusCode == http.StatusNotFound {
		return 404, nil
	}
	return 200, resp.Body.Close()
}

// Silent: a body with a function beside it is closed with the wrapper.
type watched struct {
	OnEOF func()
	R     io.ReadCloser
}

func (w *watched) Read(p []byte) (int, error) { return w.R.Read(p) }
func (w *watched) Close() error               { return w.R.Close() }

func wrappedWithLiteral(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	resp.Body = &watched{R: resp.Body, OnEOF: func() { println(resp.Status) }}
	return resp, nil
}

// many has more conditions than a walk could keep apart, were it to remember each.
type many struct{ A, B, C, D, E, F, G, H, I, J, K, L string }

func (m many) do(c *http.Client, req *http.Request) (int, error) {
	for _, v := range []*string{&m.A} {
		_ = v
	}
	if m.A != "" {
		req.Header.Set("a", m.A)
	}
	if m.B != "" {
		req.Header.Set("b", m.B)
	}
	if m.C != "" {
		req.Header.Set("c", m.C)
	}
	if m.D != "" {
		req.Header.Set("d", m.D)
	}
	if m.E != "" {
		req.Header.Set("e", m.E)
	}
	if m.F != "" {
		req.Header.Set("f", m.F)
	}
	if m.G != "" {
		req.Header.Set("g", m.G)
	}
	if m.H != "" {
		req.Header.Set("h", m.H)
	}
	if m.I != "" {
		req.Header.Set("i", m.I)
	}
	if m.J != "" {
		req.Header.Set("j", m.J)
	}
	if m.K != "" {
		req.Header.Set("k", m.K)
	}
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
