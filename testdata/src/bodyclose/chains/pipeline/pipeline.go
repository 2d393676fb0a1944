// Package pipeline sends requests through a chain of policies, each of which calls the next one.
package pipeline

import (
	"errors"
	"net/http"
)

// A Policy is a link of the chain.
type Policy interface {
	Do(*Request) (*http.Response, error)
}

// A PolicyFunc is a function that is a policy.
type PolicyFunc func(*Request) (*http.Response, error)

// Do calls the function.
func (f PolicyFunc) Do(r *Request) (*http.Response, error) { return f(r) }

// A Request is on its way through the chain.
type Request struct {
	Raw  *http.Request
	rest []Policy
}

// Next sends the request on.
func (r *Request) Next() (*http.Response, error) {
	if len(r.rest) == 0 {
		return nil, errors.New("no more policies")
	}
	next := r.rest[0]
	sent := *r
	sent.rest = sent.rest[1:]
	return next.Do(&sent)
}

// A Pipeline is a chain.
type Pipeline struct{ policies []Policy }

type transport struct{ client *http.Client }

func (t transport) Do(r *Request) (*http.Response, error) { return t.client.Do(r.Raw) }

// New makes a chain of the policies, and of one that sends the request.
func New(c *http.Client, policies ...Policy) Pipeline {
	return Pipeline{append(policies, transport{c})}
}

// Do sends a request through the chain.
func (p Pipeline) Do(r *Request) (*http.Response, error) {
	r.rest = p.policies
	return r.Next()
}
