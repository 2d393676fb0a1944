package unread

import (
	"net/http"
	"time"
)

// checkWith looks at nothing but the error.
func checkWith(c *http.Client, u string) error {
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

var sharedClient = &http.Client{Transport: &http.Transport{}}

func checkShared(u string) error { return checkWith(sharedClient, u) }

type offClient struct{ hc *http.Client }

func newOffClient() *offClient {
	tr := &http.Transport{TLSHandshakeTimeout: time.Second}
	tr.DisableKeepAlives = true
	return &offClient{hc: &http.Client{Transport: tr}}
}

// Silent: no connection is kept, whatever is done.
func (c *offClient) ping(u string) error {
	resp, err := c.hc.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: the same, and the request is made by another function.
func (c *offClient) head(u string) error {
	resp, err := c.get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *offClient) get(u string) (*http.Response, error) { return c.hc.Get(u) }

type maybeOff struct{ hc *http.Client }

func newMaybeOff(off bool) *maybeOff {
	tr := &http.Transport{}
	if off {
		tr.DisableKeepAlives = true
	}
	return &maybeOff{hc: &http.Client{Transport: tr}}
}

func (c *maybeOff) ping(u string) error {
	resp, err := c.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type setOff struct{ hc *http.Client }

func newSetOff(off bool) *setOff {
	return &setOff{hc: &http.Client{Transport: &http.Transport{DisableKeepAlives: off}}}
}

func (c *setOff) ping(u string) error {
	resp, err := c.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type oneEach struct{ hc *http.Client }

func newOneEach() *oneEach {
	return &oneEach{hc: &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}}}
}

// One connection is kept, if it is left in order.
func (c *oneEach) ping(u string) error {
	resp, err := c.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type either struct{ hc *http.Client }

func newEither() *either { return &either{hc: sharedClient} }

func newEitherOff() *either {
	return &either{hc: &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}}
}

func (c *either) ping(u string) error {
	resp, err := c.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type cloned struct{ hc *http.Client }

func newCloned() *cloned {
	off := &http.Transport{DisableKeepAlives: true}
	return &cloned{hc: &http.Client{Transport: off.Clone()}}
}

// Silent: a clone of one that keeps none.
func (c *cloned) ping(u string) error {
	resp, err := c.hc.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type given struct{ hc *http.Client }

// NewGiven is called from elsewhere, with clients from there.
func NewGiven(c *http.Client) *given {
	if c == nil {
		c = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	}
	return &given{hc: c}
}

func (c *given) ping(u string) error {
	resp, err := c.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: each call has a Transport of its own, which transportreuse reports.
func ofItsOwn(u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func newOwn() *http.Client { return &http.Client{Transport: &http.Transport{}} }

// Silent: the same, by a constructor.
func byConstructor(u string) error {
	resp, err := newOwn().Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type keeper struct{ hc *http.Client }

func newKeeper() *keeper { return &keeper{newOwn()} }

func (k *keeper) ping(u string) error {
	resp, err := k.hc.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// One Transport for many requests: the next could use the connection.
func poll(u string) {
	c := &http.Client{Transport: &http.Transport{}}
	for range time.Tick(time.Second) {
		resp, err := c.Get(u) // want "response body of resp is closed unread"
		if err != nil {
			continue
		}
		resp.Body.Close()
	}
}

func pollSome(us []string) {
	c := newOwn()
	for _, u := range us {
		once(c, u)
	}
}

func once(c *http.Client, u string) {
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err == nil {
		resp.Body.Close()
	}
}

func twice(u string) error {
	c := newOwn()
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp, err = c.Get(u + "/again") // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: a new one in each round.
func pollAnew(us []string) {
	for _, u := range us {
		c := newOwn()
		resp, err := c.Get(u)
		if err == nil {
			resp.Body.Close()
		}
	}
}
