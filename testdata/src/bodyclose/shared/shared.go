// Package shared has variables that function literals change while somebody else has them.
package shared

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

func changedByHandler(t *testing.T) {
	called := false
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { called = true })
	_, err := http.Get("http://localhost") // want "response body of http.Get is not closed: the response is discarded"
	if err != nil {
		t.Fatal(err)
	}
	if !called {
		t.Fatal("not called")
	}
}

func changedByServer(t *testing.T) {
	called := false
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { called = true }))
	defer srv.Close()
	resp, err := http.Get(srv.URL) // want "response body of resp is not closed"
	if err != nil {
		t.Fatal(err)
	}
	if !called {
		t.Fatal("not called")
	}
	log.Println(resp.Status)
}

func changedByRedirect(c *http.Client, u string) {
	var last *http.Request
	c.CheckRedirect = func(r *http.Request, _ []*http.Request) error { last = r; return nil }
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return
	}
	if last == nil {
		log.Fatal("no redirect")
	}
	log.Println(resp.Status)
}

func filledByDecoder(u string, b []byte) error {
	var v struct{ OK bool }
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 64"
	if err != nil {
		return err
	}
	if v.OK {
		log.Println(resp.Status)
		return nil
	}
	return resp.Body.Close()
}

func filledByAs(u string, cause error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return
	}
	var ue *url.Error
	errors.As(cause, &ue)
	log.Println(ue.Op, resp.Status)
}

// Silent: nobody else can change the flag, so the path behind the call ends in t.Fatal.
func unchanged(t *testing.T) {
	called := false
	_, err := http.Get("http://localhost")
	if err != nil {
		return
	}
	if !called {
		t.Fatal("not called")
	}
}

// Silent: closed whatever the handler did.
func closedAnyway(t *testing.T) {
	called := false
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { called = true }))
	defer srv.Close()
	resp, err := http.Get(srv.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if !called {
		t.Fatal("not called")
	}
}

func tries(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// fetched returns what the body of a loop over an iterator fetched.
func fetched(u string) (resp *http.Response, err error) {
	for range tries(3) {
		resp, err = http.Get(u)
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			return resp, nil
		}
		resp.Body.Close()
	}
	return nil, errors.New("gave up")
}

func fetchedNotClosed(u string) int {
	resp, err := fetched(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: closed by who fetched it.
func fetchedAndClosed(u string) int {
	resp, err := fetched(u)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

type recorder func(*http.Request) (*http.Response, error)

func (f recorder) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// The request that a transport has seen is set by the time that it is looked into.
func recorded(u string) string {
	record := func(seen **http.Request) *http.Client {
		return &http.Client{Transport: recorder(func(r *http.Request) (*http.Response, error) {
			*seen = r
			return http.DefaultTransport.RoundTrip(r)
		})}
	}
	var seen *http.Request
	_, err := record(&seen).Get(u) // want "response body of record.* is not closed"
	if err != nil {
		return ""
	}
	return seen.URL.Path
}

// Silent: nobody sets it, so that the path ends in a panic.
func neverRecorded(u string) string {
	look := func(seen **http.Request) *http.Client { return http.DefaultClient }
	var seen *http.Request
	_, err := look(&seen).Get(u)
	if err != nil {
		return ""
	}
	return seen.URL.Path
}
