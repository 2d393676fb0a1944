package overwrite

import (
	"bytes"
	"io"
	"net/http"

	"bodyclose/crosspkg/httputil2"
)

// buffer puts what it has read in the place of the body that it leaves open.
func buffer(resp *http.Response) ([]byte, error) {
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return data, nil
}

func bufferedAndReturned(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 26"
	if err != nil {
		return nil, err
	}
	if _, err := buffer(resp); err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

func bufferedAndClosed(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 39"
	if err != nil {
		return 0, err
	}
	defer func() { resp.Body.Close() }()
	data, err := buffer(resp)
	return len(data), err
}

// Silent: defer has taken the body before it is replaced.
func closeArrangedBeforeBuffering(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	data, err := buffer(resp)
	return len(data), err
}

// bufferClosed closes what it replaces.
func bufferClosed(resp *http.Response) error {
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return err
}

// Silent: there is nothing left to close.
func bufferedClosedAndReturned(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp, bufferClosed(resp)
}

// shorten puts a reader over the body in its place, whose Close does nothing.
func shorten(resp *http.Response, short bool) {
	if short {
		resp.Body = io.NopCloser(io.LimitReader(resp.Body, 1<<10))
	}
}

func shortened(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 83"
	if err != nil {
		return err
	}
	shorten(resp, true)
	return resp.Body.Close()
}

// Silent: it is not replaced here.
func notShortened(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	shorten(resp, false)
	return resp.Body.Close()
}

type counted struct {
	io.ReadCloser
	n int
}

// count puts something around the body that closes it.
func count(resp *http.Response) { resp.Body = &counted{ReadCloser: resp.Body} }

// Silent: what is closed closes the body.
func countedAndClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	count(resp)
	return resp.Body.Close()
}

func bufferedElsewhere(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 120"
	if err != nil {
		return err
	}
	httputil2.Buffer(resp)
	return resp.Body.Close()
}
