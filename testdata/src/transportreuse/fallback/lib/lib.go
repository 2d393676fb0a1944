// Package lib makes clients, with defaults for what the config leaves out.
package lib

import (
	"io"
	"net/http"
)

// A Config says how.
type Config struct {
	HTTP    *http.Client
	Address string
}

// Default has a client.
func Default() *Config {
	return &Config{HTTP: &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true}}, Address: "http://localhost"}
}

// A Client asks.
type Client struct{ config *Config }

// New takes what the config lacks from the default one.
func New(c *Config) *Client {
	def := Default()
	if c == nil {
		c = def
	}
	if c.HTTP == nil {
		c.HTTP = def.HTTP
	}
	return &Client{config: c}
}

// Ask makes a request.
func (c *Client) Ask() error {
	resp, err := c.config.HTTP.Get(c.config.Address)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
