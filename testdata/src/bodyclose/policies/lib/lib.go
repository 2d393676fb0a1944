// Package lib has interfaces, and what its own types do behind them.
package lib

import (
	"io"
	"net/http"
)

// A Policy judges answers. All of them only look.
type Policy interface {
	Again(resp *http.Response, err error) bool
}

type Never struct{}

func (Never) Again(*http.Response, error) bool { return false }

type Busy struct{ Code int }

func (b *Busy) Again(resp *http.Response, err error) bool {
	return err != nil || resp.StatusCode == b.Code
}

// A PolicyFunc is whatever its maker likes.
type PolicyFunc func(resp *http.Response, err error) bool

func (f PolicyFunc) Again(resp *http.Response, err error) bool { return f(resp, err) }

// A Sink takes answers. One of its types closes them.
type Sink interface {
	Take(resp *http.Response)
}

type Log struct{}

func (Log) Take(resp *http.Response) { println(resp.Status) }

type Discard struct{}

func (Discard) Take(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

// A Visitor has no types here.
type Visitor interface {
	Visit(resp *http.Response)
}
