// Package lib has interfaces that others call.
package lib

import (
	"io"
	"net/http"
)

// Sender closes what it returns: all that it is here do.
type Sender interface {
	Send(u string) (*http.Response, error)
}

// HTTP is the one Sender.
type HTTP struct{ Client *http.Client }

func (h HTTP) Send(u string) (*http.Response, error) {
	resp, err := h.Client.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp, err
}

// Opener does not.
type Opener interface {
	Open(u string) (*http.Response, error)
}

// Plain is the one Opener.
type Plain struct{}

func (Plain) Open(u string) (*http.Response, error) { return http.Get(u) }

// Unknown is what nothing here is.
type Unknown interface {
	Ask(u string) (*http.Response, error)
}
