package main

import (
	"errors"
	"io"
	"net/http"
	"os"
	"time"
)

// copyLogs prints a service's errors and its warnings.
func (w *watcher) copyLogs(service string) error {
	errs, err := w.retry(service + "/log/errors")
	if err != nil {
		return err
	}
	defer errs.Body.Close()
	if _, err := io.Copy(os.Stdout, errs.Body); err != nil {
		return err
	}
	warnings, err := w.retryClosing(service + "/log/warnings")
	if err != nil {
		return err
	}
	defer warnings.Body.Close()
	_, err = io.Copy(os.Stdout, warnings.Body)
	return err
}

// retry drops the response of each turn that it is not content with.
func (w *watcher) retry(url string) (*http.Response, error) {
	for try := range 3 {
		resp, err := w.client.Get(url)
		if err == nil && resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		time.Sleep(time.Duration(try) * time.Second)
	}
	return nil, errors.New(url + " does not answer")
}

// retryClosing reads and closes such a response before the next turn.
func (w *watcher) retryClosing(url string) (*http.Response, error) {
	for try := range 3 {
		resp, err := w.client.Get(url)
		if err == nil {
			if resp.StatusCode < http.StatusInternalServerError {
				return resp, nil
			}
			io.CopyN(io.Discard, resp.Body, 256<<10)
			resp.Body.Close()
		}
		time.Sleep(time.Duration(try) * time.Second)
	}
	return nil, errors.New(url + " does not answer")
}
