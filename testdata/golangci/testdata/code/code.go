// Package code has one finding of each rule, and some that take facts of another package.
package code

import (
	"io"
	"net/http"
	"time"

	"example.com/code/helper"
)

func leaks(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "bodyclose: response body of resp is not closed when the function returns at line 17"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func leaksHelped(url string) ([]byte, error) {
	resp, err := helper.Open(url) // want "bodyclose: response body of resp is not closed when the function returns at line 26"
	if err != nil {
		return nil, err
	}
	if !helper.Check(resp) {
		return nil, io.EOF
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func finished(url string) ([]byte, error) {
	resp, err := helper.Open(url)
	if err != nil {
		return nil, err
	}
	defer helper.Finish(resp)
	return io.ReadAll(resp.Body)
}

func unread(url string) (int, error) {
	resp, err := helper.Open(url) // want "bodydrain: response body of resp is closed unread at line 46"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// Reported at level paths.
func unreadSometimes(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, io.EOF
	}
	return io.ReadAll(resp.Body)
}

func relay(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://backend" + r.URL.Path) // want "idleconns: .*http.Get"
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func rebuilt(url string) error {
	client := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}} // want "transportreuse: http.Transport is built anew"
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func many(urls []string) {
	client := &http.Client{Transport: pool} // pool is reported
	for _, url := range urls {
		go func() {
			resp, err := client.Get(url)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}()
	}
}

var pool = &http.Transport{MaxIdleConns: 100} // want "idleconns: .*MaxIdleConnsPerHost"

// Register makes relay a handler.
func Register() { http.HandleFunc("/", relay) }

var _ = []any{leaks, leaksHelped, finished, unread, unreadSometimes, rebuilt, many}
