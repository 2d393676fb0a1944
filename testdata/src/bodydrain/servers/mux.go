package servers

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func muxOfX() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/x", accepted)
	mux.HandleFunc("PUT /y", func(w http.ResponseWriter, r *http.Request) {})
	mux.Handle("/z/", &counter{})
	return mux
}

func matching(t *testing.T) {
	ts := httptest.NewServer(muxOfX())
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/x") // there is no body to read
	get(t, resp, err)
	resp, err = http.Get(ts.URL + "/x?id=" + t.Name()) // there is no body to read
	get(t, resp, err)
	resp, err = http.Post(ts.URL+"/z/1", "", nil) // there is no body to read
	get(t, resp, err)
}

func matchingMethod(t *testing.T) {
	ts := httptest.NewServer(muxOfX())
	defer ts.Close()
	url := ts.URL + "/y"
	req, err := http.NewRequest(http.MethodPut, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := ts.Client().Do(req) // there is no body to read
	get(t, resp, err)
}

// What matches no pattern is answered with an error page.
func matchingNone(t *testing.T, name string) {
	ts := httptest.NewServer(muxOfX())
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
	resp, err = http.Get(ts.URL + "/z") // want "response body of resp is closed unread"
	get(t, resp, err)
	resp, err = http.Get(ts.URL + "/x/" + name) // want "response body of resp is closed unread"
	get(t, resp, err)
	resp, err = http.Get(ts.URL + "/y") // want "response body of resp is closed unread"
	get(t, resp, err)
	resp, err = http.Get(ts.URL + "/z/../w") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func matchingAll(t *testing.T, name string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", accepted)
	ts := httptest.NewServer(mux)
	defer ts.Close()
	resp, err := http.Get(ts.URL + name) // there is no body to read
	get(t, resp, err)
}

// One of the handlers writes; which of them answers is not looked for.
func writingBeside(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/x", accepted)
	mux.HandleFunc("/y", hello)
	ts := httptest.NewServer(mux)
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func writingByHelper(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", accepted)
	register(mux)
	ts := httptest.NewServer(mux)
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func register(m *http.ServeMux) { m.HandleFunc("/x", hello) }

// Who else is given the mux may register more.
func registeredElsewhere(t *testing.T, add func(*http.ServeMux)) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", accepted)
	add(mux)
	ts := httptest.NewServer(mux)
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}

// An app has its mux in a field, as a value.
type app struct{ mux http.ServeMux }

func newApp() *app {
	a := new(app)
	a.mux.HandleFunc("/x", a.x)
	return a
}

func (a *app) x(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) }

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.mux.ServeHTTP(w, r) }

func inField(t *testing.T) {
	ts := httptest.NewServer(newApp())
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/x") // there is no body to read
	get(t, resp, err)
}

func inOther(t *testing.T) {
	outer := http.NewServeMux()
	outer.Handle("/", muxOfX())
	ts := httptest.NewServer(outer)
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/w") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func byDefaultMux(t *testing.T) {
	http.HandleFunc("/", accepted)
	ts := httptest.NewServer(http.DefaultServeMux)
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// What registers more has the mux by another name.

type routes struct{ mux *http.ServeMux }

func (r *routes) register() { r.mux.HandleFunc("/x", hello) }

func registeredInField(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", accepted)
	r := &routes{mux}
	r.register()
	ts := httptest.NewServer(mux)
	defer ts.Close()
	resp, err := http.Get(ts.URL + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func startMux() (*http.ServeMux, *httptest.Server) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", accepted)
	return mux, httptest.NewServer(mux)
}

func registeredByCaller(t *testing.T) {
	mux, ts := startMux()
	defer ts.Close()
	mux.HandleFunc("/x", hello)
	resp, err := http.Get(ts.URL + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func startQuiet() (*http.ServeMux, *httptest.Server) {
	mux := http.NewServeMux()
	return mux, httptest.NewServer(mux)
}

func quietByCaller(t *testing.T) {
	mux, ts := startQuiet()
	defer ts.Close()
	mux.HandleFunc("/x", accepted)
	resp, err := http.Get(ts.URL + "/x") // there is no body to read
	get(t, resp, err)
}
