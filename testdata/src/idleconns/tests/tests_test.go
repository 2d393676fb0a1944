package tests

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func hammer(t *testing.T, u string) {
	t.Helper()
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost.*line 16"
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if _, err := status(client, u); err != nil {
				t.Error(err)
			}
		}()
	}
	wg.Wait()
}

func TestHammer(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	hammer(t, srv.URL)
}

// Silent: MaxIdleConnsPerHost is set.
func TestHammerTuned(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			if _, err := status(client, srv.URL); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// Silent: one request after the other.
func TestInOrder(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	client := &http.Client{}
	for range 10 {
		if _, err := status(client, srv.URL); err != nil {
			t.Fatal(err)
		}
	}
}

func TestGetFromGoroutines(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	errs := make(chan error)
	for range 10 {
		go func() {
			resp, err := http.Get(srv.URL) // want "http.Get keeps only two idle connections per host.*line 65"
			if err == nil {
				resp.Body.Close()
			}
			errs <- err
		}()
	}
	for range 10 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

// Silent: two goroutines.
func TestTwoGoroutines(t *testing.T) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	client := &http.Client{}
	errs := make(chan error)
	for range 2 {
		go func() {
			_, err := status(client, srv.URL)
			errs <- err
		}()
	}
	for range 2 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkPool(b *testing.B) {
	srv := httptest.NewServer(http.NotFoundHandler())
	defer srv.Close()
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set.*line 108"
	client := &http.Client{Transport: tr}
	jobs := make(chan string)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for u := range jobs {
				_, _ = status(client, u)
			}
		}()
	}
	for b.Loop() {
		jobs <- srv.URL
	}
	close(jobs)
	wg.Wait()
}

// Silent: the handler under test answers from memory.
func TestHandler(t *testing.T) {
	client := &http.Client{}
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusTeapot)
	}))
	defer srv.Close()
	if code, err := status(client, srv.URL); err != nil || code != http.StatusTeapot {
		t.Fatal(code, err)
	}
}

// A test gives the registry a client; others do not.
func TestRegistry(t *testing.T) {
	r := &registry{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}}
	r.PullAll([]string{"http://127.0.0.1:8080"})
}
