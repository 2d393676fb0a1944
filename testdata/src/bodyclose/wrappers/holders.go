package wrappers

import (
	"bufio"
	"errors"
	"io"
	"net/http"
)

// trailed reads a body through the response that it keeps.
type trailed struct{ resp *http.Response }

func (t *trailed) Read(p []byte) (int, error) { return t.resp.Body.Read(p) }
func (t *trailed) Close() error               { return t.resp.Body.Close() }

// An answer has it behind an interface.
type answer struct {
	Output io.ReadCloser
	Error  error
}

func ask(c *http.Client, url string) (*answer, error) {
	resp, err := c.Get(url)
	if err != nil {
		return nil, err
	}
	a := &answer{Output: &trailed{resp}}
	if resp.StatusCode >= 400 {
		a.Error, a.Output = errors.New(resp.Status), nil
		resp.Body.Close()
	}
	return a, nil
}

// Silent: it closes what is in the field. The request is for this function to be looked at.
func closesField(c *http.Client, req *http.Request) (string, error) {
	a, err := ask(c, req.URL.String())
	if err != nil {
		return "", err
	}
	defer a.Output.Close()
	return bufio.NewReader(a.Output).ReadString('\n')
}

// tapped keeps a response as well, and leaves it open.
type tapped struct{ resp *http.Response }

func (t *tapped) Read(p []byte) (int, error) { return t.resp.Body.Read(p) }
func (t *tapped) Close() error               { return nil }

func askTapped(c *http.Client, url string) (*answer, error) {
	resp, err := c.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return nil, err
	}
	return &answer{Output: &tapped{resp}}, nil
}

// A failure keeps the response for who asks for it by its type.
type failure struct{ Resp *http.Response }

func (f *failure) Error() string { return f.Resp.Status }

type outcome struct{ Err error }

// Silent: an assertion to its type gets at what is behind the interface.
func try(c *http.Client, url string) (*outcome, error) {
	resp, err := c.Get(url)
	if err != nil {
		return nil, err
	}
	return &outcome{Err: &failure{resp}}, nil
}
