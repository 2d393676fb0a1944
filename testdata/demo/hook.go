package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
)

// tellHook has no use for the answer, and so forgets to close it.
func (w *watcher) tellHook(service string) {
	_, err := w.client.Post(w.hook, "text/plain", strings.NewReader(service+" is down"))
	if err != nil {
		log.Print(err)
	}
}

// tellHookAgain has no use for the answer either.
func (w *watcher) tellHookAgain(service string) error {
	resp, err := w.client.Post(w.hook, "text/plain", strings.NewReader(service+" is still down"))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	return expect(resp, http.StatusNoContent)
}

// expect checks an answer's status. It does not close the body: that stays with
// its callers.
func expect(resp *http.Response, status int) error {
	if resp.StatusCode != status {
		return fmt.Errorf("%s: %s", resp.Request.URL, resp.Status)
	}
	return nil
}
