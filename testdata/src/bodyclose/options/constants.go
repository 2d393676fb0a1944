package options

import (
	"encoding/json"
	"io"
	"net/http"
)

// Here a string or a number decides whether the response comes back closed.

type request struct {
	url   string
	enc   string
	want  format
	value any
}

type format int

const (
	raw format = iota
	text
	object
)

func perform(r *request) (*http.Response, error) {
	resp, err := http.Get(r.url)
	if err != nil {
		return nil, err
	}
	if r.enc == "json" {
		defer resp.Body.Close()
		return resp, json.NewDecoder(resp.Body).Decode(r.value)
	}
	return resp, nil
}

// Silent: closed for this encoding.
func performJSON(v any) {
	perform(&request{url: "a", enc: "json", value: v})
}

func performXML() {
	perform(&request{url: "a", enc: "xml"}) // want "response body of perform is not closed: the response is discarded"
}

func performPlain() {
	perform(&request{url: "a"}) // want "response body of perform is not closed: the response is discarded"
}

// Silent: who calls this knows whether it is closed.
func performAny(r *request) { perform(r) }

// complete closes the body where the request says how it is read.
func complete(r *request, resp *http.Response) error {
	switch r.want {
	case text, object:
		defer resp.Body.Close()
		_, err := io.ReadAll(resp.Body)
		return err
	case raw:
		return nil
	}
	return resp.Body.Close()
}

func fetch(r *request) (*http.Response, error) {
	resp, err := http.Get(r.url)
	if err != nil {
		return nil, err
	}
	return resp, complete(r, resp)
}

// Silent: closed by complete.
func fetchText() error {
	_, err := fetch(&request{url: "a", want: text})
	return err
}

// Silent: closed by complete, as all but raw.
func fetchOther() error {
	_, err := fetch(&request{url: "a", want: 7})
	return err
}

func fetchRaw() error {
	_, err := fetch(&request{url: "a"}) // want "response body of fetch is not closed: the response is discarded"
	return err
}

func between(r *request) (*http.Response, error) { return fetch(r) }

// Silent: the same, through a function between.
func betweenObject() error {
	_, err := between(&request{url: "a", want: object})
	return err
}

func betweenRaw() error {
	_, err := between(&request{url: "a", want: raw}) // want "response body of between is not closed: the response is discarded"
	return err
}

func byName(url, how string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err == nil && how != "open" {
		resp.Body.Close()
	}
	return resp, err
}

// Silent: closed unless asked for otherwise.
func byNameClosed() { byName("a", "closed") }

func byNameOpen() { byName("a", "open") } // want "response body of byName is not closed: the response is discarded"

// Silent: closed here where it is not closed there.
func byNameBoth(how string) {
	resp, err := byName("a", how)
	if err != nil {
		return
	}
	if how == "open" {
		resp.Body.Close()
	}
}

func byNameWrong(how string) {
	resp, err := byName("a", how) // want "response body of resp is not closed"
	if err != nil {
		return
	}
	if how == "shut" {
		resp.Body.Close()
	}
}
