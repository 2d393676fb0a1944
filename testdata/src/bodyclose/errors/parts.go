package errors

import (
	"io"
	"net/http"
)

// An attempt has what a call returned.
type attempt struct {
	resp *http.Response
	err  error
}

func attempted(resp *http.Response, err error) attempt { return attempt{resp, err} }

// A try is the same for any type.
type try[T any] struct {
	val T
	err error
}

func tried[T any](v T, err error) try[T] { return try[T]{v, err} }

// Silent: the error is the call's own.
func silentAttempted(url string) ([]byte, error) {
	a := attempted(http.Get(url))
	if a.err != nil {
		return nil, a.err
	}
	defer a.resp.Body.Close()
	return io.ReadAll(a.resp.Body)
}

// Silent: the same.
func silentTried(url string) ([]byte, error) {
	a := tried(http.Get(url))
	if a.err != nil {
		return nil, a.err
	}
	defer a.val.Body.Close()
	return io.ReadAll(a.val.Body)
}

func attemptedOnly(url string) (int, error) {
	a := attempted(http.Get(url)) // want "response body of http.Get is not closed when the function returns at line 49"
	if a.err != nil {
		return 0, a.err
	}
	return a.resp.StatusCode, nil
}

// A maybe says whether there is a response.
type maybe struct {
	resp *http.Response
	ok   bool
}

func maybeGet(url string) maybe {
	resp, err := http.Get(url)
	if err != nil {
		return maybe{}
	}
	return maybe{resp, true}
}

// Silent: without ok there is none.
func silentMaybe(url string) []byte {
	m := maybeGet(url)
	if !m.ok {
		return nil
	}
	defer m.resp.Body.Close()
	b, _ := io.ReadAll(m.resp.Body)
	return b
}

func maybeOnly(url string) int {
	m := maybeGet(url) // want "response body of m is not closed when the function returns at line 82"
	if !m.ok {
		return 0
	}
	return m.resp.StatusCode
}

// spoken tells by a text whether it failed.
func spoken(url string) (resp *http.Response, code int, text string) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, 0, err.Error()
	}
	return resp, resp.StatusCode, ""
}

// Silent: with a text there is no response.
func silentSpoken(url string) []byte {
	resp, _, text := spoken(url)
	if text != "" {
		return nil
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	return b
}

// Silent: nor is there one with the status 0.
func silentCoded(url string) []byte {
	resp, code, _ := spoken(url)
	if code == 0 {
		return nil
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	return b
}

func coded(url string) []byte {
	resp, code, _ := spoken(url) // want "response body of resp is not closed when the function returns at line 119"
	if code == http.StatusNotFound {
		return nil
	}
	if resp == nil {
		return nil
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	return b
}
