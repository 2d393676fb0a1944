package drainutil

import (
	"errors"
	"io"
	"net/http"
)

// GetSuccess returns a response with a status of success, or an error.
func GetSuccess(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode < 200 || 299 < resp.StatusCode {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}
