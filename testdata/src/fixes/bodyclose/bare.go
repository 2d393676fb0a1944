package bodyclose

import (
	"encoding/json"
	"io"
	"net/http"
)

func openBody(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func bareBody(url string, v any) error {
	body, err := openBody(url) // want `response body body is not closed`
	if err != nil {
		return err
	}
	return json.NewDecoder(body).Decode(v)
}

func bareLate(url string) ([]byte, error) {
	rc, err := openBody(url) // want `response body rc is not closed`
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(rc)
	if err != nil {
		return nil, err
	}
	rc.Close()
	return data, nil
}

func bareDiscarded(url string) error {
	_, err := openBody(url) // want `response body of openBody is not closed: it is discarded`
	if err != nil {
		return err
	}
	return nil
}
