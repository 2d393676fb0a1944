package wrapfuncs

import (
	"bytes"
	"io"
	"log"
	"net/http"
	"time"
)

type logging struct{ next http.RoundTripper }

func (t logging) RoundTrip(req *http.Request) (*http.Response, error) {
	start := time.Now()
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		log.Println(req.URL, err)
		return nil, err
	}
	log.Println(req.URL, resp.Status, time.Since(start))
	return resp, nil // silent: the caller owns it
}

type loggingEither struct{ next http.RoundTripper }

func (t loggingEither) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	defer func(start time.Time) {
		if resp != nil {
			log.Println(resp.Status, time.Since(start))
		}
	}(time.Now())
	return t.next.RoundTrip(req) // silent: the deferred literal only looks, the caller owns it
}

type retrying struct{ next http.RoundTripper }

func (t retrying) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	for i := 0; i < 3 && (err != nil || resp.StatusCode >= 500); i++ {
		if resp != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
		resp, err = t.next.RoundTrip(req)
	}
	return resp, err // silent: each one is closed before the next
}

type retryingLeaks struct{ next http.RoundTripper }

func (t retryingLeaks) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req) // want "response body of resp is not closed when it is overwritten at line 54"
	if err == nil && resp.StatusCode == http.StatusServiceUnavailable {
		resp, err = t.next.RoundTrip(req)
	}
	return resp, err
}

type auth struct {
	next  http.RoundTripper
	token func(fresh bool) (string, error)
}

func (t *auth) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.try(req, false)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	resp.Body.Close() // silent: the refused one is closed before the second try
	return t.try(req, true)
}

func (t *auth) try(req *http.Request, fresh bool) (*http.Response, error) {
	token, err := t.token(fresh)
	if err != nil {
		return nil, err
	}
	again := req.Clone(req.Context())
	again.Header.Set("Authorization", "Bearer "+token)
	return t.next.RoundTrip(again)
}

type authLeaks struct{ auth }

func (t *authLeaks) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.try(req, false) // want "response body of resp is not closed when the function returns at line 91"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		return t.try(req, true)
	}
	return resp, nil
}

type authLeaksOnTokenError struct{ auth }

func (t *authLeaksOnTokenError) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req) // want "response body of resp is not closed when the function returns at line 104"
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	if _, err := t.token(true); err != nil {
		return nil, err
	}
	resp.Body.Close()
	return t.next.RoundTrip(req)
}

type authKeepsRefusal struct{ auth }

func (t *authKeepsRefusal) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	second, err := t.try(req, true)
	if err != nil {
		return resp, nil // silent: the refusal itself is returned
	}
	resp.Body.Close()
	return second, nil
}

type caching struct {
	next  http.RoundTripper
	store map[string][]byte
}

func (t *caching) RoundTrip(req *http.Request) (*http.Response, error) {
	if b, ok := t.store[req.URL.String()]; ok {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(bytes.NewReader(b)), Request: req}, nil
	}
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	t.store[req.URL.String()] = b
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil // silent: the defer took hold of the first body
}

type cachingLeaks struct{ caching }

func (t *cachingLeaks) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	defer resp.Body.Close()
	return resp, nil
}

type counted struct {
	io.ReadCloser
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.n += int64(n)
	return n, err
}

type counting struct{ next http.RoundTripper }

func (t counting) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	resp.Body = &counted{ReadCloser: resp.Body}
	return resp, nil // silent: the new body closes the old one
}

type stripping struct{ next http.RoundTripper }

func (t stripping) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	resp.Body = http.NoBody
	return resp, nil
}

type roundTripFunc func(*http.Request) (*http.Response, error)

func (f roundTripFunc) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func chain(next http.RoundTripper) http.RoundTripper {
	return roundTripFunc(func(req *http.Request) (*http.Response, error) {
		resp, err := next.RoundTrip(req)
		if err != nil {
			return nil, err
		}
		resp.Header.Del("Set-Cookie")
		return resp, nil // silent: the caller owns it
	})
}

func chainLeaks(next http.RoundTripper) http.RoundTripper {
	return roundTripFunc(func(req *http.Request) (*http.Response, error) {
		resp, err := next.RoundTrip(req) // want "response body of resp is not closed when the function returns at line 219"
		if err != nil {
			return nil, err
		}
		if resp.Header.Get("X-Stop") != "" {
			return nil, http.ErrAbortHandler
		}
		return resp, nil
	})
}

type fallback struct{ first, second http.RoundTripper }

func (t fallback) RoundTrip(req *http.Request) (*http.Response, error) {
	if resp, err := t.first.RoundTrip(req); err == nil {
		return resp, nil // silent: with an error there is nothing to close
	}
	return t.second.RoundTrip(req)
}

type fallbackOnStatusLeaks struct{ first, second http.RoundTripper }

func (t fallbackOnStatusLeaks) RoundTrip(req *http.Request) (*http.Response, error) {
	if resp, err := t.first.RoundTrip(req); err == nil && resp.StatusCode == http.StatusOK { // want "response body of resp is not closed when the function returns at line 240"
		return resp, nil
	}
	return t.second.RoundTrip(req)
}
