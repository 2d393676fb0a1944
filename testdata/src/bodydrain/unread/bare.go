package unread

import (
	"errors"
	"io"
	"net/http"
)

// bareBody hands out the body without its response.
func bareBody(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

func bareReachable(url string) error {
	body, err := bareBody(url) // want `^response body body is closed unread at line 28, so the connection is not reused$`
	if err != nil {
		return err
	}
	return body.Close()
}

func bareRead(url string) ([]byte, error) {
	body, err := bareBody(url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}
