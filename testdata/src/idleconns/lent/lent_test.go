package lent

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// Silent: the test sends one request, for which its hook is called.
func TestOnRequest(t *testing.T) {
	var g Gate
	g.OnRequest(func(r *http.Request) {
		resp, err := http.Get("http://localhost" + r.URL.Path)
		if err != nil {
			t.Error(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	})
	g.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/x", nil))
}

// This one sends many at once.
func TestMany(t *testing.T) {
	var g Gate
	var wg sync.WaitGroup
	for range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.Get("http://localhost") // want "http.Get keeps only two idle connections per host"
			if err != nil {
				t.Error(err)
				return
			}
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}()
	}
	wg.Wait()
	_ = g
}
