// Package off has transports without keep-alive, which leave nothing behind; and some that only look like it.
package off

import (
	"io"
	"net/http"
	"time"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Silent: no connection is kept.
func inLiteral(u string) error {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	return read(client.Get(u))
}

// Silent: set after the literal.
func setLater(u string) error {
	tr := &http.Transport{TLSHandshakeTimeout: time.Second}
	tr.DisableKeepAlives = true
	return read((&http.Client{Transport: tr}).Get(u))
}

// Silent: set in a loop, too.
func inLoop(urls []string) {
	for _, u := range urls {
		tr := &http.Transport{DisableKeepAlives: true}
		_ = read((&http.Client{Transport: tr}).Get(u))
	}
}

// quiet turns keep-alive off.
func quiet(tr *http.Transport) *http.Transport {
	tr.DisableKeepAlives = true
	return tr
}

// Silent: set by a helper.
func byHelper(u string) error {
	return read((&http.Client{Transport: quiet(&http.Transport{})}).Get(u))
}

// Silent: the factory turns it off.
func factory() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
}

func usesFactory(u string) error {
	return read(factory().Get(u))
}

// Silent: a clone, turned off.
func clone(u string) error {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.DisableKeepAlives = true
	return read((&http.Client{Transport: tr}).Get(u))
}

func setToFalse(u string) error {
	tr := &http.Transport{DisableKeepAlives: false} // want "http.Transport is built anew for each call.*line 69"
	return read((&http.Client{Transport: tr}).Get(u))
}

func compressionOff(u string) error {
	tr := &http.Transport{DisableCompression: true} // want "http.Transport is built anew for each call"
	return read((&http.Client{Transport: tr}).Get(u))
}

func otherOff(u string) error {
	quietOne := &http.Transport{DisableKeepAlives: true} // silent: off
	tr := &http.Transport{}                              // want "http.Transport is built anew for each call"
	if err := read((&http.Client{Transport: quietOne}).Get(u)); err != nil {
		return err
	}
	return read((&http.Client{Transport: tr}).Get(u))
}

func fewKept(u string) error {
	tr := &http.Transport{MaxIdleConnsPerHost: 1} // want "http.Transport is built anew for each call"
	return read((&http.Client{Transport: tr}).Get(u))
}
