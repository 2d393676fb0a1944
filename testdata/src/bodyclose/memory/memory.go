// Package memory holds responses that are built in memory, where a close has
// nothing to release, next to real ones.
package memory

import (
	"bytes"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// doerFunc is a client made of a function.
type doerFunc func(*http.Request) (*http.Response, error)

// Do calls the function.
func (f doerFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }

// canned builds a response in memory.
func canned(body string) *http.Response {
	return &http.Response{
		StatusCode: http.StatusOK,
		Header:     make(http.Header),
		Body:       io.NopCloser(strings.NewReader(body)),
	}
}

// cannedOrError builds a response in memory, or none.
func cannedOrError(body string) (*http.Response, error) {
	if body == "" {
		return nil, errors.New("empty")
	}
	resp := &http.Response{StatusCode: http.StatusOK}
	resp.Body = io.NopCloser(bytes.NewBufferString(body))
	return resp, nil
}

// empty has a body that is none.
func empty(code int) *http.Response {
	return &http.Response{StatusCode: code, Body: http.NoBody}
}

// bodiless has no body at all.
func bodiless(code int) (*http.Response, error) {
	return &http.Response{StatusCode: code}, nil
}

// cannedOrReal is a real response for some addresses.
func cannedOrReal(u string) (*http.Response, error) {
	if strings.HasPrefix(u, "mem:") {
		return canned(u), nil
	}
	return http.Get(u)
}

// Silent: a literal is no call.
func literalNeverClosed() int {
	resp := &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("x"))}
	return resp.StatusCode
}

// Silent: nor is new.
func newNeverClosed() int {
	resp := new(http.Response)
	resp.StatusCode = http.StatusTeapot
	return resp.StatusCode
}

// Silent: the callee builds it in memory.
func cannedNeverClosed() int {
	resp := canned("x")
	return resp.StatusCode
}

// Silent: the callee builds it in memory, so dropping it loses nothing.
func cannedDiscarded() {
	canned("x")
	_, _ = cannedOrError("x")
}

// Silent: the callee builds it in memory, or fails.
func cannedOrErrorNeverClosed() (int, error) {
	resp, err := cannedOrError("x")
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: NoBody needs no close.
func emptyNeverClosed() int {
	return empty(http.StatusNoContent).StatusCode
}

// Silent: there is no body.
func bodilessNeverClosed() (int, error) {
	resp, err := bodiless(http.StatusNoContent)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func cannedOrRealNeverClosed(u string) (int, error) {
	resp, err := cannedOrReal(u) // want "response body of resp is not closed when the function returns at line 112"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: closed, whichever it is.
func cannedOrRealClosed(u string) (int, error) {
	resp, err := cannedOrReal(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// Silent: the recorder's result is in memory.
func recorderResult(h http.Handler) int {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := rec.Result()
	return resp.StatusCode
}

// Silent: the recorder's result without a name.
func recorderResultExpression(h http.Handler) ([]byte, error) {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	return io.ReadAll(rec.Result().Body)
}

// Silent: the recorder was made as a literal.
func recorderLiteral(h http.Handler) string {
	rec := &httptest.ResponseRecorder{Body: new(bytes.Buffer)}
	h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	res := rec.Result()
	return res.Header.Get("Location")
}

// Silent: the recorder's result in a loop, and discarded.
func recorderInLoop(t *testing.T, h http.Handler, paths []string) {
	for _, p := range paths {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, p, nil))
		if res := rec.Result(); res.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", p, res.Status)
		}
		_ = rec.Result()
	}
}

// Silent: whoever closes it all the same may.
func recorderResultClosed(h http.Handler) int {
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/", nil))
	resp := rec.Result()
	defer resp.Body.Close()
	return resp.StatusCode
}

func serverResponse(t *testing.T, h http.Handler) {
	srv := httptest.NewServer(h)
	defer srv.Close()
	resp, err := http.Get(srv.URL) // want "response body of resp is not closed when the function returns at line 179"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Error(resp.Status)
	}
}

func serverClientResponse(t *testing.T, h http.Handler) {
	srv := httptest.NewTLSServer(h)
	defer srv.Close()
	resp, err := srv.Client().Get(srv.URL) // want "response body of resp is not closed"
	if err != nil {
		t.Fatal(err)
	}
	t.Log(resp.Status)
}

// Silent: the server's response is closed.
func serverResponseClosed(t *testing.T, h http.Handler) {
	srv := httptest.NewServer(h)
	defer srv.Close()
	resp, err := srv.Client().Get(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
}

// Silent: a literal of a function that builds its response.
func localBuilder() int {
	build := func(code int) *http.Response {
		return &http.Response{StatusCode: code, Body: http.NoBody}
	}
	resp := build(http.StatusOK)
	return resp.StatusCode
}

// Silent: building a client of canned responses opens nothing.
func cannedDoer(body string) doerFunc {
	return func(*http.Request) (*http.Response, error) {
		return canned(body), nil
	}
}

// Silent: what is built from bytes that were read, with the real one closed.
func rebuilt(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return 0, err
	}
	cp := &http.Response{Body: io.NopCloser(bytes.NewReader(data))}
	log.Println(cp.StatusCode)
	return len(data), nil
}

func rebuiltFromOpen(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 240"
	if err != nil {
		return nil, err
	}
	data, _ := io.ReadAll(resp.Body)
	return &http.Response{StatusCode: 200, Body: io.NopCloser(bytes.NewReader(data))}, nil
}

// Silent: the table holds responses of memory only.
func cannedInTable(t *testing.T) {
	for _, tc := range []struct {
		name string
		resp *http.Response
	}{
		{"ok", canned("x")},
		{"none", empty(http.StatusNoContent)},
		{"nil", nil},
	} {
		if tc.resp != nil && tc.resp.StatusCode >= 400 {
			t.Error(tc.name)
		}
	}
}

func branchOfMemoryAndWire(u string, offline bool) (int, error) {
	var resp *http.Response
	var err error
	if offline {
		resp = canned("x")
	} else {
		resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 270"
		if err != nil {
			return 0, err
		}
	}
	return resp.StatusCode, nil
}

// Silent: the real one of the two is closed.
func branchOfMemoryAndWireClosed(u string, offline bool) (int, error) {
	resp := canned("x")
	if !offline {
		var err error
		if resp, err = http.Get(u); err != nil {
			return 0, err
		}
		defer resp.Body.Close()
	}
	return resp.StatusCode, nil
}

// passThrough returns its own argument.
func passThrough(resp *http.Response) *http.Response {
	log.Println(resp.Status)
	return resp
}

// Silent: the callee returns what it was given, and that is closed.
func throughAndClosed(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return passThrough(resp).StatusCode, nil
}

// Silent: the argument is in memory, and so is the result.
func throughMemory() int {
	return passThrough(canned("x")).StatusCode
}

func throughAndOpen(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return passThrough(resp).StatusCode, nil
}
