package condhelpers

import (
	"errors"
	"io"
	"net/http"
)

// Here what a pointer points to decides whether a helper closes.

func closeOnError(err *error, c io.Closer) {
	if *err != nil {
		c.Close()
	}
}

// Silent: closed with an error, handed on without.
func opened(url string) (_ io.ReadCloser, failed error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer closeOnError(&failed, resp.Body)
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

func openWithoutError(url string) (n int, failed error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 40"
	if err != nil {
		return 0, err
	}
	defer closeOnError(&failed, resp.Body)
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	return len(b), nil
}

func closeWithoutError(err *error, resp *http.Response) {
	if *err == nil {
		resp.Body.Close()
	}
}

func openWithError(url string) (n int, failed error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 57"
	if err != nil {
		return 0, err
	}
	defer closeWithoutError(&failed, resp)
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	return len(b), nil
}

// Silent: one of the two closes, whatever the error is.
func both(url string) (failed error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer closeOnError(&failed, resp.Body)
	defer closeWithoutError(&failed, resp)
	_, failed = io.Copy(io.Discard, resp.Body)
	return failed
}

func closeIf(really *bool, c io.Closer) {
	if *really {
		c.Close()
	}
}

// Silent: it says so.
func flagged(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	really := true
	closeIf(&really, resp.Body)
	return nil
}

func notFlagged(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	really := false
	closeIf(&really, resp.Body)
	return nil
}
