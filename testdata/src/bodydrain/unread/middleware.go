package unread

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Here a middleware is around a test server's handler.

func tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Tag", "1")
		next.ServeHTTP(w, r.WithContext(r.Context()))
	})
}

func authorized(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func checked(key string) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Key") != key {
				w.WriteHeader(http.StatusForbidden)
				return
			}
			next(w, r)
		}
	}
}

func chained(h http.Handler, all ...func(http.Handler) http.Handler) http.Handler {
	for _, m := range all {
		h = m(h)
	}
	return h
}

func nothing() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
}

type tagger struct{ tag string }

func (t *tagger) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Tag", t.tag)
		next.ServeHTTP(w, r)
	})
}

// Silent: nothing is written, by the middleware or behind it.
func middlewareOverNothing(t *testing.T) {
	ts := httptest.NewServer(tagged(http.HandlerFunc(gone)))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func middlewareOverGreeting(t *testing.T) {
	ts := httptest.NewServer(tagged(http.HandlerFunc(greets)))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func middlewareThatWrites(t *testing.T) {
	ts := httptest.NewServer(authorized(http.HandlerFunc(gone)))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// Silent: a middleware that is made, around a literal, and another around that.
func middlewareMade(t *testing.T) {
	ts := httptest.NewServer(tagged(checked("k")(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted) })))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func middlewareMadeOverGreeting(t *testing.T) {
	h := checked("k")(greets)
	ts := httptest.NewServer(tagged(h))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// Silent: the middleware is written here.
func middlewareHere(t *testing.T) {
	calls := 0
	count := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			calls++
			next.ServeHTTP(w, r)
		})
	}
	ts := httptest.NewServer(count(nothing()))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func middlewareHereWrites(t *testing.T) {
	greet := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r)
			greets(w, r)
		})
	}
	ts := httptest.NewServer(greet(nothing()))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// What the chain makes of it is not known.
func middlewareChained(t *testing.T, all ...func(http.Handler) http.Handler) {
	ts := httptest.NewServer(chained(http.HandlerFunc(gone), all...))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func middlewareOverGiven(t *testing.T, next http.Handler) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) }))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// Silent: a method, on a mux.
func middlewareOnMux(t *testing.T) {
	tr := &tagger{"1"}
	mux := http.NewServeMux()
	mux.Handle("/a", tr.wrap(http.HandlerFunc(gone)))
	mux.HandleFunc("/b", greets)
	ts := httptest.NewServer(mux)
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL + "/a")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// Silent: the mux is behind it.
func middlewareOverMux(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", gone)
	mux.HandleFunc("/b", greets)
	ts := httptest.NewServer(tagged(mux))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL + "/a")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	resp, err = http.Get(ts.URL + "/b") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
