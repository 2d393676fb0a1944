// Package conf makes a client of settings.
package conf

import (
	"crypto/tls"
	"net/http"
)

type Config struct {
	Transport http.RoundTripper
	TLS       *tls.Config
	Hosts     []string
}

type Client struct{ tr http.RoundTripper }

// New copies the transport only where it is to have settings of its own.
func New(c Config) *Client {
	if c.Transport == nil {
		c.Transport = http.DefaultTransport
	}
	if c.TLS != nil {
		tr := http.DefaultTransport.(*http.Transport).Clone()
		tr.TLSClientConfig = c.TLS
		c.Transport = tr
	}
	return &Client{c.Transport}
}

func (c *Client) Send(req *http.Request) (*http.Response, error) { return c.tr.RoundTrip(req) }

// Shared returns a client of everybody's, or a new one.
func Shared(own bool) *http.Client {
	c := tuned
	if own {
		c = &http.Client{Transport: &http.Transport{}}
	}
	return c
}

var tuned = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
