package servers

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

func startEmpty(t *testing.T) *httptest.Server {
	ts := start(t, http.HandlerFunc(accepted))
	return ts
}

func start(t *testing.T, h http.Handler) *httptest.Server {
	ts := httptest.NewServer(h)
	t.Cleanup(ts.Close)
	return ts
}

func startWriting(t *testing.T) (url string, stop func()) {
	ts := httptest.NewServer(http.HandlerFunc(hello))
	return ts.URL, ts.Close
}

func started(t *testing.T) {
	ts := startEmpty(t)
	resp, err := http.Get(ts.URL + "/x") // there is no body to read
	get(t, resp, err)
}

func startedWith(t *testing.T) {
	ts := start(t, &counter{})
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func startedWithWriting(t *testing.T) {
	ts := start(t, greeter{})
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func startedElsewhere(t *testing.T) {
	url, stop := elsewhere()
	defer stop()
	resp, err := http.Get(url) // there is no body to read
	get(t, resp, err)
}

func startedWriting(t *testing.T) {
	url, stop := startWriting(t)
	defer stop()
	resp, err := http.Get(url) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func startedByLiteral(t *testing.T) {
	begin := func(h http.HandlerFunc) *httptest.Server { return httptest.NewServer(h) }
	ts := begin(accepted)
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func startedByParameter(t *testing.T, begin func(http.Handler) *httptest.Server) {
	ts := begin(http.HandlerFunc(accepted))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// withServer runs a test with a server, whose handler the test does not know.
func withServer(h http.Handler, test func(*httptest.Server)) {
	ts := httptest.NewServer(h)
	defer ts.Close()
	test(ts)
}

func handedIn(t *testing.T) {
	withServer(http.HandlerFunc(accepted), func(ts *httptest.Server) {
		resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
		get(t, resp, err)
	})
}

// Servers on listeners of the test's own.

func served(t *testing.T) {
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := &http.Server{Handler: http.HandlerFunc(accepted)}
	go srv.Serve(ln)
	defer srv.Close()
	resp, err := http.Get("http://" + ln.Addr().String() + "/x") // there is no body to read
	get(t, resp, err)
}

func servedByOther(t *testing.T) {
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	srv := &http.Server{Handler: http.HandlerFunc(accepted)}
	srv.Handler = http.HandlerFunc(hello)
	go srv.Serve(ln)
	defer srv.Close()
	resp, err := http.Get("http://" + ln.Addr().String() + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func servedByHelper(t *testing.T) {
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	go serve(ln, http.HandlerFunc(accepted))
	resp, err := http.Get("http://" + ln.Addr().String()) // there is no body to read
	get(t, resp, err)
}

func serve(ln net.Listener, h http.Handler) { http.Serve(ln, h) }

func unstarted(t *testing.T) {
	ts := httptest.NewUnstartedServer(http.HandlerFunc(accepted))
	ts.Config.Handler = http.HandlerFunc(hello)
	ts.Start()
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// Requests that helpers make.

func fetch(t *testing.T, url string) *http.Response {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	return resp
}

func fetched(t *testing.T) {
	resp := fetch(t, startEmpty(t).URL) // there is no body to read
	resp.Body.Close()
}

func fetchedWriting(t *testing.T) {
	url, stop := startWriting(t)
	defer stop()
	resp := fetch(t, url) // want "response body of resp is closed unread"
	resp.Body.Close()
}

// Clients of the package's own.

type caller struct {
	base string
	http *http.Client
}

func newCaller(base string) *caller { return &caller{base, http.DefaultClient} }

func (c *caller) do(path string) (*http.Response, error) { return c.http.Get(c.base + path) }

func byCaller(t *testing.T) {
	ts := start(t, &counter{})
	resp, err := newCaller(ts.URL).do("/x") // there is no body to read
	get(t, resp, err)
}
