package servers

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
)

// refuse answers with a header, several calls down.
func refuse(w http.ResponseWriter, r *http.Request, depth int) {
	if depth > 0 {
		refuse(w, r, depth-1)
		return
	}
	mark(w.Header())
	status(w, http.StatusForbidden)
}

func mark(h http.Header) { h.Set("X-Refused", "1") }

func status(w http.ResponseWriter, code int) { w.WriteHeader(code) }

// report answers with a body, several calls down.
func report(w http.ResponseWriter, r *http.Request, depth int) {
	if depth > 0 {
		report(w, r, depth-1)
		return
	}
	list(w, "a", "b")
}

func list(w io.Writer, names ...string) { io.WriteString(w, strings.Join(names, ",")) }

func all(w http.ResponseWriter, more ...http.ResponseWriter) { w.WriteHeader(http.StatusOK) }

// headersOnly has the ways to answer with a header.
func headersOnly(t *testing.T) {
	for _, h := range []http.HandlerFunc{
		func(w http.ResponseWriter, r *http.Request) { refuse(w, r, 3) },
		func(w http.ResponseWriter, r *http.Request) {
			fail := func(w http.ResponseWriter, code int) { w.WriteHeader(code) }
			fail(w, http.StatusTeapot)
		},
		func(w http.ResponseWriter, r *http.Request) { http.HandlerFunc(accepted).ServeHTTP(w, r) },
		func(w http.ResponseWriter, r *http.Request) { new(counter).ServeHTTP(w, r) },
		func(w http.ResponseWriter, r *http.Request) { accepted(w, r) },
		func(w http.ResponseWriter, _ *http.Request) {
			http.SetCookie(w, &http.Cookie{Name: "seen"})
			(w).WriteHeader(http.StatusCreated)
		},
	} {
		ts := httptest.NewServer(h)
		resp, err := http.Get(ts.URL) // there is no body to read
		get(t, resp, err)
		ts.Close()
	}
}

func reported(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { report(w, r, 3) }))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func encoded(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(r.URL)
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// flushed has an empty body, but one in chunks: its end is to be read.
func flushed(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusOK)
		w.(http.Flusher).Flush()
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func wrapped(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		accepted(struct{ http.ResponseWriter }{w}, r)
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func variadic(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { all(w, w) }))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func unknownReply(t *testing.T, answer func(http.ResponseWriter)) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { answer(w) }))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func proxied(t *testing.T, backend *url.URL) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		httputil.NewSingleHostReverseProxy(backend).ServeHTTP(w, r)
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// Functions around handlers.

func logged(t *testing.T, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t.Log(r.URL)
		next.ServeHTTP(w, r)
	})
}

func aroundEmpty(t *testing.T) {
	ts := httptest.NewServer(logged(t, http.HandlerFunc(accepted)))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func aroundWriting(t *testing.T) {
	ts := httptest.NewServer(logged(t, http.HandlerFunc(hello)))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func around(t *testing.T) {
	ts := httptest.NewServer(http.StripPrefix("/api", http.HandlerFunc(accepted)))
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/other") // want "response body of resp is closed unread"
	get(t, resp, err)
}

// Answers that send the client to another server.

func sentToEmpty(t *testing.T) {
	end := httptest.NewServer(http.HandlerFunc(accepted))
	defer end.Close()
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", end.URL)
		w.WriteHeader(http.StatusFound)
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func sentToWriting(t *testing.T) {
	end := httptest.NewServer(http.HandlerFunc(hello))
	defer end.Close()
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", end.URL)
		w.WriteHeader(http.StatusFound)
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}
