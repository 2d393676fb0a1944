package emptyanswer

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Where the server that is asked sends a header only there is nothing to close.
func TestHeaderOnly(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
	}))
	defer srv.Close()
	if _, err := http.Get(srv.URL); err != nil {
		t.Fatal(err)
	}
}

func TestRequest(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
	}))
	defer srv.Close()
	req, err := http.NewRequest(http.MethodGet, srv.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil || resp.StatusCode != http.StatusAccepted {
		t.Fatal(err)
	}
}

func TestWritten(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("hello"))
	}))
	defer srv.Close()
	if _, err := http.Get(srv.URL); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
}

func TestTakenOver(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			conn.Write([]byte("HTTP/1.1 200 OK\r\n\r\nhello"))
		}
	}))
	defer srv.Close()
	if _, err := http.Get(srv.URL); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
}

func byPath(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/token" {
		w.Write([]byte("token"))
	} else {
		w.WriteHeader(http.StatusOK)
	}
}

func TestPath(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(byPath))
	defer srv.Close()
	if _, err := http.Get(srv.URL + "/other?page=1"); err != nil {
		t.Fatal(err)
	}
	if _, err := http.Get(srv.URL + "/token"); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
	path := "/" + t.Name()
	if _, err := http.Get(srv.URL + path); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
}

func TestPaths(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/", "/empty":
			w.WriteHeader(http.StatusOK)
		case "/full":
			w.Write([]byte("hello"))
		default:
			http.NotFound(w, r)
		}
	}))
	defer srv.Close()
	if _, err := http.Get(srv.URL); err != nil {
		t.Fatal(err)
	}
	u := srv.URL + "/empty"
	if _, err := http.Get(u); err != nil {
		t.Fatal(err)
	}
	if _, err := http.Get(srv.URL + "/full"); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
	if _, err := http.Get(srv.URL + "/none"); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
}

func TestMux(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/empty", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	mux.HandleFunc("GET /full/", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) })
	srv := httptest.NewServer(mux)
	defer srv.Close()
	if _, err := http.Get(srv.URL + "/empty"); err != nil {
		t.Fatal(err)
	}
	if _, err := http.Get(srv.URL + "/full/1"); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
	if _, err := http.Get(srv.URL + "/none"); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
}

type client struct{ base string }

func (c *client) get(path string) (*http.Response, error) { return http.Get(c.base + path) }

func TestClient(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/empty", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {}))
	srv := httptest.NewServer(mux)
	defer srv.Close()
	c := &client{base: srv.URL}
	if _, err := c.get("/empty"); err != nil {
		t.Fatal(err)
	}
}

// Another server than that which is in view may be asked.
func TestElsewhere(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer srv.Close()
	if _, err := http.Get("http://example.com/"); err != nil { // want `the response is discarded`
		t.Fatal(err)
	}
}

func TestStatuses(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/empty", func(w http.ResponseWriter, r *http.Request) {})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	for path, want := range map[string]int{"/empty": 200, "/none": 404} {
		resp, err := http.Get(srv.URL + path) // want `response body of resp is not closed`
		if err != nil || resp.StatusCode != want {
			t.Fatal(err)
		}
	}
}
