// Package head holds HEAD requests, whose responses have no body, next to
// requests that only look like them.
package head

import (
	"context"
	"log"
	"net/http"
	"net/url"
)

const (
	probe = "HEAD"
	fetch = "GET"
)

// Silent: HEAD has no body.
func headFunc(u string) (int, error) {
	resp, err := http.Head(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: closing it does no harm.
func headFuncClosed(u string) (int, error) {
	resp, err := http.Head(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// Silent: HEAD has no body, so the discarded one loses nothing.
func headDiscarded(u string) error {
	_, err := http.Head(u)
	return err
}

// Silent: nor does a call as a statement.
func headStatement(u string) {
	http.Head(u)
}

// Silent: a client's Head.
func clientHead(c *http.Client, u string) (int64, error) {
	resp, err := c.Head(u)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

// Silent: the default client's Head in a loop.
func headInLoop(urls []string) {
	for _, u := range urls {
		resp, err := http.DefaultClient.Head(u)
		if err != nil {
			continue
		}
		log.Println(resp.Status)
	}
}

func getInstead(c *http.Client, u string) (int64, error) {
	resp, err := c.Get(u) // want "response body of resp is not closed when the function returns at line 72"
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

// Silent: the request is made with "HEAD".
func requestLiteralMethod(c *http.Client, u string) (int, error) {
	req, err := http.NewRequest("HEAD", u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: the request is made with http.MethodHead, and a context.
func requestNamedMethod(ctx context.Context, c *http.Client, u string) (int, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Accept", "*/*")
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: the method is a constant of the package.
func requestOwnConstant(c *http.Client, u string) (int, error) {
	req, err := http.NewRequest(probe, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func requestOtherConstant(c *http.Client, u string) (int, error) {
	req, err := http.NewRequest(fetch, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func requestEmptyMethod(c *http.Client, u string) (int, error) {
	req, err := http.NewRequest("", u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func requestOptions(c *http.Client, u string) (http.Header, error) {
	req, err := http.NewRequest(http.MethodOptions, u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

// Silent: a local variable that is never anything else.
func requestLocalVariable(c *http.Client, u string) (int, error) {
	method := http.MethodHead
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func requestMaybeHead(c *http.Client, u string, short bool) (int, error) {
	method := http.MethodGet
	if short {
		method = http.MethodHead
	}
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 178"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func requestMethodParameter(c *http.Client, method, u string) (int, error) {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: the method is changed to HEAD before the request goes out.
func changedToHead(c *http.Client, u string) (int, error) {
	req, err := http.NewRequest("GET", u, nil)
	if err != nil {
		return 0, err
	}
	req.Method = http.MethodHead
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func changedFromHead(c *http.Client, u string) (int, error) {
	req, err := http.NewRequest("HEAD", u, nil)
	if err != nil {
		return 0, err
	}
	req.Method = http.MethodGet
	resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 217"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// headThenGet sends the same request twice; only the second has a body.
func headThenGet(c *http.Client, u string) (string, error) {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return "", err
	}
	probed, err := c.Do(req)
	if err != nil {
		return "", err
	}
	if probed.StatusCode != http.StatusOK {
		return "", nil
	}
	req.Method = http.MethodGet
	resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 238"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// Silent: HEAD first, and the GET that follows is closed.
func headThenGetClosed(u string) (string, error) {
	resp, err := http.Head(u)
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return resp.Status, nil
	}
	resp, err = http.Get(u)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

func fallbackToGet(u string) (int, error) {
	resp, err := http.Head(u)
	if err != nil || resp.StatusCode == http.StatusMethodNotAllowed {
		resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 266"
	}
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: the request is a literal with HEAD.
func requestStruct(c *http.Client, u *url.URL) (int, error) {
	resp, err := c.Do(&http.Request{Method: "HEAD", URL: u})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: the literal is in a variable first.
func requestStructVariable(c *http.Client, u *url.URL) (int, error) {
	req := &http.Request{
		URL:    u,
		Method: http.MethodHead,
		Header: http.Header{"Accept": {"*/*"}},
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func requestStructWithoutMethod(c *http.Client, u *url.URL) (int, error) {
	resp, err := c.Do(&http.Request{URL: u}) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: WithContext hands the same method on.
func headWithContext(ctx context.Context, c *http.Client, u string) (int, error) {
	req, err := http.NewRequest("HEAD", u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: a round tripper's HEAD has no body either.
func headRoundTrip(rt http.RoundTripper, u string) (int, error) {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func headOfAnotherRequest(c *http.Client, u string) (int, error) {
	first, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	log.Println(first.Method)
	second, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(second) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// headInTheAddress has the word in its address only.
func headInTheAddress(c *http.Client) (int, error) {
	req, err := http.NewRequest(http.MethodGet, "http://localhost/HEAD", nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("X-HTTP-Method-Override", "HEAD")
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
