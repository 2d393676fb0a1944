package unread

import (
	"io"
	"net/http"
)

// Here a request is sent once more, as a copy of the one that the first response came to.

type authClient struct{ *http.Client }

// Do asks once more with a token.
func (c *authClient) Do(orig *http.Request) (*http.Response, error) {
	req := orig.Clone(orig.Context())
	resp, err := c.Client.Do(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	again := resp.Request.Clone(orig.Context())
	again.Header.Set("Authorization", "Bearer 1")
	return c.Client.Do(again)
}

// DoFollowed asks once more where a redirect has led.
func (c *authClient) DoFollowed(orig *http.Request) (*http.Response, error) {
	resp, err := c.Client.Do(orig)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	from := orig
	if resp.Request.URL.Host != orig.URL.Host {
		from = resp.Request.Clone(orig.Context())
	}
	again := from.Clone(orig.Context())
	again.Header.Set("Authorization", "Bearer 1")
	return c.Client.Do(again)
}

// DoCaptured is DoFollowed with a variable that a function literal uses.
func (c *authClient) DoCaptured(orig *http.Request, token func(func() string) string) (*http.Response, error) {
	resp, err := c.Client.Do(orig)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	from := orig
	if resp.Request.URL.Host != orig.URL.Host {
		from = resp.Request.Clone(orig.Context())
	}
	var again *http.Request
	switch resp.Header.Get("Www-Authenticate") {
	case "Basic":
		again = from.Clone(orig.Context())
	case "Bearer":
		again = from.Clone(orig.Context())
		again.Header.Set("Authorization", token(func() string { return from.URL.Host }))
	default:
		return resp, nil
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return c.Client.Do(again)
}

// DoGet asks for the body with the second request.
func (c *authClient) DoGet(orig *http.Request) (*http.Response, error) {
	resp, err := c.Client.Do(orig)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	again := resp.Request.Clone(orig.Context())
	again.Method = http.MethodGet
	return c.Client.Do(again)
}

// DoOther sends another request than the first.
func (c *authClient) DoOther(orig, first *http.Request) (*http.Response, error) {
	resp, err := c.Client.Do(first)
	if err != nil {
		return nil, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return c.Client.Do(resp.Request.Clone(orig.Context()))
}

func headResent(c *authClient, u string) (int64, error) { // silent: HEAD
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.ContentLength, nil
}

func getResent(c *authClient, u string) (int64, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req) // want `response body of resp is closed unread at line \d+`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.ContentLength, nil
}

func headFollowed(c *authClient, u string) (int64, error) { // silent: HEAD
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.DoFollowed(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.ContentLength, nil
}

func headResentAsGet(c *authClient, u string) (int64, error) {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.DoGet(req) // want `response body of resp is closed unread at line \d+`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.ContentLength, nil
}

func headOfAnother(c *authClient, u string) (int64, error) {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	first, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.DoOther(req, first) // want `response body of resp is closed unread at line \d+`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.ContentLength, nil
}

func headCaptured(c *authClient, token func(func() string) string, u string) (int64, error) { // silent: HEAD
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.DoCaptured(req, token)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.ContentLength, nil
}
