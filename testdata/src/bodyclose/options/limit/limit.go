// Package limit closes what has a limit.
package limit

import (
	"errors"
	"io"
	"net/http"
)

// Read reads no more than n bytes, and closes the body if there may be one.
func Read(resp *http.Response, n int64) error {
	if n < 0 {
		return errors.New("limit: less than nothing")
	}
	defer resp.Body.Close()
	_, err := io.CopyN(io.Discard, resp.Body, n)
	return err
}
