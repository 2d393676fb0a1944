package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
)

// Silent: TestMain runs once.
func TestMain(m *testing.M) {
	tr := &http.Transport{}
	_ = read((&http.Client{Transport: tr}).Get("http://127.0.0.1:1"))
	os.Exit(m.Run())
}

// Silent: built in a test.
func TestGet(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	client := &http.Client{Transport: &http.Transport{}}
	if err := read(client.Get(srv.URL)); err != nil {
		t.Fatal(err)
	}
}

// Silent: built in a part of a test.
func TestSub(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	t.Run("own transport", func(t *testing.T) {
		tr := &http.Transport{}
		client := &http.Client{Transport: tr}
		if err := read(client.Get(srv.URL)); err != nil {
			t.Fatal(err)
		}
	})
}
