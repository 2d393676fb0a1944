package unread

import (
	"io"
	"net/http"
)

func emptied(u string) (*http.Response, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return resp, func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}, nil
}

func unemptied(u string) (*http.Response, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return resp, func() { resp.Body.Close() }, nil
}

func silentEmptied(u string) (int, error) {
	resp, done, err := emptied(u)
	if err != nil {
		return 0, err
	}
	defer done()
	return resp.StatusCode, nil
}

func closedByFunction(u string) (int, error) {
	resp, done, err := unemptied(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer done()
	return resp.StatusCode, nil
}
