package unread

import "net/http"

func status(c *http.Client, u string) (int, error) {
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// Silent: over HTTP/2 others use the connection meanwhile, and after that.
func onlyHTTP2(u string) (int, error) {
	var p http.Protocols
	p.SetUnencryptedHTTP2(true)
	c := http.Client{Transport: &http.Transport{Protocols: &p}}
	resp, err := c.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func h2Transport() *http.Transport {
	p := new(http.Protocols)
	p.SetHTTP1(false)
	p.SetHTTP2(true)
	return &http.Transport{Protocols: p}
}

// Silent: the transport is made elsewhere.
func onlyHTTP2Made(u string) (int, error) {
	c := &http.Client{Transport: h2Transport()}
	resp, err := c.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// HTTP/1 is there as well, or nothing says which of them is.
func eitherHTTP(u string, first bool) (int, error) {
	p := new(http.Protocols)
	p.SetHTTP1(first)
	p.SetHTTP2(true)
	c := &http.Client{Transport: &http.Transport{Protocols: p}}
	last = c
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func noProtocols(u string) (int, error) {
	c := &http.Client{Transport: &http.Transport{Protocols: new(http.Protocols)}}
	last = c
	resp, err := c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func prefer(p *http.Protocols, n int) {
	if n > 1 {
		p.SetHTTP2(true)
	}
}

// Silent: another function says so.
func preferHTTP2(u string) (int, error) {
	p := new(http.Protocols)
	prefer(p, 2)
	c := &http.Client{Transport: &http.Transport{Protocols: p}}
	last = c
	resp, err := c.Get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// last is the client that was made last: it keeps its connections for those who use it later.
var last *http.Client
