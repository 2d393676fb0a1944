package eof

import (
	"encoding/json"
	"net/http"
)

func decoded(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}
