// Package supplied fetches responses in function literals that generic helpers call.
package supplied

import (
	"encoding/json"
	"net/http"
	"time"

	"bodyclose/supplied/retry"
)

// decode closes the body where there is something to decode it into.
func decode(req *http.Request, out any) (*http.Response, error) {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if out != nil {
		defer func() { _ = resp.Body.Close() }()
		if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
			return resp, err
		}
	}
	return resp, nil
}

func retried(req *http.Request, out any) (*http.Response, error) {
	return retry.Do(func() (*http.Response, error) {
		resp, err := decode(req, out)
		if err != nil {
			return nil, err
		}
		return resp, nil
	}, time.Second)
}

// Silent: there is something to decode it into.
func decoded(req *http.Request) error {
	var v int
	_, err := retried(req, &v)
	return err
}

func undecoded(req *http.Request) error {
	_, err := retried(req, nil) // want "response body of retried is not closed"
	return err
}

// operation keeps the literal in a variable first.
func operation(req *http.Request, out any) (*http.Response, error) {
	op := func() (*http.Response, error) { return decode(req, out) }
	return retry.Do(op)
}

func operations(req *http.Request) {
	var v int
	_, _ = operation(req, &v)  // silent: decoded
	_, _ = operation(req, nil) // want "response body of operation is not closed"
}

func inPlace(req *http.Request, out any) (*http.Response, error) {
	op := func() (*http.Response, error) { return decode(req, out) }
	return op()
}

func inPlaces(req *http.Request) {
	var v int
	_, _ = inPlace(req, &v)  // silent: decoded
	_, _ = inPlace(req, nil) // want "response body of inPlace is not closed"
}

// Silent: the literal decides.
func here(req *http.Request) {
	var v int
	_, _ = retry.Do(func() (*http.Response, error) { return decode(req, &v) })
}

func hereOpen(req *http.Request) {
	_, _ = retry.Do(func() (*http.Response, error) { return decode(req, nil) }) // want "response body of retry.Do is not closed"
}

func leftOpen(req *http.Request) int {
	resp, err := retry.Do(func() (*http.Response, error) { return http.DefaultClient.Do(req) }) // want "response body of resp is not closed when the function returns at line 87"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: closed.
func closed(req *http.Request) int {
	resp, err := retry.Do(func() (*http.Response, error) { return http.DefaultClient.Do(req) })
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

func fetch() (*http.Response, error) { return http.Get("http://backend.internal") }

func named() {
	_, _ = retry.Do(fetch) // want "response body of retry.Do is not closed"
}

func forwardsNamed() (*http.Response, error) { return retry.Do(fetch) }

func namedBehind() {
	_, _ = forwardsNamed() // want "response body of forwardsNamed is not closed"
}

func fetchClosed() (*http.Response, error) {
	resp, err := fetch()
	if err == nil {
		_ = resp.Body.Close()
	}
	return resp, err
}

// Silent: closed by what is called.
func namedClosed() {
	_, _ = retry.Do(fetchClosed)
	_, _ = retry.Do(func() (*http.Response, error) { return fetchClosed() })
	_, _ = retry.First(fetchClosed, fetchClosed)
}

func first(req *http.Request) {
	_, _ = retry.First(fetch, fetch) // want "response body of retry.First is not closed"
}

func or(other *http.Response) int {
	resp := retry.Or(fetch, other) // want "response body of resp is not closed"
	return resp.StatusCode
}

func memo(m *retry.Memo[*http.Response]) {
	_, _ = m.Do(fetch) // want "response body of m.Do is not closed"
}

func swapped() {
	_, _ = retry.Swapped(func() (error, *http.Response) { // want "response body of retry.Swapped is not closed"
		resp, err := fetch()
		return err, resp
	})
}

func given(op func() (*http.Response, error)) {
	_, _ = retry.Do(op) // want "response body of retry.Do is not closed"
}
