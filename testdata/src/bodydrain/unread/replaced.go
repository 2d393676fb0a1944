package unread

import (
	"io"
	"net/http"
)

var replacedTransport = &http.Transport{MaxIdleConnsPerHost: 10}

var replacedClient = &http.Client{Transport: replacedTransport}

// Only a test has the transport keep no connections.
func upOutsideTests(u string) bool {
	resp, err := replacedClient.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200
}

var singleTransport = &http.Transport{DisableKeepAlives: true}

var singleClient = &http.Client{Transport: singleTransport}

// Silent: the program itself keeps none.
func upSingle(u string) bool {
	resp, err := singleClient.Get(u)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == 200
}

// A drainer's Close reads what is left.
type drainer struct{ io.ReadCloser }

func (d drainer) Close() error {
	_, _ = io.Copy(io.Discard, d.ReadCloser)
	return d.ReadCloser.Close()
}

// A passer's Close only closes.
type passer struct{ io.ReadCloser }

func (p passer) Close() error { return p.ReadCloser.Close() }

func silentDrainer(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	resp.Body = drainer{resp.Body}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func passed(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	resp.Body = passer{resp.Body}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
