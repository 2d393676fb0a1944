// Package retryablehttp is a miniature of hashicorp's: Do tries again while the server fails, and hands the last response over open.
package retryablehttp

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

const respReadLimit = int64(4096)

// Request wraps a request so that it can be sent again.
type Request struct {
	*http.Request
}

// NewRequest makes a Request.
func NewRequest(method, url string, rawBody interface{}) (*Request, error) {
	body, _ := rawBody.(io.Reader)
	req, err := http.NewRequest(method, url, body)
	if err != nil {
		return nil, err
	}
	return &Request{Request: req}, nil
}

// CheckRetry decides whether to try again.
type CheckRetry func(ctx context.Context, resp *http.Response, err error) (bool, error)

// ErrorHandler is asked for the outcome when all tries are used up.
type ErrorHandler func(resp *http.Response, err error, numTries int) (*http.Response, error)

// Client sends Requests.
type Client struct {
	HTTPClient   *http.Client
	RetryMax     int
	RetryWaitMin time.Duration
	CheckRetry   CheckRetry
	ErrorHandler ErrorHandler
}

// NewClient makes a Client with the defaults.
func NewClient() *Client {
	return &Client{
		HTTPClient:   &http.Client{},
		RetryMax:     4,
		RetryWaitMin: time.Second,
		CheckRetry:   DefaultRetryPolicy,
	}
}

// DefaultRetryPolicy tries again after errors and on 5xx.
func DefaultRetryPolicy(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if err != nil {
		return true, nil
	}
	return resp.StatusCode == 0 || resp.StatusCode >= 500, nil
}

// Do sends req, again and again while CheckRetry asks for it.
func (c *Client) Do(req *Request) (*http.Response, error) {
	var resp *http.Response
	var attempt int
	var doErr, checkErr error
	for i := 0; ; i++ {
		attempt++
		var again bool
		resp, doErr = c.HTTPClient.Do(req.Request)
		again, checkErr = c.CheckRetry(req.Context(), resp, doErr)
		if !again {
			break
		}
		if c.RetryMax-i <= 0 {
			break
		}
		if doErr == nil {
			c.drainBody(resp.Body)
		}
		time.Sleep(c.RetryWaitMin)
	}
	if doErr == nil && checkErr == nil && resp.StatusCode < 500 {
		return resp, nil
	}
	err := doErr
	if checkErr != nil {
		err = checkErr
	}
	if c.ErrorHandler != nil {
		return c.ErrorHandler(resp, err, attempt)
	}
	if resp != nil {
		c.drainBody(resp.Body)
	}
	return nil, fmt.Errorf("giving up after %d tries: %w", attempt, err)
}

func (c *Client) drainBody(body io.ReadCloser) {
	defer body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(body, respReadLimit))
}

// Get sends a GET.
func (c *Client) Get(url string) (*http.Response, error) {
	req, err := NewRequest("GET", url, nil)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

// StandardClient returns an http.Client that sends through c.
func (c *Client) StandardClient() *http.Client {
	return &http.Client{Transport: &RoundTripper{Client: c}}
}

// RoundTripper is a Client as an http.RoundTripper.
type RoundTripper struct {
	Client *Client
}

// RoundTrip implements http.RoundTripper.
func (rt *RoundTripper) RoundTrip(req *http.Request) (*http.Response, error) {
	return rt.Client.Do(&Request{Request: req})
}
