// Package crowded has a method of so many ways that not all that its callers may know can be told apart: what decides on the body is.
package crowded

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

type Response struct {
	StatusCode int
	Body       json.RawMessage
	Open       io.ReadCloser // only if streaming
}

type Again interface {
	Retry(n int, res *http.Response, err error) (bool, error)
}

type Client struct {
	c                       *http.Client
	user, password, as, url string
	health                  bool
	again                   Again
	temporary               []int
}

type Options struct {
	Method      string
	Body        any
	ContentType string
	Again       Again
	Temporary   []int
	Stream      bool
}

var errNowhere = errors.New("no client")

func answerOf(res *http.Response, stream bool) (*Response, error) {
	r := &Response{StatusCode: res.StatusCode}
	if stream {
		r.Open = res.Body
	} else if res.Body != nil {
		data, err := io.ReadAll(res.Body)
		if err != nil {
			return nil, err
		}
		r.Body = json.RawMessage(data)
	}
	return r, nil
}

func (c *Client) next() (string, error) {
	if c.url == "" {
		return "", errNowhere
	}
	return c.url, nil
}

func (c *Client) look(ctx context.Context) {}

func (c *Client) Call(ctx context.Context, opt Options) (*Response, error) {
	named := c.user != "" || c.password != ""
	health := c.health
	as := c.as
	again := c.again
	if opt.Again != nil {
		again = opt.Again
	}
	temporary := c.temporary
	if opt.Temporary != nil {
		temporary = opt.Temporary
	}
	retry := func(code int) bool {
		for _, x := range temporary {
			if x == code {
				return true
			}
		}
		return false
	}
	var resp *Response
	var anew bool
	var n int
	if opt.Method == "GET" && opt.Body != nil && as != "GET" {
		opt.Method = as
	}
	for {
		url, err := c.next()
		if errors.Unwrap(err) == errNowhere {
			n++
			if !anew {
				c.look(ctx)
				if health {
					anew = true
					continue
				}
			}
			ok, given := again.Retry(n, nil, err)
			if given != nil {
				return nil, given
			}
			if !ok {
				return nil, err
			}
			anew = true
			continue
		}
		req, err := http.NewRequestWithContext(ctx, opt.Method, url, nil)
		if err != nil {
			return nil, err
		}
		if named {
			req.SetBasicAuth(c.user, c.password)
		}
		res, err := c.c.Do(req)
		if errors.Is(err, context.Canceled) {
			return nil, err
		}
		if err != nil {
			n++
			ok, given := again.Retry(n, res, err)
			if given != nil {
				return nil, given
			}
			if !ok {
				return nil, err
			}
			anew = true
			continue
		}
		if retry(res.StatusCode) {
			n++
			ok, given := again.Retry(n, res, err)
			if given != nil {
				res.Body.Close()
				return nil, given
			}
			if ok {
				res.Body.Close()
				anew = true
				continue
			}
		}
		if !opt.Stream {
			defer res.Body.Close()
		}
		resp, err = answerOf(res, opt.Stream)
		if err != nil {
			return nil, err
		}
		break
	}
	return resp, nil
}

func (c *Client) Get(ctx context.Context, v any) error { // Stream is not set: nothing is open
	res, err := c.Call(ctx, Options{Method: "GET"})
	if err != nil {
		return err
	}
	return json.Unmarshal(res.Body, v)
}

func (c *Client) Stream(ctx context.Context) (int, error) {
	res, err := c.Call(ctx, Options{Method: "GET", Stream: true}) // want `response body of res is not closed when the function returns at line 172`
	if err != nil {
		return 0, err
	}
	return res.StatusCode, nil
}
