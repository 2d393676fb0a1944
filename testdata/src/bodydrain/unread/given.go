package unread

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

// A CheckFunc asks whether a server is up.
type CheckFunc func(u string) (*http.Response, error)

// A CheckConfig may bring a check of its own.
type CheckConfig struct{ Check CheckFunc }

type checker struct {
	rt    http.RoundTripper
	check CheckFunc
}

func newChecker(c CheckConfig) *checker {
	ch := &checker{rt: http.DefaultTransport}
	if c.Check != nil {
		ch.check = c.Check
	} else {
		ch.check = ch.standard
	}
	return ch
}

// standard gives back what it has read, or what it makes up.
func (c *checker) standard(u string) (res *http.Response, err error) {
	defer func() { recover() }()
	if u == "" {
		return c.none()
	}
	if u == "-" {
		return nil, nil
	}
	res, err = c.ask(u)
	if err != nil {
		return nil, err
	}
	return res, nil
}

func (c *checker) ask(u string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.rt.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

func (c *checker) none() (*http.Response, error) {
	return &http.Response{Body: io.NopCloser(strings.NewReader("none"))}, nil
}

// Silent: what is known of the field gives back what is in memory.
func (c *checker) up(u string) bool {
	resp, err := c.check(u)
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close()
	}
	return err == nil
}

// Silent: and so does what the parameter gets.
func upBy(check CheckFunc, u string) bool {
	resp, err := check(u)
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close()
	}
	return err == nil
}

func (c *checker) upByField(u string) bool {
	check := c.check
	return upBy(check, u)
}

type openChecker struct {
	rt    http.RoundTripper
	check CheckFunc
}

func newOpenChecker() *openChecker {
	c := &openChecker{rt: http.DefaultTransport}
	c.check = c.ask
	return c
}

// ask hands over what comes from the server.
func (c *openChecker) ask(u string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	if u == "" {
		return &http.Response{Body: http.NoBody}, nil
	}
	return c.rt.RoundTrip(req)
}

func (c *openChecker) up(u string) bool {
	resp, err := c.check(u) // want "response body of resp is closed unread"
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close()
	}
	return err == nil
}

// A hook is known to nobody here.
type hook struct{ Check CheckFunc }

func (h *hook) up(u string) bool {
	resp, err := h.Check(u) // want "response body of resp is closed unread"
	if err != nil {
		return false
	}
	resp.Body.Close()
	return true
}

type wrapped struct{ check CheckFunc }

func newWrapped() *wrapped { return &wrapped{check: rewrap} }

// rewrap makes a response of its own with the body of the server's.
func rewrap(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &http.Response{Body: io.NopCloser(resp.Body)}, nil
}

func (w *wrapped) up(u string) bool {
	resp, err := w.check(u) // want "response body of resp is closed unread"
	if err != nil {
		return false
	}
	resp.Body.Close()
	return true
}
