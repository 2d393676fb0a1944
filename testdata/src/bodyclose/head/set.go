package head

import (
	"io"
	"net/http"
)

func methodSet(c *http.Client, r *http.Request) int64 {
	r.Method = http.MethodHead
	resp, err := c.Do(r) // HEAD
	if err != nil {
		return 0
	}
	return resp.ContentLength
}

func readBody(c *http.Client, r *http.Request) (*http.Response, []byte, error) {
	resp, err := c.Do(r)
	if err != nil {
		return nil, nil, err
	}
	b, err := io.ReadAll(resp.Body)
	return resp, b, err
}

func methodSetForHelper(c *http.Client, r *http.Request) int64 {
	r.Method = http.MethodHead
	resp, _, err := readBody(c, r) // HEAD
	if err != nil {
		return 0
	}
	return resp.ContentLength
}

func methodSetOtherwise(c *http.Client, r *http.Request) int64 {
	r.Method = http.MethodPut
	resp, _, err := readBody(c, r) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.ContentLength
}
