// Package servers has requests whose servers are in view.
package servers

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
)

func accepted(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted) }

func hello(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") }

// get looks at nothing but whether there is an answer.
func get(t *testing.T, resp *http.Response, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
}

// A counter answers with a header.
type counter struct{ n int }

func (c *counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.n++
	w.WriteHeader(http.StatusNoContent)
}

func (c *counter) named(w http.ResponseWriter, r *http.Request) { w.Header().Set("X-Name", "counter") }

func (c *counter) told(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, c.n) }

// A greeter answers with a body, but for some methods.
type greeter struct{}

func (greeter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodDelete {
		w.WriteHeader(http.StatusOK)
		return
	}
	fmt.Fprintln(w, "hello")
}

func byFunction(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(accepted))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func byWritingFunction(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(hello))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func byType(t *testing.T) {
	c := new(counter)
	ts := httptest.NewTLSServer(c)
	defer ts.Close()
	resp, err := ts.Client().Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func byTypeInPlace(t *testing.T) {
	ts := httptest.NewServer(&counter{n: 1})
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func byWritingType(t *testing.T) {
	ts := httptest.NewServer(greeter{})
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func byMethodValue(t *testing.T) {
	c := &counter{}
	ts := httptest.NewServer(http.HandlerFunc(c.named))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func byWritingMethodValue(t *testing.T) {
	c := &counter{}
	ts := httptest.NewServer(http.HandlerFunc(c.told))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func byVariable(t *testing.T) {
	var h http.Handler = http.HandlerFunc(accepted)
	ts := httptest.NewServer(h)
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func byChangedVariable(t *testing.T, up bool) {
	h := http.HandlerFunc(accepted)
	if up {
		h = hello
	}
	ts := httptest.NewServer(h)
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func byParameter(t *testing.T, h http.Handler) {
	ts := httptest.NewServer(h)
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func ready(w http.ResponseWriter) { w.WriteHeader(http.StatusOK) }

func byTable(t *testing.T) {
	for _, tt := range []struct {
		name    string
		handler http.HandlerFunc
	}{
		{"function", accepted},
		{"literal", func(w http.ResponseWriter, r *http.Request) { ready(w) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ts := httptest.NewServer(tt.handler)
			defer ts.Close()
			resp, err := http.Get(ts.URL) // there is no body to read
			get(t, resp, err)
		})
	}
}

func byWritingTable(t *testing.T) {
	handlers := map[string]http.HandlerFunc{"one": accepted}
	handlers["two"] = hello
	for name, h := range handlers {
		t.Run(name, func(t *testing.T) {
			ts := httptest.NewServer(h)
			defer ts.Close()
			resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
			get(t, resp, err)
		})
	}
}

// A page is a function with the method of a handler.
type page func(w http.ResponseWriter, code int)

func (p page) ServeHTTP(w http.ResponseWriter, r *http.Request) { p(w, http.StatusOK) }

func byFunctionType(t *testing.T) {
	ts := httptest.NewServer(page(func(w http.ResponseWriter, code int) { w.WriteHeader(code) }))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)             // what p is there is not looked for
}

func byNotFound(t *testing.T) {
	ts := httptest.NewServer(http.NotFoundHandler())
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func byRedirect(t *testing.T) {
	end := httptest.NewServer(http.HandlerFunc(accepted))
	defer end.Close()
	ts := httptest.NewServer(http.RedirectHandler(end.URL, http.StatusFound))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func byNil(t *testing.T) {
	ts := httptest.NewServer(nil)
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// asserted is a handler by a type that is not in view.
func asserted(t *testing.T, from any) {
	ts := httptest.NewServer(from.(http.Handler))
	defer ts.Close()
	empty := httptest.NewServer(http.HandlerFunc(accepted))
	defer empty.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

// The request goes to one of two servers.

func toTheEmptyOne(t *testing.T) {
	talks := httptest.NewServer(http.HandlerFunc(hello))
	defer talks.Close()
	ts := httptest.NewServer(http.HandlerFunc(accepted))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // there is no body to read
	get(t, resp, err)
}

func toTheOther(t *testing.T) {
	empty := httptest.NewServer(http.HandlerFunc(accepted))
	defer empty.Close()
	ts := httptest.NewServer(http.HandlerFunc(hello))
	defer ts.Close()
	resp, err := http.Get(ts.URL) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func toAnAddress(t *testing.T, url string) {
	ts := httptest.NewServer(http.HandlerFunc(accepted))
	defer ts.Close()
	resp, err := http.Get(url) // want "response body of resp is closed unread"
	get(t, resp, err)
}

func toAnotherHost(t *testing.T) {
	ts := httptest.NewServer(http.HandlerFunc(accepted))
	defer ts.Close()
	resp, err := ts.Client().Get("https://example.com/") // want "response body of resp is closed unread"
	get(t, resp, err)
}
