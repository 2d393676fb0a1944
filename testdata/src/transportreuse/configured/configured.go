// Package configured sets its transports up for HTTP/2.
package configured

import (
	"io"
	"net/http"

	"golang.org/x/net/http2"
)

func call(url string) error {
	tr := &http.Transport{} // want "http.Transport is built anew for each call of call"
	if err := http2.ConfigureTransport(tr); err != nil {
		return err
	}
	resp, err := (&http.Client{Transport: tr}).Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

var shared = setUp()

// Silent: one for all.
func setUp() *http.Client {
	tr := &http.Transport{}
	if err := http2.ConfigureTransport(tr); err != nil {
		panic(err)
	}
	return &http.Client{Transport: tr}
}

func callShared(url string) error {
	resp, err := shared.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
