package unread

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// Counts has a handler that only counts.
type counts struct{ n int }

func (c *counts) ServeHTTP(w http.ResponseWriter, r *http.Request) { c.n++ }

func (c *counts) accepted(w http.ResponseWriter, r *http.Request) {
	c.n++
	w.WriteHeader(http.StatusAccepted)
}

func (c *counts) told(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "told") }

// Echo writes back.
type echo struct{}

func (echo) ServeHTTP(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(w, r.Body) }

func gone(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusGone) }

func greets(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte("hello")) }

// askedBefore asks an address once more, and reads the answer.
func askedBefore(u string) {
	resp, err := http.Get(u)
	if err == nil {
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func silentOwnType(t *testing.T) {
	ts := httptest.NewServer(&counts{})
	defer ts.Close()
	resp, err := http.Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func ownTypeThatWrites(t *testing.T) {
	ts := httptest.NewServer(echo{})
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func silentMethod(t *testing.T) {
	c := &counts{}
	ts := httptest.NewServer(http.HandlerFunc(c.accepted))
	defer ts.Close()
	resp, err := http.Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func methodThatWrites(t *testing.T) {
	c := new(counts)
	ts := httptest.NewServer(http.HandlerFunc(c.told))
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func silentFunction(t *testing.T) {
	ts := httptest.NewUnstartedServer(http.HandlerFunc(gone))
	ts.Start()
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/a")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func functionThatWrites(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	askedBefore(ts.URL + "/a")
	resp, err := http.Get(ts.URL + "/a") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func silentVariable(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) })
	ts := httptest.NewServer(h)
	defer ts.Close()
	resp, err := http.Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func variableOfTwo(t *testing.T, write bool) {
	var h http.Handler = http.HandlerFunc(gone)
	if write {
		h = echo{}
	}
	ts := httptest.NewServer(h)
	defer ts.Close()
	askedBefore(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func silentTable(t *testing.T) {
	for _, c := range []struct {
		name string
		h    http.HandlerFunc
	}{
		{"ok", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) }},
		{"gone", gone},
	} {
		t.Run(c.name, func(t *testing.T) {
			ts := httptest.NewServer(c.h)
			defer ts.Close()
			resp, err := http.Get(ts.URL)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
		})
	}
}

func tableWithOneThatWrites(t *testing.T) {
	for _, c := range []struct {
		name string
		h    http.HandlerFunc
	}{
		{"ok", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) }},
		{"greets", greets},
	} {
		t.Run(c.name, func(t *testing.T) {
			ts := httptest.NewServer(c.h)
			defer ts.Close()
			askedBefore(ts.URL)
			resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
		})
	}
}

func startEmpty(t *testing.T) *httptest.Server {
	ts := httptest.NewServer(http.HandlerFunc(gone))
	t.Cleanup(ts.Close)
	return ts
}

func startGreeting(t *testing.T) *httptest.Server {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	t.Cleanup(ts.Close)
	return ts
}

func start(t *testing.T, h http.Handler) *httptest.Server {
	ts := httptest.NewServer(h)
	t.Cleanup(ts.Close)
	return ts
}

func silentHelper(t *testing.T) {
	ts := startEmpty(t)
	resp, err := ts.Client().Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func helperThatGreets(t *testing.T) {
	ts := startGreeting(t)
	askedBefore(ts.URL)
	resp, err := ts.Client().Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func helperThatIsGivenOne(t *testing.T) {
	ts := start(t, http.HandlerFunc(greets))
	askedBefore(ts.URL)
	resp, err := ts.Client().Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func silentHelperIsGivenOne(t *testing.T) {
	ts := start(t, http.HandlerFunc(gone))
	resp, err := ts.Client().Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

var (
	sharedEmpty = httptest.NewServer(http.HandlerFunc(gone))
	sharedEcho  = httptest.NewServer(echo{})
)

func silentShared() error {
	resp, err := http.Get(sharedEmpty.URL)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func sharedThatWrites() error {
	resp, err := http.Get(sharedEcho.URL) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func silentFirstOfTwo(t *testing.T) {
	empty := httptest.NewServer(http.HandlerFunc(gone))
	defer empty.Close()
	full := httptest.NewServer(http.HandlerFunc(greets))
	defer full.Close()
	req, err := http.NewRequest("GET", empty.URL+"/a", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func secondOfTwo(t *testing.T) {
	empty := httptest.NewServer(http.HandlerFunc(gone))
	defer empty.Close()
	full := httptest.NewServer(http.HandlerFunc(greets))
	defer full.Close()
	u := full.URL + "/a"
	askedBefore(u)
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func eitherOfTwo(t *testing.T, first bool) {
	empty := httptest.NewServer(http.HandlerFunc(gone))
	defer empty.Close()
	full := httptest.NewServer(http.HandlerFunc(greets))
	defer full.Close()
	u := full.URL + "/a"
	if first {
		u = empty.URL
	}
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func routed(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", gone)
	ts := httptest.NewServer(mux)
	defer ts.Close()
	askedBefore(ts.URL + "/b")
	resp, err := http.Get(ts.URL + "/b") // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// A fixture holds a server.
type fixture struct{ ts *httptest.Server }

func newFixture(h http.Handler) *fixture { return &fixture{httptest.NewServer(h)} }

func silentFixture(t *testing.T) {
	other := httptest.NewServer(echo{})
	defer other.Close()
	f := newFixture(http.HandlerFunc(gone))
	ts := f.ts
	defer ts.Close()
	resp, err := http.Get(ts.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func fixtureThatWrites(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(gone))
	defer other.Close()
	ts := newFixture(echo{}).ts
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// Silent: the client reads the redirect's page, and what answers in the end writes nothing.
func silentRedirect(t *testing.T) {
	target := httptest.NewServer(http.HandlerFunc(gone))
	defer target.Close()
	first := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, target.URL, http.StatusTemporaryRedirect)
	}))
	defer first.Close()
	resp, err := http.Get(first.URL)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func redirectToPage(t *testing.T) {
	target := httptest.NewServer(http.HandlerFunc(greets))
	defer target.Close()
	first := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, target.URL, http.StatusTemporaryRedirect)
	}))
	defer first.Close()
	askedBefore(first.URL)
	resp, err := http.Get(first.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

func redirectNotFollowed(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/there", http.StatusTemporaryRedirect)
	}))
	defer ts.Close()
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	askedBefore(ts.URL)
	resp, err := c.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}
