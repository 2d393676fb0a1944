package eof

import (
	"bufio"
	"io"
	"net/http"
)

// startInto lets its caller read the body by a reader of its own.
func startInto(url string, into **bufio.Reader) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	*into = bufio.NewReader(resp.Body)
	return resp, nil
}

func readsWhatWasPut(url string) ([]byte, error) {
	var r *bufio.Reader
	resp, err := startInto(url, &r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(r)
}

func startIntoAny(url string, into any) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if r, ok := into.(**bufio.Reader); ok {
		*r = bufio.NewReader(resp.Body)
	}
	return resp, nil
}

func readsWhatWasPutInAny(url string) ([]byte, error) {
	var r *bufio.Reader
	resp, err := startIntoAny(url, &r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(r)
}

// startLimitedInto lets its caller read a part only.
func startLimitedInto(url string, into *io.Reader) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	*into = io.LimitReader(resp.Body, 10)
	return resp, nil
}

func readsThePart(url string) ([]byte, error) {
	var r io.Reader
	resp, err := startLimitedInto(url, &r) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(r)
}
