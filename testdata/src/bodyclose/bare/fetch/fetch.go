// Package fetch hands out bodies without their responses.
package fetch

import (
	"bytes"
	"errors"
	"io"
	"net/http"
)

// Open returns an open body.
func Open(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

// Load returns what needs no closing.
func Load(url string) (io.ReadCloser, error) {
	body, err := Open(url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	data, err := io.ReadAll(body)
	return io.NopCloser(bytes.NewReader(data)), err
}

// A Source is where bodies come from.
type Source interface {
	Open(url string) (io.ReadCloser, error)
}
