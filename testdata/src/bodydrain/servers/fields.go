package servers

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// A fixture keeps a server and its client.
type fixture struct {
	server *httptest.Server
	client *http.Client
}

func newFixture(h http.Handler) *fixture {
	ts := httptest.NewServer(h)
	return &fixture{server: ts, client: ts.Client()}
}

func fromFixture(t *testing.T) {
	f := newFixture(http.HandlerFunc(accepted))
	resp, err := f.client.Get(f.server.URL) // there is no body to read
	get(t, resp, err)
}

func fromWritingFixture(t *testing.T) {
	f := newFixture(http.HandlerFunc(hello))
	resp, err := f.client.Get(f.server.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// ping does not know what its fixture was made with.
func (f *fixture) ping(t *testing.T) {
	resp, err := f.client.Get(f.server.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// A suite starts its server before its tests.
type suite struct {
	up, down *httptest.Server
	status   func(http.ResponseWriter, *http.Request)
	*testing.T
}

func (s *suite) setUp() {
	s.up = httptest.NewServer(http.HandlerFunc(hello))
	s.down = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.status(w, r) }))
	s.status = func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }
}

func (s *suite) testDown() {
	resp, err := http.Get(s.down.URL) // there is no body to read
	get(s.T, resp, err)
}

func (s *suite) testUp() {
	resp, err := http.Get(s.up.URL) // want "response body of resp is closed unread"
	get(s.T, resp, err)
}

var (
	globalURL  string
	writtenURL string
	neverURL   string
)

func setGlobals() {
	globalURL = httptest.NewServer(&counter{}).URL
	writtenURL = httptest.NewServer(greeter{}).URL
}

func fromGlobal(t *testing.T) {
	resp, err := http.Get(globalURL + "/x") // there is no body to read
	get(t, resp, err)
}

func fromWrittenGlobal(t *testing.T) {
	resp, err := http.Get(writtenURL + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}

func fromUnsetGlobal(t *testing.T) {
	resp, err := http.Get(neverURL + "/x") // want "response body of resp is closed unread"
	get(t, resp, err)
}
