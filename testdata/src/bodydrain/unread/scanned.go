package unread

import (
	"net/http"
	"text/scanner"
)

func scanned(url string) (n int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var s scanner.Scanner
	s.Init(resp.Body)
	for s.Scan() != scanner.EOF {
		n++
	}
	return n, nil
}

func headRetried(c *http.Client, url string) (int, error) {
	method := http.MethodHead
retry:
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.Do(req) // want `response body of resp is closed unread`
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	if resp.StatusCode == http.StatusMethodNotAllowed && method == http.MethodHead {
		method = http.MethodGet
		goto retry
	}
	return resp.StatusCode, nil
}
