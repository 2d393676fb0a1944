package unread

import (
	"context"
	"net/http"
)

const headMethod = "HEAD"

func headOfPackage(u string) error {
	resp, err := http.Head(u)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: HEAD
}

func headOfClient(c *http.Client, u string) (int64, error) {
	resp, err := c.Head(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close() // silent: HEAD
	return resp.ContentLength, nil
}

func headRequest(c *http.Client, u string) error {
	req, err := http.NewRequest("HEAD", u, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: HEAD
}

func headRequestByConstant(ctx context.Context, c *http.Client, u string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, u, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "*/*")
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // silent: HEAD
	return nil
}

func headRequestByOwnConstant(rt http.RoundTripper, u string) error {
	req, err := http.NewRequest(headMethod, u, nil)
	if err != nil {
		return err
	}
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: HEAD
}

func headRequestWithContext(ctx context.Context, c *http.Client, u string) error {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req.WithContext(ctx))
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: HEAD, in a copy of the request
}

func getRequestByConstant(c *http.Client, u string) error {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func requestOfUnknownMethod(c *http.Client, method, u string) error {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func headThenGet(c *http.Client, u string) error {
	resp, err := c.Head(u)
	if err != nil {
		return err
	}
	resp.Body.Close() // silent: HEAD
	if resp.StatusCode != http.StatusMethodNotAllowed {
		return nil
	}
	resp, err = c.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A query is a request of the package's own type.
type query http.Request

func newQuery(method, u string) (*query, error) {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Add("User-Agent", "test")
	return (*query)(req), nil
}

func headOfOwnType(u string) error {
	q, err := newQuery("HEAD", u)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do((*http.Request)(q))
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: HEAD
}

func headOfOwnTypeWith(ctx context.Context, u string) error {
	q, err := newQuery("HEAD", u)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do((*http.Request)(q).WithContext(ctx))
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: HEAD
}

func getOfOwnType(u string) error {
	q, err := newQuery("GET", u)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do((*http.Request)(q)) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func headOnly(r *http.Request) error {
	if r.Method != http.MethodHead {
		return nil
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: HEAD
}

func allButHead(r *http.Request) error {
	if r.Method == http.MethodHead {
		return nil
	}
	resp, err := http.DefaultClient.Do(r) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
