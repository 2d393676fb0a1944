package wrappers

import (
	"bufio"
	"io"
	"net/http"
)

// deferredOfAnother closes the first body through a struct in an interface that a function literal has. The second one is
// left open behind it.
func deferredOfAnother(a, b string) (int, error) {
	first, err := http.Get(a)
	if err != nil {
		return 0, err
	}
	var body io.ReadCloser = struct {
		io.Reader
		io.Closer
	}{bufio.NewReader(first.Body), first.Body}
	defer func() { body.Close() }()
	second, err := http.Get(b) // want "response body of second is not closed"
	if err != nil {
		return 0, err
	}
	return second.StatusCode, nil
}

// Silent: both have one.
func deferredOfBoth(a, b string) (int, error) {
	first, err := http.Get(a)
	if err != nil {
		return 0, err
	}
	var body io.ReadCloser = struct {
		io.Reader
		io.Closer
	}{bufio.NewReader(first.Body), first.Body}
	defer func() { body.Close() }()
	second, err := http.Get(b)
	if err != nil {
		return 0, err
	}
	defer func() { second.Body.Close() }()
	return second.StatusCode, nil
}
