package main

import (
	"io"
	"net/http"
)

// up looks at the status only. Go 1.26 cannot use the connection again, because
// the body was not read.
func (w *watcher) up(service string) bool {
	resp, err := w.client.Get(service + "/healthz")
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// ready looks at the status only as well, but reads what there is of the body.
func (w *watcher) ready(service string) bool {
	resp, err := w.client.Get(service + "/readyz")
	if err != nil {
		return false
	}
	io.CopyN(io.Discard, resp.Body, 256<<10)
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}
