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

// get helps tests: each has a server of its own.
func get(t *testing.T, url string) {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{}}
	if err := read(client.Get(url)); err != nil {
		t.Fatal(err)
	}
}

// Silent: built in a test's helper.
func TestHelped(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	get(t, srv.URL)
}

// Silent: built for each case of a test.
func TestTable(t *testing.T) {
	for _, code := range []int{200, 404} {
		srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }))
		client := &http.Client{Transport: &http.Transport{}}
		if err := read(client.Get(srv.URL)); err != nil {
			t.Fatal(err)
		}
		srv.Close()
	}
}

var specs []func()

func it(spec func()) bool { specs = append(specs, spec); return true }

// Silent: built in a spec, which runs once.
var _ = it(func() {
	client := &http.Client{Transport: &http.Transport{}}
	if err := read(client.Get("http://127.0.0.1:1")); err != nil {
		panic(err)
	}
})
