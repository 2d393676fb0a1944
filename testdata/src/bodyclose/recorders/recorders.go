// Package recorders has responses that were never on a wire: httptest's recorder, and what is built on it.
package recorders

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func result(h http.Handler) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := w.Result()
	return resp.StatusCode // silent: recorded in memory
}

func resultChained(h http.Handler) string {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	return w.Result().Header.Get("Location") // silent: recorded in memory
}

func resultRead(h http.Handler) ([]byte, error) {
	w := &httptest.ResponseRecorder{Body: new(bytes.Buffer)}
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	return io.ReadAll(w.Result().Body) // silent: recorded in memory
}

func resultClosed(h http.Handler) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := w.Result()
	defer resp.Body.Close() // silent: needless, but no harm
	return resp.StatusCode
}

func resultDiscarded(w *httptest.ResponseRecorder) {
	_ = w.Result() // silent: recorded in memory
}

func resultByMethodValue(w *httptest.ResponseRecorder) int {
	get := w.Result
	return get().StatusCode // silent: recorded in memory
}

// Helpers.

func serve(h http.Handler, req *http.Request) *http.Response {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	return w.Result()
}

func serveOrError(h http.Handler, req *http.Request) (resp *http.Response, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("handler: %v", r)
		}
	}()
	resp = serve(h, req)
	return resp, nil
}

type suite struct {
	t   *testing.T
	h   http.Handler
	srv *httptest.Server
}

func (s *suite) do(method, path string) *http.Response {
	s.t.Helper()
	return serve(s.h, httptest.NewRequest(method, path, nil))
}

func (s *suite) doLive(method, path string) *http.Response {
	s.t.Helper()
	req, err := http.NewRequest(method, s.srv.URL+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	resp, err := s.srv.Client().Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	return resp
}

func (s *suite) doEither(method, path string, live bool) *http.Response {
	if live {
		return s.doLive(method, path)
	}
	return s.do(method, path)
}

func served(h http.Handler, req *http.Request) int {
	resp := serve(h, req)
	return resp.StatusCode // silent: the helper's was recorded
}

func servedOrError(h http.Handler, req *http.Request) int {
	resp, err := serveOrError(h, req)
	if err != nil {
		return 0
	}
	return resp.StatusCode // silent: the helper's was recorded
}

func testDone(s *suite) {
	if resp := s.do(http.MethodGet, "/"); resp.StatusCode != http.StatusOK { // silent: the method's was recorded
		s.t.Error(resp.Status)
	}
}

func testDoneLive(s *suite) {
	resp := s.doLive(http.MethodGet, "/") // want "response body of resp is not closed when the function returns at line 123"
	if resp.StatusCode != http.StatusOK {
		s.t.Error(resp.Status)
	}
}

func testDoneLiveCloses(s *suite) {
	resp := s.doLive(http.MethodGet, "/")
	defer resp.Body.Close() // silent: closed
	if resp.StatusCode != http.StatusOK {
		s.t.Error(resp.Status)
	}
}

func testDoneLiveChained(s *suite) {
	if got := s.doLive(http.MethodGet, "/").StatusCode; got != http.StatusOK { // want "response body of s.doLive is not closed"
		s.t.Error(got)
	}
}

func testDoneEither(s *suite, live bool) {
	resp := s.doEither(http.MethodGet, "/", live) // want "response body of resp is not closed"
	if resp.StatusCode != http.StatusOK {
		s.t.Error(resp.Status)
	}
}

// Fakes.

type roundTripFunc func(*http.Request) (*http.Response, error)

func (f roundTripFunc) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func fakeClient(status int, body string) *http.Client {
	return &http.Client{Transport: roundTripFunc(func(req *http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode: status,
			Header:     make(http.Header),
			Body:       io.NopCloser(strings.NewReader(body)),
			Request:    req,
		}, nil // silent: made in memory
	})}
}

func fakeResponse(status int) *http.Response {
	resp := &http.Response{StatusCode: status}
	resp.Body = io.NopCloser(strings.NewReader("{}"))
	return resp
}

func fakeByRecorder(status int, body string) *http.Response {
	w := httptest.NewRecorder()
	w.WriteHeader(status)
	_, _ = w.WriteString(body)
	return w.Result()
}

func usesFakes() int {
	a, b := fakeResponse(200), fakeByRecorder(404, "none")
	return a.StatusCode + b.StatusCode // silent: made in memory
}

func usesFakeFunction() int {
	get := func(string) (*http.Response, error) { return fakeResponse(200), nil }
	resp, err := get("http://nowhere")
	if err != nil {
		return 0
	}
	return resp.StatusCode // silent: the literal's was made in memory
}

func fakesByRoundTripper(h http.Handler) http.RoundTripper {
	return roundTripFunc(func(req *http.Request) (*http.Response, error) {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, req)
		resp := w.Result()
		resp.Request = req
		return resp, nil // silent: recorded in memory
	})
}

func fakeOrReal(u string, fake bool) (*http.Response, error) {
	if fake {
		return fakeResponse(200), nil
	}
	return http.Get(u)
}

func usesFakeOrReal(u string, fake bool) int {
	resp, err := fakeOrReal(u, fake) // want "response body of resp is not closed when the function returns at line 212"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func replacedByFake(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 221"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusTeapot {
		resp = fakeResponse(200)
	}
	return resp, nil
}

func replacedOnError(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		resp = fakeResponse(502) // silent: with the error there was none
	}
	return resp, nil
}

func server(t *testing.T, h http.Handler) {
	srv := httptest.NewServer(h)
	defer srv.Close()
	resp, err := srv.Client().Get(srv.URL) // want "response body of resp is not closed when the function returns at line 244"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
	}
}
