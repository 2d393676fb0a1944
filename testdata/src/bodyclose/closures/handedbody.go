package closures

import (
	"io"
	"net/http"
)

// A literal fetches the response, and its body alone is returned.
func bodyByLiteral(url string) (io.ReadCloser, error) {
	fetch := func(scheme string) (*http.Response, error) { return http.Get(scheme + url) }
	resp, err := fetch("https://")
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func closedByLiteral(url string) (io.Reader, error) {
	fetch := func() (*http.Response, error) { return http.Get(url) }
	resp, err := fetch()
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return http.MaxBytesReader(nil, resp.Body, 1024), nil
}

// Reported: whoever calls it has the body to close.
func reportedHandedBody(url string) ([]byte, error) {
	body, err := bodyByLiteral(url) // want `response body body is not closed`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

// Silent: it does, or there is none to close.
func silentHandedBody(url string) ([]byte, error) {
	body, err := bodyByLiteral(url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func silentClosedBefore(url string) ([]byte, error) {
	body, err := closedByLiteral(url)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}
