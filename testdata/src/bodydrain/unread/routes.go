package unread

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func byPath(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/token" {
		w.Write([]byte("token"))
	} else {
		w.WriteHeader(http.StatusOK)
	}
}

func emptyByPath(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(byPath))
	defer srv.Close()
	resp, err := http.Get(srv.URL + "/other?page=1") // there is no body to read
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func writtenByPath(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(byPath))
	defer srv.Close()
	askedBefore(srv.URL + "/token")
	resp, err := http.Get(srv.URL + "/token") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func otherPath(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(byPath))
	defer srv.Close()
	askedBefore(srv.URL + "/" + t.Name())
	resp, err := http.Get(srv.URL + "/" + t.Name()) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func switched(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/", "/empty":
		w.WriteHeader(http.StatusOK)
	case "/full":
		w.Write([]byte("hello"))
	default:
		http.NotFound(w, r)
	}
}

func emptyBySwitch(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(switched))
	defer srv.Close()
	u := srv.URL + "/empty"
	resp, err := http.Get(u) // there is no body to read
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func rootBySwitch(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(switched))
	defer srv.Close()
	resp, err := http.Get(srv.URL) // there is no body to read
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func missingBySwitch(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(switched))
	defer srv.Close()
	askedBefore(srv.URL + "/none")
	resp, err := http.Get(srv.URL + "/none") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func emptyRoute(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/empty", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	mux.HandleFunc("GET /full/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	resp, err := http.Get(srv.URL + "/empty") // there is no body to read
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func writtenRoute(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/empty", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	mux.HandleFunc("GET /full/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	askedBefore(srv.URL + "/full/1")
	resp, err := http.Get(srv.URL + "/full/1") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func noRoute(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/empty", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	askedBefore(srv.URL + "/none")
	resp, err := http.Get(srv.URL + "/none") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func someRoutes(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/empty", func(w http.ResponseWriter, r *http.Request) {})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	for path, want := range map[string]int{"/empty": 200, "/none": 404} {
		resp, err := http.Get(srv.URL + path) // want "response body of resp is closed unread"
		if err != nil || resp.StatusCode != want {
			t.Fatal(err)
		}
		resp.Body.Close()
	}
}

type based struct{ base string }

func (c *based) get(path string) (*http.Response, error) { return http.Get(c.base + path) }

func routeOfClient(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/empty", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {}))
	srv := httptest.NewServer(mux)
	defer srv.Close()
	c := &based{base: srv.URL}
	resp, err := c.get("/empty") // there is no body to read
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
