package head

import (
	"errors"
	"net/http"
)

// Requests of an own type, which keep the method in a field.

type request struct {
	method, url string
	header      http.Header
}

func newRequest(method, url string) *request {
	r := &request{method: method, url: url}
	r.header = http.Header{}
	return r
}

func (r *request) do() (*http.Response, error) {
	req, err := http.NewRequest(r.method, r.url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Silent: a HEAD request.
func ownHead(url string) bool {
	resp, err := newRequest(http.MethodHead, url).do()
	return err == nil && resp.StatusCode == http.StatusOK
}

// Silent: a HEAD request.
func ownHeadLater(url string) bool {
	r := newRequest(http.MethodHead, url)
	r.header.Set("Accept", "*/*")
	resp, err := r.do()
	return err == nil && resp.StatusCode == http.StatusOK
}

func ownGet(url string) bool {
	resp, err := newRequest(http.MethodGet, url).do() // want "response body of resp is not closed"
	return err == nil && resp.StatusCode == http.StatusOK
}

func ownChanged(url string) bool {
	r := newRequest(http.MethodHead, url)
	r.method = http.MethodGet
	resp, err := r.do() // want "response body of resp is not closed"
	return err == nil && resp.StatusCode == http.StatusOK
}

func (r *request) with(method string) (*http.Response, error) {
	r.method = method
	return r.do()
}

// tried makes the request, or none.
func tried(method, url string) (*request, error) {
	if url == "" {
		return nil, errors.New("no address")
	}
	return &request{method: method, url: url}, nil
}

func ask(method, url string) (*http.Response, error) {
	r, err := tried(method, url)
	if err != nil {
		return nil, err
	}
	return r.do()
}

// Silent: a HEAD request, through functions between.
func askedHead(url string) bool {
	resp, err := ask(http.MethodHead, url)
	return err == nil && resp.StatusCode == http.StatusOK
}

func askedGet(url string) bool {
	resp, err := ask(http.MethodGet, url) // want "response body of resp is not closed"
	return err == nil && resp.StatusCode == http.StatusOK
}

// either makes one request or another.
func either(url string, full bool) *request {
	r := &request{url: url, method: http.MethodHead}
	if full {
		r.method = http.MethodGet
	}
	return r
}

func askedEither(url string, full bool) bool {
	resp, err := either(url, full).do() // want "response body of resp is not closed"
	return err == nil && resp.StatusCode == http.StatusOK
}

// Here a part of the request decides what its method is.

type kind int

const (
	whole kind = iota
	headOnly
)

type query struct {
	kind kind
	url  string
}

func (q *query) request() (*http.Request, error) {
	method := http.MethodGet
	if q.kind == headOnly {
		method = http.MethodHead
	}
	return http.NewRequest(method, q.url, nil)
}

func (q *query) send() (*http.Response, error) {
	req, err := q.request()
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "*/*")
	return http.DefaultClient.Do(req)
}

// Silent: a HEAD request.
func sentHead(url string) bool {
	resp, err := (&query{kind: headOnly, url: url}).send()
	return err == nil && resp.StatusCode == http.StatusOK
}

func sentWhole(url string) bool {
	resp, err := (&query{url: url}).send() // want "response body of resp is not closed"
	return err == nil && resp.StatusCode == http.StatusOK
}

func sentEither(url string, k kind) bool {
	resp, err := (&query{k, url}).send() // want "response body of resp is not closed"
	return err == nil && resp.StatusCode == http.StatusOK
}
