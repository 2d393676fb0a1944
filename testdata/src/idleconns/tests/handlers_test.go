package tests

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"testing"
)

// Silent: the handler gets the one request that the test sends.
func TestHandlerThatCalls(t *testing.T) {
	backend := httptest.NewServer(http.NotFoundHandler())
	defer backend.Close()
	client := &http.Client{}
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(backend.URL)
		if err != nil {
			t.Error(err)
			return
		}
		defer resp.Body.Close()
		io.Copy(w, resp.Body)
	}))
	defer front.Close()
	if _, err := status(http.DefaultClient, front.URL); err != nil {
		t.Fatal(err)
	}
}

// Silent: so does the proxy.
func TestProxy(t *testing.T) {
	backend := httptest.NewServer(http.NotFoundHandler())
	defer backend.Close()
	to, err := url.Parse(backend.URL)
	if err != nil {
		t.Fatal(err)
	}
	front := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }})
	defer front.Close()
	if _, err := status(&http.Client{}, front.URL); err != nil {
		t.Fatal(err)
	}
}

type relay struct{ client *http.Client }

func (r *relay) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	resp, err := r.client.Get("http://backend.internal")
	if err == nil {
		resp.Body.Close()
	}
}

// Silent: as above.
func TestRelay(t *testing.T) {
	front := httptest.NewServer(&relay{client: &http.Client{}})
	defer front.Close()
	if _, err := status(http.DefaultClient, front.URL); err != nil {
		t.Fatal(err)
	}
}

// Silent: the test sends one request after the other to what is no part of it.
func TestRelayOfOther(t *testing.T) {
	front := httptest.NewServer(&Relay{client: &http.Client{}, to: "http://127.0.0.1:8080"})
	defer front.Close()
	for range 3 {
		if _, err := http.Get(front.URL); err != nil {
			t.Error(err)
		}
	}
}
