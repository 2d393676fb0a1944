package unread

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
)

// What comes after the Close reads nothing.

func decodeTooLate(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 17"
	if err != nil {
		return err
	}
	resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func copyTooLate(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 26"
	if err != nil {
		return err
	}
	resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	return nil
}

func readTooLate(u string, p []byte) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 39"
	if err != nil {
		return 0, err
	}
	r := bufio.NewReader(resp.Body)
	resp.Body.Close()
	return r.Read(p)
}

// Silent: the deferred Close comes later.
func decodeInTime(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}
