package unread

import (
	"encoding/json"
	"net/http"
)

// What has no fix, because none is certain to be right.

func deferredAndReassigned(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	resp = nil
	return nil
}

func byMethodValue(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	closeBody := resp.Body.Close
	defer closeBody()
	return nil
}

func ioTaken(u string, io int) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func closedPerhaps(u string, also bool) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	if also && resp.Body.Close() != nil {
		return nil
	}
	return resp.Body.Close()
}

func readTooLate(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}
