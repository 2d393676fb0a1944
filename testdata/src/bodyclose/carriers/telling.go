package carriers

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
)

// A reply has either an Item, which was read from a body that is closed, or a Stream that is open.
type reply struct {
	Item   *string
	Stream io.ReadCloser
	HTTP   *http.Response
}

func ask(url string) (*reply, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	r := &reply{HTTP: resp}
	switch resp.Header.Get("Content-Type") {
	case "text/event-stream":
		r.Stream = resp.Body
	default:
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return nil, err
		}
		resp.Body = io.NopCloser(bytes.NewReader(b))
		s := string(b)
		r.Item = &s
	}
	return r, nil
}

// Silent: an open response comes without an Item, which is looked into here.
func item(url string) string {
	r, err := ask(url)
	if err != nil {
		return ""
	}
	return *r.Item
}

// Silent: closed where there is no Item.
func itemOrClose(url string) string {
	r, err := ask(url)
	if err != nil {
		return ""
	}
	if r.Item == nil {
		r.HTTP.Body.Close()
		return ""
	}
	return *r.Item
}

func askAgain(url string) (*reply, error) {
	r, err := ask(url)
	if err != nil {
		r, err = ask(url)
	}
	return r, err
}

// Silent: the same through a function between.
func itemAgain(url string) string {
	r, err := askAgain(url)
	if err != nil {
		return ""
	}
	return *r.Item
}

func noItem(url string) string {
	r, err := ask(url) // want "response body of r is not closed"
	if err != nil {
		return ""
	}
	if r.Item == nil {
		return ""
	}
	return *r.Item
}

func statusOnly(url string) int {
	r, err := ask(url) // want "response body of r is not closed"
	if err != nil {
		return 0
	}
	return r.HTTP.StatusCode
}

// askMixed has an Item with a body that is open as well.
func askMixed(url string) (*reply, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	r := &reply{HTTP: resp}
	if resp.StatusCode == http.StatusOK {
		var s string
		_ = json.NewDecoder(resp.Body).Decode(&s)
		r.Item = &s
	}
	return r, nil
}

func mixed(url string) string {
	r, err := askMixed(url) // want "response body of r is not closed"
	if err != nil {
		return ""
	}
	return *r.Item
}
