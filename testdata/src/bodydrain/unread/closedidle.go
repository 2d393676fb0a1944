package unread

import "net/http"

// Here the idle connections are closed of a transport that is made for one request.

func newProxied() (*http.Client, error) {
	return &http.Client{Transport: &http.Transport{Proxy: http.ProxyFromEnvironment}}, nil
}

// Silent: the client is made for the request, and gone with it.
func closedBesides(u string) error {
	tr := &http.Transport{}
	defer tr.CloseIdleConnections()
	c := &http.Client{Transport: tr}
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: the same in each round, and by its client.
func closedInRounds(us []string) error {
	for _, u := range us {
		c, err := newProxied()
		if err != nil {
			return err
		}
		resp, err := c.Get(u)
		if err != nil {
			return err
		}
		resp.Body.Close()
		c.CloseIdleConnections()
	}
	return nil
}

func closedAfterRounds(us []string) error {
	c, err := newProxied()
	if err != nil {
		return err
	}
	defer c.CloseIdleConnections()
	for _, u := range us {
		resp, err := c.Get(u) // want "response body of resp is closed unread"
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func closedAfterTwo(u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	defer c.CloseIdleConnections()
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

type closable struct{ c *http.Client }

func newClosable() *closable { return &closable{&http.Client{Transport: &http.Transport{}}} }

func (c *closable) Close() { c.c.CloseIdleConnections() }

func (c *closable) ping(u string) error {
	resp, err := c.c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
