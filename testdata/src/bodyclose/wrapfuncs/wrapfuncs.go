// Package wrapfuncs has functions that return the responses of others: open, closed, replaced, their own argument, or by a func value.
package wrapfuncs

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
	"github.com/samber/lo"
)

// Returned open.

func open(u string) (*http.Response, error) {
	return http.Get(u) // silent: the caller owns it
}

func openThroughVariable(ctx context.Context, u string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", u, err)
	}
	return resp, nil // silent: the caller owns it
}

func openNamed(u string) (resp *http.Response, err error) {
	resp, err = http.Get(u)
	return // silent: the caller owns it
}

func openBody(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil // silent: the body goes to the caller
}

func openWithMore(u string) ([]byte, *http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	b, err := io.ReadAll(resp.Body)
	return b, resp, err // silent: the caller owns it
}

func callsOpen(u string) (string, error) {
	resp, err := open(u) // want "response body of resp is not closed when the function returns at line 63"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func callsOpenAndCloses(u string) error {
	resp, err := open(u)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func callsOpenThroughVariable(ctx context.Context, u string) ([]byte, error) {
	resp, err := openThroughVariable(ctx, u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func callsOpenNamed(u string) {
	_, _ = openNamed(u) // want "response body of openNamed is not closed: the response is discarded"
}

func callsOpenWithMore(u string) ([]byte, error) {
	b, _, err := openWithMore(u) // want "response body of openWithMore is not closed: the response is discarded"
	return b, err
}

func callsOpenWithMoreAndCloses(u string) ([]byte, error) {
	b, resp, err := openWithMore(u)
	if resp != nil {
		defer resp.Body.Close() // silent: closed wherever there is one
	}
	return b, err
}

// Returned closed, or with the body in memory.

func closed(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp, nil
}

func closedAndDecoded(u string, v any) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return resp, err
	}
	err = json.NewDecoder(resp.Body).Decode(v)
	resp.Body.Close()
	return resp, err
}

func buffered(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewBuffer(b))
	return resp, nil // silent: the first body is closed, the second is in memory
}

func bufferedButNotClosed(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

func emptied(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	resp.Body = http.NoBody
	return resp, nil
}

func inMemory(status int, text string) (*http.Response, error) {
	return &http.Response{
		Status:     text,
		StatusCode: status,
		Body:       io.NopCloser(bytes.NewReader([]byte(text))),
	}, nil
}

func inMemoryWithoutBody(status int) *http.Response {
	r := new(http.Response)
	r.StatusCode = status
	r.Body = http.NoBody
	return r
}

func callsClosed(u string) (int, error) {
	resp, err := closed(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil // silent: it came closed
}

func callsClosedAndDecoded(u string) (http.Header, error) {
	var v struct{ ID int }
	resp, err := closedAndDecoded(u, &v)
	if err != nil {
		return nil, err
	}
	return resp.Header, nil // silent: it came closed
}

func callsBuffered(u string) ([]byte, error) {
	resp, err := buffered(u)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body) // silent: the body is in memory
}

func callsEmptied(u string) (int64, error) {
	resp, err := emptied(u)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil // silent: it has no body
}

func callsInMemory() string {
	resp, _ := inMemory(200, "fine")
	return resp.Status + inMemoryWithoutBody(204).Status // silent: both were made here
}

func callsClosedDiscarded(u string) error {
	_, err := closed(u)
	return err // silent: it came closed
}

// Open on one path, closed on another.

func openUnlessDecoded(u string, v any) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if v != nil {
		defer resp.Body.Close()
		if err := json.NewDecoder(resp.Body).Decode(v); err != nil {
			return resp, err
		}
	}
	return resp, nil
}

func callsOpenUnlessDecoded(u string, v any) (string, error) {
	resp, err := openUnlessDecoded(u, v) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// Dropped on a bad status.

func droppedOnBadStatus(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 248"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode/100 != 2 {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return resp, nil
}

func closedOnBadStatus(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode/100 != 2 {
		resp.Body.Close()
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return resp, nil // silent: closed on the one path, returned on the other
}

func returnedWithErrorOnBadStatus(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode/100 != 2 {
		return resp, fmt.Errorf("status %s", resp.Status)
	}
	return resp, nil // silent: returned on both
}

func droppedBodyOnBadStatus(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 285"
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusOK, http.StatusPartialContent:
		return resp.Body, nil
	case http.StatusNotFound:
		return nil, errors.New("not found")
	}
	defer resp.Body.Close()
	return nil, errors.New(resp.Status)
}

func callsClosedOnBadStatus(u string) error {
	resp, err := closedOnBadStatus(u)
	if err != nil {
		return err // silent: an error comes without a response
	}
	defer resp.Body.Close()
	return nil
}

func callsClosedOnBadStatusAndForgets(u string) (string, error) {
	resp, err := closedOnBadStatus(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// Own argument.

func tagged(resp *http.Response, tag string) *http.Response {
	resp.Header.Set("X-Tag", tag)
	return resp
}

func passResult(resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, fmt.Errorf("passing: %w", err)
	}
	return resp, nil
}

func callsTagged(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	other := tagged(resp, "a")
	fmt.Println(other.Status) // silent: the callee returns its own argument
	return nil
}

func callsTaggedOnParameter(resp *http.Response) string {
	return tagged(resp, "b").Status // silent: the callee returns its own argument, the parameter
}

func callsPassResult(u string) error {
	resp, err := passResult(http.Get(u))
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func callsPassResultLeaks(u string) (string, error) {
	resp, err := passResult(http.Get(u)) // want "response body of (resp|http.Get) is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func mustCloses(u string) {
	resp := lo.Must(http.Get(u))
	defer resp.Body.Close() // silent: Must returns its argument
}

func mustLeaks(u string) int {
	resp := lo.Must(http.Get(u)) // want "response body of (resp|http.Get) is not closed"
	return resp.StatusCode
}

func mustChained(c *http.Client, req *http.Request) {
	_ = lo.Must(c.Do(req)).Body.Close() // silent: closed
}

func mustInExpression(u string) []byte {
	return lo.Must(io.ReadAll(lo.Must(http.Get(u)).Body)) // want "response body of http.Get is not closed"
}

func mustOne(c *http.Client, req *http.Request) string {
	resp := lo.Must1(c.Do(req)) // want "response body of (resp|c.Do) is not closed"
	return resp.Status
}

func mustTwo(u string) ([]byte, int) {
	b, resp := lo.Must2(openWithMore(u)) // want "response body of (resp|openWithMore) is not closed"
	return b, resp.StatusCode
}

func mustTwoCloses(u string) []byte {
	b, resp := lo.Must2(openWithMore(u))
	lo.Must0(resp.Body.Close()) // silent: closed
	return b
}

func mustReturned(u string) *http.Response {
	return lo.Must(http.Get(u)) // silent: the caller owns it
}

func callsMustReturned(u string) int {
	resp := mustReturned(u) // want "response body of resp is not closed"
	return resp.StatusCode
}

// Results that are functions.

func factory(c *http.Client, u string) func() (*http.Response, error) {
	return func() (*http.Response, error) { return c.Get(u) } // silent: the caller owns it
}

func makesFactory(c *http.Client, u string) func() (*http.Response, error) {
	get := factory(c, u) // silent: nothing was requested yet
	return get
}

func callsFactory(c *http.Client, u string) (string, error) {
	get := factory(c, u)
	resp, err := get() // want "response body of resp is not closed when the function returns at line 413"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func callsFactoryAndCloses(c *http.Client, u string) error {
	resp, err := factory(c, u)()
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

// Generic callers.

func try[T any](f func() (T, error)) (T, error) {
	var zero T
	var last error
	for range 3 {
		v, err := f()
		if err == nil {
			return v, nil
		}
		last = err
	}
	return zero, last
}

func withTimeout[T any](d time.Duration, f func(ctx context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	return f(ctx)
}

func tried(u string) error {
	resp, err := try(func() (*http.Response, error) {
		return http.Get(u) // silent: try hands it to its caller
	})
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func triedLeaks(u string) (string, error) {
	resp, err := try(func() (*http.Response, error) { // want "response body of resp is not closed"
		return http.Get(u)
	})
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func triedNumber(u string) (int, error) {
	return try(func() (int, error) {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 471"
		if err != nil {
			return 0, err
		}
		return resp.StatusCode, nil
	})
}

func timedLeaks(c *http.Client, req *http.Request) (string, error) {
	resp, err := withTimeout(time.Second, func(ctx context.Context) (*http.Response, error) { // want "response body of resp is not closed"
		return c.Do(req.WithContext(ctx))
	})
	if err != nil {
		return "", err
	}
	return resp.Proto, nil
}

// Interfaces, fields and variables.

type sender interface {
	Send(ctx context.Context, req *http.Request) (*http.Response, error)
}

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type senderFunc func(*http.Request) (*http.Response, error)

func (f senderFunc) Do(req *http.Request) (*http.Response, error) { return f(req) }

type client struct {
	sender sender
	doer   doer
	do     func(*http.Request) (*http.Response, error)
	hooks  map[string]senderFunc
	http.Client
}

func (c *client) sendLeaks(ctx context.Context, req *http.Request) (int, error) {
	resp, err := c.sender.Send(ctx, req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *client) send(ctx context.Context, req *http.Request) error {
	resp, err := c.sender.Send(ctx, req)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func (c *client) doerLeaks(req *http.Request) error {
	resp, err := c.doer.Do(req) // want "response body of resp is not closed when the function returns at line 529"
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusConflict {
		return errors.New("conflict")
	}
	return resp.Body.Close()
}

func (c *client) fieldLeaks(req *http.Request) (int, error) {
	resp, err := c.do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *client) fieldCloses(req *http.Request) error {
	resp, err := c.do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func (c *client) mapLeaks(req *http.Request) (int, error) {
	resp, err := c.hooks[req.Method](req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *client) embeddedLeaks(req *http.Request) (int, error) {
	resp, err := c.Client.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *client) promotedDiscarded(u string) {
	c.Get(u) // want "response body of c.Get is not closed: the response is discarded"
}

func variableLeaks(c *http.Client, req *http.Request) (int, error) {
	do := c.Do
	resp, err := do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func variableCloses(c *http.Client, req *http.Request) error {
	do := c.Do
	if req.Method == "" {
		do = http.DefaultClient.Do
	}
	resp, err := do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

var get = http.Get

func globalVariableLeaks(u string) (int, error) {
	resp, err := get(u) // want "response body of resp is not closed when the function returns at line 598"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func parameterLeaks(do func(*http.Request) (*http.Response, error), req *http.Request) (int, error) {
	resp, err := do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func parameterWithoutErrorLeaks(do func(*http.Request) *http.Response, req *http.Request) int {
	return do(req).StatusCode // want "response body of do is not closed"
}

func methodExpressionLeaks(c *http.Client, req *http.Request) (int, error) {
	resp, err := (*http.Client).Do(c, req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func namedFuncTypeLeaks(f senderFunc, req *http.Request) (int, error) {
	resp, err := f.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Retries.

func retriedClosing(c *http.Client, req *http.Request) (*http.Response, error) {
	for i := 0; ; i++ {
		resp, err := c.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusTooManyRequests || i == 3 {
			return resp, nil
		}
		resp.Body.Close() // silent: closed before the next try
		time.Sleep(time.Second)
	}
}

func retriedLeaking(c *http.Client, req *http.Request) (*http.Response, error) {
	for i := 0; ; i++ {
		resp, err := c.Do(req) // want "response body of resp is not closed"
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusTooManyRequests || i == 3 {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
}

func retriedWithOuterVariables(c *http.Client, req *http.Request) (resp *http.Response, err error) {
	for range 3 {
		resp, err = c.Do(req) // want "response body of resp is not closed"
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}

func retriedWithOuterVariablesClosing(c *http.Client, req *http.Request) (resp *http.Response, err error) {
	for i := range 3 {
		resp, err = c.Do(req)
		if err == nil && resp.StatusCode < 500 || i == 2 {
			break
		}
		if resp != nil {
			resp.Body.Close()
		}
	}
	return resp, err // silent: every one but the last is closed
}

func callsRetriedClosing(c *http.Client, req *http.Request) (int, error) {
	resp, err := retriedClosing(c, req) // want "response body of resp is not closed when the function returns at line 686"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func retryableLeaks(c *retryablehttp.Client, req *retryablehttp.Request) (int, error) {
	resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 694"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func retryableCloses(c *retryablehttp.Client, u string) error {
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func retryableStandardLeaks(u string) (int, error) {
	resp, err := retryablehttp.NewClient().StandardClient().Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
