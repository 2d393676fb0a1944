// Package client fills responses that its callers make.
package client

import (
	"errors"
	"io"
	"net/http"
)

// Response is filled by Send.
type Response struct {
	resp *http.Response
	Code int
}

// Set puts the response in.
func (r *Response) Set(resp *http.Response) {
	r.resp = resp
	r.Code = resp.StatusCode
}

// Body is what the caller has to close.
func (r *Response) Body() io.ReadCloser { return r.resp.Body }

// Close closes it.
func (r *Response) Close() error { return r.resp.Body.Close() }

// Failed looks at the status.
func (r *Response) Failed() bool { return r.resp.StatusCode >= 400 }

// Send fills out.
func Send(req *http.Request, out *Response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	out.Set(resp)
	return nil
}

// SendChecked fills out, unless the status is one of an error.
func SendChecked(req *http.Request, out *Response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	out.Set(resp)
	if out.Failed() {
		out.Close()
		return errors.New(resp.Status)
	}
	return nil
}

// A Sender is had by one type, which fills.
type Sender interface {
	Send(req *http.Request, out *Response) error
}

type sender struct{ c *http.Client }

func (s *sender) Send(req *http.Request, out *Response) error {
	resp, err := s.c.Do(req)
	if err != nil {
		return err
	}
	out.Set(resp)
	return nil
}

// A Doer is had by two types, one of which closes what it gets.
type Doer interface {
	Do(req *http.Request, out *Response) error
}

type doer struct{ s sender }

func (d *doer) Do(req *http.Request, out *Response) error { return d.s.Send(req, out) }

type closer struct{ s sender }

func (c *closer) Do(req *http.Request, out *Response) error {
	resp, err := c.s.c.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	out.Code = resp.StatusCode
	return nil
}
