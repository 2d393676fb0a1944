// Package levels has what bodydrain finds at one level or another. It runs at level unread.
package levels

import (
	"encoding/json"
	"io"
	"net/http"
)

func unread(url string) (int, error) {
	resp, err := http.Get(url) // want `is closed unread`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func unreadIgnored(url string) (int, error) {
	resp, err := http.Get(url) //kalint:ignore bodydrain asked for once a day
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func paths(url string) ([]byte, error) {
	resp, err := http.Get(url) //kalint:ignore bodydrain of use at level paths
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, io.EOF
	}
	return io.ReadAll(resp.Body)
}

func eof(url string) (v int, err error) {
	resp, err := http.Get(url) //kalint:ignore bodydrain of use at level eof
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return v, json.NewDecoder(resp.Body).Decode(&v)
}

func never(url string) ([]byte, error) {
	resp, err := http.Get(url) //kalint:ignore bodydrain of use at no level // want `silences nothing: bodydrain finds nothing here`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
