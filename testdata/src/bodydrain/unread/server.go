package unread

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func emptyAnswer(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer ts.Close()
	resp, err := ts.Client().Get(ts.URL) // there is no body to read
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func headerOnlyAnswer(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			w.Header().Set("X-Found", "1")
			http.SetCookie(w, &http.Cookie{Name: "seen"})
			w.WriteHeader(http.StatusAccepted)
		}
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusAccepted {
		t.Error(resp.Status)
	}
}

func writtenAnswer(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "hello")
	}))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func teapot(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "no", http.StatusTeapot)
	}))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func oneOfTwoServers(t *testing.T, real http.Handler) {
	down := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(503) }))
	defer down.Close()
	ts := httptest.NewServer(real)
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func insideHandler(backend string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get(backend) // want "response body of resp is closed unread"
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		resp.Body.Close()
		w.WriteHeader(resp.StatusCode)
	})
}

func noContentRequired(t *testing.T, url string) {
	resp, err := http.Get(url) // where the test goes on, there was no body
	require.NoError(t, err)
	resp.Body.Close()
	require.Equal(t, http.StatusNoContent, resp.StatusCode)
}

func noContentChecked(t *testing.T, url string) {
	resp, err := http.Get(url) // the same
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusNoContent {
		t.Fatal(resp.Status)
	}
}

func okRequired(t *testing.T, url string) {
	resp, err := http.Get(url) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

// Silent: there is no body, or else the test has failed.
func noContentAsserted(t *testing.T, url string) {
	resp, err := http.Get(url)
	require.NoError(t, err)
	resp.Body.Close()
	assert.Equal(t, http.StatusNoContent, resp.StatusCode)
}

// What is asserted before the Close counts as well, whichever comes first.
func noContentExpected(t *testing.T, url string) {
	resp, err := http.Get(url)
	require.NoError(t, err)
	assert.Equal(t, resp.StatusCode, http.StatusNoContent)
	resp.Body.Close()
}

func okExpected(t *testing.T, url string) {
	resp, err := http.Get(url) // want "response body of resp is closed unread"
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, resp.StatusCode)
	resp.Body.Close()
}

// Whether it has content is asked, and the test goes on either way.
func noContentAsked(t *testing.T, url string) {
	resp, err := http.Get(url) // want "response body of resp is closed unread"
	require.NoError(t, err)
	if http.StatusNoContent != resp.StatusCode {
		t.Log("content")
	}
	resp.Body.Close()
}

// Silent: one answer is taken over, the other has no body.
func hijackedOrEmpty() {
	first := true
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !first {
			w.WriteHeader(http.StatusOK)
			return
		}
		first = false
		if conn, _, err := w.(http.Hijacker).Hijack(); err == nil {
			conn.Close()
		}
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL)
	if err != nil {
		return
	}
	resp.Body.Close()
}

func flushedAnswer() {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w.(io.Writer), "text")
	}))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		return
	}
	resp.Body.Close()
}
