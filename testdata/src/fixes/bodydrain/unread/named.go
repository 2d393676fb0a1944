package unread

import (
	stdio "io"
	"net/http"
)

var _ stdio.Reader

func get(u string) (*http.Response, error) { return http.Get(u) }

func named(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	resp.Body.Close()
	return nil
}
