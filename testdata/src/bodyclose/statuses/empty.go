package statuses

import (
	"bytes"
	"io"
	"net/http"
)

// Silent: a response of length 0 has no body.
func silentLength(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.ContentLength == 0 {
		return nil
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// A length of -1 is one that is not known.
func lengthUnknown(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 30"
	if err != nil {
		return err
	}
	if resp.ContentLength <= 0 {
		return nil
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// readIn puts what was read in the body's place, if there is one.
func readIn(resp *http.Response) error {
	if resp.ContentLength != 0 {
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil {
			return err
		}
		resp.Body = io.NopCloser(bytes.NewReader(b))
	}
	return nil
}

func checksIn(resp *http.Response) error {
	if err := readIn(resp); err != nil {
		return err
	}
	return nil
}

// Silent: closed, or without a body.
func silentReadIn(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	err = checksIn(resp)
	return resp.StatusCode, err
}

// An operation keeps the response that it began with.
type operation struct{ first *http.Response }

func begin(url string) (*operation, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if err := checksIn(resp); err != nil {
		return nil, err
	}
	return &operation{resp}, nil
}

// Silent: what the operation keeps is closed, or without a body.
func silentBegin(url string) error {
	_, err := begin(url)
	return err
}

func beginOpen(url string) (*operation, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &operation{resp}, nil
}

func begins(url string) error {
	_, err := beginOpen(url) // want "the response is discarded"
	return err
}

// Silent: what is not closed is http.NoBody.
func silentNoBody(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	if resp.Body != nil && resp.Body != http.NoBody {
		defer resp.Body.Close()
	}
	return resp.StatusCode, nil
}

func onlyNoBody(url string) (int, error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 120"
	if err != nil {
		return 0, err
	}
	if resp.Body == http.NoBody {
		resp.Body.Close()
	}
	return resp.StatusCode, nil
}
