// Package policies hands responses to methods and functions of which only the possible ones are known.
package policies

import (
	"io"
	"log"
	"net/http"

	"bodyclose/policies/lib"
)

// A retrier says whether to try again. All that there are only look.
type retrier interface {
	retry(n int, resp *http.Response, err error) bool
}

type stop struct{}

func (stop) retry(int, *http.Response, error) bool { return false }

type backoff struct{ codes []int }

func (b *backoff) retry(n int, resp *http.Response, err error) bool {
	for _, code := range b.codes {
		if err == nil && resp.StatusCode == code {
			return n < 3
		}
	}
	return false
}

type both struct{ first, second retrier }

func (b both) retry(n int, resp *http.Response, err error) bool {
	return b.first.retry(n, resp, err) || b.second.retry(n, resp, err)
}

func reportedRetrier(r retrier, url string) (*http.Response, error) {
	for n := 0; ; n++ {
		resp, err := http.Get(url) // want `response body of resp is not closed when the loop goes round at line`
		if err != nil {
			return nil, err
		}
		if !r.retry(n, resp, err) {
			return resp, nil
		}
	}
}

func silentRetrier(r retrier, url string) (*http.Response, error) {
	for n := 0; ; n++ {
		resp, err := http.Get(url)
		if err != nil {
			return nil, err
		}
		if !r.retry(n, resp, err) {
			return resp, nil
		}
		resp.Body.Close()
	}
}

// A finisher ends with an answer. One of them closes it.
type finisher interface {
	finish(resp *http.Response)
}

type closer struct{}

func (closer) finish(resp *http.Response) { resp.Body.Close() }

type looker struct{}

func (looker) finish(resp *http.Response) { log.Print(resp.Status) }

func silentFinisher(f finisher, url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	f.finish(resp)
}

// A keeper has a type that hands on what it is given.
type keeper interface {
	keep(resp *http.Response)
}

type queue struct{ c chan *http.Response }

func (q queue) keep(resp *http.Response) { q.c <- resp }

func silentKeeper(k keeper, url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	k.keep(resp)
}

func reportedElsewhere(p lib.Policy, url string) bool {
	resp, err := http.Get(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return false
	}
	return p.Again(resp, err)
}

func silentElsewhere(s lib.Sink, v lib.Visitor, url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	s.Take(resp)
	if resp, err = http.Get(url); err != nil {
		return
	}
	v.Visit(resp)
}

// A decoder reads a body. All that there are leave it open.
type decoder interface {
	decode(r io.Reader) (string, error)
}

type text struct{}

func (text) decode(r io.Reader) (string, error) {
	b, err := io.ReadAll(r)
	return string(b), err
}

func silentDecoderOfReader(d decoder, url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return d.decode(resp.Body)
}

// A client has functions in its fields.
type client struct {
	check  func(resp *http.Response) bool
	report func(resp *http.Response)
	custom func(resp *http.Response)
	unset  func(resp *http.Response)
}

func ok(resp *http.Response) bool { return resp.StatusCode < 300 }

var busy = func(resp *http.Response) bool { return resp.StatusCode == http.StatusTooManyRequests }

func atLeast(code int) func(resp *http.Response) bool {
	return func(resp *http.Response) bool { return resp.StatusCode >= code }
}

func newClient(custom func(resp *http.Response)) *client {
	c := &client{check: ok, report: func(resp *http.Response) { resp.Body.Close() }, custom: custom}
	if custom == nil {
		c.check = busy
	}
	return c
}

func (c *client) strict() { c.check = atLeast(400) }

func (c *client) reportedCheck(url string) bool {
	resp, err := http.Get(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return false
	}
	return c.check(resp)
}

func (c *client) silentCheck(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return c.check(resp)
}

func (c *client) silentReport(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	c.report(resp)
}

func (c *client) silentCustom(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	c.custom(resp)
}

func (c *client) silentUnset(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	c.unset(resp)
}

// A hook is put into by whoever has its address.
type hook struct{ f func(resp *http.Response) }

func (h *hook) addr() *func(resp *http.Response) { return &h.f }

func newHook() *hook { return &hook{func(*http.Response) {}} }

func silentAddress(h *hook, url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	h.f(resp)
}
