// Package levels has comments about bodies that only level eof looks at.
package levels

import (
	"encoding/json"
	"io"
	"net/http"
)

func partly(u string) (v any, err error) {
	//kalint:ignore bodydrain the answer is one line
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return v, json.NewDecoder(resp.Body).Decode(&v)
}

func nothing(u string) error {
	//kalint:ignore bodydrain there is nothing to ignore
	resp, err := http.Get(u)
	return errorOf(resp, err)
}

func errorOf(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
