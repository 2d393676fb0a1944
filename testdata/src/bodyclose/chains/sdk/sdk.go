// Package sdk has a client that sends its requests through a chain.
package sdk

import (
	"encoding/json"
	"io"
	"net/http"

	"bodyclose/chains/pipeline"
	"bodyclose/chains/policies"
)

// A Client sends requests.
type Client struct{ chain pipeline.Pipeline }

// New returns a client.
func New(c *http.Client) *Client { return &Client{policies.Standard(c)} }

// A Poller asks until something is done.
type Poller struct {
	resp  *http.Response
	chain pipeline.Pipeline
}

// Begin starts something.
func (c *Client) Begin(url string) (*Poller, error) {
	resp, err := c.begin(url)
	if err != nil {
		return nil, err
	}
	return &Poller{resp, c.chain}, nil
}

func (c *Client) begin(url string) (*http.Response, error) {
	req, err := http.NewRequest("PUT", url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.chain.Do(&pipeline.Request{Raw: req})
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusAccepted {
		return nil, io.ErrUnexpectedEOF
	}
	return resp, nil
}

// Done asks whether it is.
func (p *Poller) Done() bool { return p.resp.StatusCode == http.StatusOK }

// Get decodes what it gets.
func (c *Client) Get(url string, v any) error {
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return err
	}
	resp, err := c.chain.Do(&pipeline.Request{Raw: req})
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(v)
}
