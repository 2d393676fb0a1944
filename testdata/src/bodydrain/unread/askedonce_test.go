package unread

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Here a test's server is asked once in its life: nobody comes back for the connection.

func sameRequest(t *testing.T, req *http.Request, u string) {
	if req.URL.String() != u {
		t.Error(req.URL)
	}
}

func TestAskedOnce(t *testing.T) { // silent
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	req, err := http.NewRequest(http.MethodPost, ts.URL, strings.NewReader("hello"))
	if err != nil {
		t.Fatal(err)
	}
	u := req.URL.String()
	client := &http.Client{Transport: &tagging{http.DefaultTransport}}
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	sameRequest(t, req, u)
	require.Equal(t, http.StatusOK, resp.StatusCode, ts.URL)
}

func TestAskedAgain(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	askedBefore(ts.URL)
}

// Silent: one server for each round.
func TestAskedOnceInRound(t *testing.T) {
	for _, path := range []string{"/a", "/b"} {
		t.Run(path, func(t *testing.T) {
			ts := start(t, http.HandlerFunc(greets))
			resp, err := ts.Client().Get(ts.URL + path)
			require.NoError(t, err)
			resp.Body.Close()
		})
	}
}

func TestAskedInEachRound(t *testing.T) {
	ts := start(t, http.HandlerFunc(greets))
	for _, path := range []string{"/a", "/b"} {
		resp, err := ts.Client().Get(ts.URL + path) // want "response body of resp is closed unread"
		require.NoError(t, err)
		resp.Body.Close()
	}
}

func TestAskedByEach(t *testing.T) {
	ts := start(t, http.HandlerFunc(greets))
	get := func(path string) {
		resp, err := http.Get(ts.URL + path) // want "response body of resp is closed unread"
		require.NoError(t, err)
		resp.Body.Close()
	}
	get("/a")
	get("/b")
}

var sharedGreeting = httptest.NewServer(http.HandlerFunc(greets))

func greeting() *httptest.Server {
	if sharedGreeting == nil {
		sharedGreeting = httptest.NewServer(http.HandlerFunc(greets))
	}
	return sharedGreeting
}

func TestAskedServerOfAll(t *testing.T) {
	ts := greeting()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
}

var base string

func TestAskedOneForOthers(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	base = ts.URL
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
}

type site struct{ base *url.URL }

func newSite(u string) (*site, error) {
	base, err := url.Parse(u)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	return &site{base}, nil
}

func (s *site) get(path string) (*http.Response, error) {
	return http.Get(s.base.JoinPath(path).String())
}

func (s *site) ping() error {
	resp, err := s.get("ping")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func TestSiteAskedOnce(t *testing.T) { // silent
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	s, err := newSite(ts.URL)
	require.NoError(t, err)
	resp, err := s.get("a")
	require.NoError(t, err)
	resp.Body.Close()
}

func TestSiteAskedAgain(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	s, err := newSite(ts.URL)
	require.NoError(t, err)
	resp, err := s.get("a") // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
	require.NoError(t, s.ping())
}

// The answer tells where to go on.
func TestAskedWhereItLeads(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	resp, err := http.DefaultTransport.RoundTrip(httptest.NewRequest("GET", ts.URL, nil)) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
	to, err := resp.Location()
	require.NoError(t, err)
	askedBefore(to.String())
}

// Silent: it is a front that is asked.
func TestFrontAskedOnce(t *testing.T) {
	back := httptest.NewServer(http.HandlerFunc(greets))
	defer back.Close()
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		askedBefore(back.URL)
		greets(w, r)
	}))
	defer front.Close()
	resp, err := http.Get(front.URL)
	require.NoError(t, err)
	resp.Body.Close()
}

func TestBackAskedByFront(t *testing.T) {
	back := httptest.NewServer(http.HandlerFunc(greets))
	defer back.Close()
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		askedBefore(back.URL)
		greets(w, r)
	}))
	defer front.Close()
	askedBefore(front.URL)
	resp, err := http.Get(back.URL) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
}

// The environment is everybody's.
func TestAskedByEnvironment(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	t.Setenv("SITE", ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
	askEnvironment()
}

func askEnvironment() { askedBefore(os.Getenv("SITE")) }

func setBase(u string) { base = u }

func TestAskedByAll(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	setBase(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
}

func (s *site) set(u string) { s.base, _ = url.Parse(u) }

func TestSiteAskedBesides(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	s := new(site)
	s.set(ts.URL)
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	require.NoError(t, err)
	resp.Body.Close()
	require.NoError(t, s.ping())
}

// Silent: it knows the address, and asks nothing.
func TestSiteNotAsked(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(greets))
	defer ts.Close()
	s := new(site)
	s.set(ts.URL)
	resp, err := http.Get(ts.URL)
	require.NoError(t, err)
	resp.Body.Close()
	require.NotNil(t, s.base)
}
