package servers

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

// A store answers with a body, but for some methods.
type store struct{ n int }

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodDelete, http.MethodPost:
		s.change(w, r)
	case http.MethodPut:
		w.WriteHeader(http.StatusCreated)
		return
	default:
		fmt.Fprintln(w, s.n)
	}
}

func (s *store) change(w http.ResponseWriter, r *http.Request) {
	if r.Method != "POST" {
		http.Error(w, "not yet", http.StatusNotImplemented)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func byMethod(t *testing.T) {
	ts := httptest.NewServer(&store{})
	defer ts.Close()
	resp, err := http.Post(ts.URL, "", nil) // there is no body to read
	get(t, resp, err)
	resp, err = http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
	del, err := http.NewRequest(http.MethodDelete, ts.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err = http.DefaultClient.Do(del) // want "response body of resp is closed unread"
	get(t, resp, err)
	put, err := http.NewRequest(http.MethodPut, ts.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err = http.DefaultClient.Do(put) // there is no body to read
	get(t, resp, err)
	resp = fetch(t, ts.URL) // want "response body of resp is closed unread"
	resp.Body.Close()
}

func guarded(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			w.WriteHeader(http.StatusOK)
			return
		}
		fmt.Fprintln(w, r.Method)
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
	resp, err = http.Post(ts.URL, "", nil) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func elseOf(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodGet {
			w.WriteHeader(http.StatusOK)
		} else {
			fmt.Fprintln(w, r.Method)
		}
		if r.Method == http.MethodPut {
			return
		}
		w.Header().Set("X-Late", "1")
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
	resp, err = http.Post(ts.URL, "", nil) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// A client that is sent elsewhere may go on with another method.
func sentOn(t *testing.T) {
	end := httptest.NewServer(&store{})
	defer end.Close()
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", end.URL)
		w.WriteHeader(http.StatusFound)
	}))
	defer ts.Close()
	resp, err := http.Post(ts.URL, "", nil) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func fallingThrough(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodGet:
			fallthrough
		default:
			fmt.Fprintln(w, r.Method)
		}
	}))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}
