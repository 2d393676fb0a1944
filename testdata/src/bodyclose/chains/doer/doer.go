// Package doer has an interface no implementation of which closes what it hands on in the place of the next one.
package doer

import (
	"bytes"
	"io"
	"net/http"
)

// A Doer sends requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

type logging struct{ next Doer }

// Do looks at what the next one hands over.
func (l logging) Do(req *http.Request) (*http.Response, error) {
	resp, err := l.next.Do(req)
	if err == nil {
		println(resp.StatusCode)
	}
	return resp, err
}

// buffered is no Doer.
func buffered(d Doer, req *http.Request) (*http.Response, error) {
	resp, err := d.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

func status(d Doer, req *http.Request) (int, error) {
	resp, err := d.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: it is closed.
func statusBuffered(d Doer, req *http.Request) (int, error) {
	resp, err := buffered(d, req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
