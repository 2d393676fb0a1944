package storing

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
)

// A cabinet keeps responses in places that do not say so by their type.
type cabinet struct {
	any     any
	value   atomic.Value
	pointer atomic.Pointer[http.Response]
	named   map[string]any
	all     sync.Map
}

func (c *cabinet) fromAny() *http.Response {
	resp, _ := c.any.(*http.Response)
	return resp
}

func (c *cabinet) fromValue() (*http.Response, bool) {
	v := c.value.Load()
	if v == nil {
		return nil, false
	}
	return v.(*http.Response), true
}

func (c *cabinet) fromPointer() *http.Response { return c.pointer.Load() }

func (c *cabinet) fromMap(name string) *http.Response {
	resp, _ := c.named[name].(*http.Response)
	return resp
}

func (c *cabinet) fromAll(name string) *http.Response {
	if v, ok := c.all.Load(name); ok {
		return v.(*http.Response)
	}
	return nil
}

type respKey struct{}

func fromContext(ctx context.Context) *http.Response {
	resp, _ := ctx.Value(respKey{}).(*http.Response)
	return resp
}

// Silent: who looks at what is kept need not close it.
func looks(ctx context.Context, c *cabinet) int {
	status := c.fromAny().StatusCode + c.fromPointer().StatusCode + c.fromMap("a").StatusCode + c.fromAll("a").StatusCode + fromContext(ctx).StatusCode
	if resp, ok := c.fromValue(); ok {
		status += resp.StatusCode
	}
	kept := c.pointer.Load()
	return status + kept.StatusCode
}

// What is fetched is handed over, also as an any.
func fetchAny(url string) (any, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func unpack(url string) (*http.Response, error) {
	v, err := fetchAny(url)
	if err != nil {
		return nil, err
	}
	resp, ok := v.(*http.Response)
	if !ok {
		return nil, errors.New("no response")
	}
	return resp, nil
}

func unpacked(url string) int {
	resp, err := unpack(url) // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// A wrapper may close the body by a method value that it keeps.
type bounded struct {
	io.Reader
	close func() error
}

func (b *bounded) Close() error { return b.close() }

func bound(body io.ReadCloser, n int64) io.ReadCloser {
	return &bounded{io.LimitReader(body, n), body.Close}
}

// Silent: closing the wrapper closes the body.
func closesWrapper(url string, n int64) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	body := resp.Body
	if n > 0 {
		body = bound(body, n)
	}
	defer body.Close()
	return io.ReadAll(body)
}

func forgetsWrapper(url string, n int64) ([]byte, error) {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(bound(resp.Body, n))
}

// Its Close does nothing of the kind.
type idle struct {
	io.Reader
	close func() error
}

func (i *idle) Close() error { return nil }

func closesIdle(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `response body of resp is not closed`
	if err != nil {
		return nil, err
	}
	body := io.ReadCloser(&idle{resp.Body, resp.Body.Close})
	defer body.Close()
	return io.ReadAll(body)
}
