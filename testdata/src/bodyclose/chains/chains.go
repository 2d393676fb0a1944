// Package chains has requests that go through chains of policies: what comes out of one may be closed.
package chains

import (
	"net/http"

	"bodyclose/chains/pipeline"
	"bodyclose/chains/policies"
	"bodyclose/chains/sdk"
)

// Silent: what the poller holds came through the standard chain.
func begin(c *sdk.Client) (bool, error) {
	p, err := c.Begin("https://example.com")
	if err != nil {
		return false, err
	}
	return p.Done(), nil
}

// Silent: so did this.
func send(req *http.Request) (int, error) {
	resp, err := policies.Standard(http.DefaultClient).Do(&pipeline.Request{Raw: req})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: nobody knows what the chain is made of.
func sendThrough(p pipeline.Pipeline, req *http.Request) (int, error) {
	resp, err := p.Do(&pipeline.Request{Raw: req})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The chain is in view: nothing in it closes what comes out.
func sendPlain(req *http.Request) (int, error) {
	chain := pipeline.New(&http.Client{}, policies.Retry(2))
	resp, err := chain.Do(&pipeline.Request{Raw: req}) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func sendOwn(req *http.Request) (int, error) {
	resp, err := own(false).Do(&pipeline.Request{Raw: req}) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func own(twice bool) pipeline.Pipeline {
	if twice {
		return pipeline.New(http.DefaultClient, policies.Retry(2))
	}
	return pipeline.New(http.DefaultClient)
}

// Silent: a function of this package makes the standard chain.
func sendStandard(req *http.Request) (int, error) {
	resp, err := standard().Do(&pipeline.Request{Raw: req})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func standard() pipeline.Pipeline { return policies.Standard(http.DefaultClient) }
