package faketransport

import (
	"errors"
	"io"
	"net/http"
	"strings"

	"bodyclose/faketransport/lib"
)

// A flaky transport makes its answers up, when it gives any.
type flaky struct {
	code  int
	fails bool
}

func (f *flaky) RoundTrip(*http.Request) (*http.Response, error) {
	if f.fails {
		return nil, errors.New("flaky")
	}
	return &http.Response{StatusCode: f.code, Body: io.NopCloser(strings.NewReader("made up"))}, nil
}

// A doer does so as well.
type doer func(req *http.Request) (*http.Response, error)

func (d doer) Do(req *http.Request) (*http.Response, error) { return d(req) }

func silentAround(req *http.Request) {
	rt := lib.NewCounter(&flaky{code: 200})
	resp, err := rt.RoundTrip(req)
	if err == nil {
		println(resp.StatusCode)
	}
}

func silentClientAround(req *http.Request, names ...string) {
	client := &http.Client{Transport: lib.Traced(&flaky{fails: true}, names...)}
	resp, err := client.Do(req)
	if err == nil {
		println(resp.StatusCode)
	}
}

func silentService(path string) {
	config := lib.Config{Agent: "test"}
	config.HTTP = doer(func(*http.Request) (*http.Response, error) {
		return &http.Response{StatusCode: 204, Body: http.NoBody}, nil
	})
	c, err := lib.New(config)
	if err != nil {
		return
	}
	resp, err := c.Fetch(path)
	if err == nil {
		println(resp.StatusCode)
	}
}

func silentLiteralService(path string) {
	c, _ := lib.New(lib.Config{HTTP: &http.Client{Transport: &flaky{}}})
	resp, err := c.Fetch(path)
	if err == nil {
		println(resp.StatusCode)
	}
}

func silentCallback() {
	resp, err := lib.Retry(func() (*http.Response, error) { return nil, errors.New("never") })
	if err == nil {
		println(resp.StatusCode)
	}
}

func silentNilAnswer(req *http.Request) {
	rt := lib.Traced(doerTransport{func(*http.Request) (*http.Response, error) { return nil, nil }})
	_, _ = rt.RoundTrip(req)
}

type doerTransport struct{ doer }

func (d doerTransport) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("none")
}

func reportedAround(req *http.Request) {
	rt := lib.NewCounter(http.DefaultTransport)
	resp, err := rt.RoundTrip(req) // want `response body of resp is not closed`
	if err == nil {
		println(resp.StatusCode)
	}
}

func reportedClientAround(req *http.Request) {
	client := &http.Client{Transport: lib.Traced(&counting{next: http.DefaultTransport})}
	resp, err := client.Do(req) // want `response body of resp is not closed`
	if err == nil {
		println(resp.StatusCode)
	}
}

type counting struct {
	n    int
	next http.RoundTripper
}

func (c *counting) RoundTrip(req *http.Request) (*http.Response, error) {
	c.n++
	return c.next.RoundTrip(req)
}

func reportedService(path string) {
	c, _ := lib.New(lib.Config{HTTP: http.DefaultClient})
	resp, err := c.Fetch(path) // want `response body of resp is not closed`
	if err == nil {
		println(resp.StatusCode)
	}
}

func reportedCallback(path string) {
	resp, err := lib.Retry(func() (*http.Response, error) { return http.Get(path) }) // want `response body of resp is not closed`
	if err == nil {
		println(resp.StatusCode)
	}
}

// again calls itself in what it gives to be called: that does not make the answer up.
func again(path string, n int) (*http.Response, error) {
	if n == 0 {
		return http.Get(path)
	}
	resp, err := lib.Retry(func() (*http.Response, error) { return again(path, n-1) }) // want `response body of resp is not closed`
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}
