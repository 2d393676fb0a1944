package unread

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// Silent: it is read through what limits it.
func readUpTo(url string, v any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	buf := make([]byte, 50<<10)
	lr := &io.LimitedReader{R: resp.Body, N: 50 << 10}
	n, err := lr.Read(buf)
	if err != nil && err != io.EOF {
		return err
	}
	return json.Unmarshal(buf[:n], v)
}

func lookAtLimit(url string) (int64, error) {
	resp, err := http.Get(url) // want "response body of resp is closed unread at line 34"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	lr := &io.LimitedReader{R: resp.Body, N: 50 << 10}
	return lr.N, nil
}
