package paths

import (
	"errors"
	"io"
	"net/http"
)

func headAndCheck(u string) (int64, error) {
	resp, err := http.Head(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return 0, errors.New(resp.Status) // silent: HEAD
	}
	return resp.ContentLength, nil
}

func headAndRead(c *http.Client, u string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodHead, u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status) // silent: HEAD
	}
	return io.ReadAll(resp.Body)
}

func getAndCheck(c *http.Client, u string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}
