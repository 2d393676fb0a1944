package behind

import (
	"io"
	"net/http"
)

type forwarding interface {
	Ask(u string) (*http.Response, []byte, error)
	Open(u string) (*http.Response, []byte, error)
}

type forwarder struct{ c *http.Client }

// Ask forwards to a method that closes the body by a helper.
func (f *forwarder) Ask(u string) (*http.Response, []byte, error) { return f.ask(u) }

func (f *forwarder) ask(u string) (*http.Response, []byte, error) {
	resp, err := f.c.Get(u)
	if err != nil {
		return nil, nil, err
	}
	defer shutQuietly(resp.Body)
	data, err := io.ReadAll(resp.Body)
	return resp, data, err
}

func shutQuietly(c io.Closer) {
	if err := c.Close(); err != nil {
		println(err)
	}
}

func (f *forwarder) Open(u string) (*http.Response, []byte, error) { return f.open(u) }

func (f *forwarder) open(u string) (*http.Response, []byte, error) {
	resp, err := f.c.Get(u)
	return resp, nil, err
}

func asksForwarding(f forwarding) int {
	resp, _, err := f.Ask("/")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func opensForwarding(f forwarding) int {
	resp, _, err := f.Open("/") // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
