// Package http2 has transports that speak HTTP/2, some of them nothing else.
package http2

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"

	"golang.org/x/net/http2"
)

func get(c *http.Client, u string) {
	resp, err := c.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func getAll(c *http.Client, urls []string) {
	for _, u := range urls {
		go get(c, u)
	}
}

// Silent: x/net's Transport speaks HTTP/2 only, over one connection.
func onlyHTTP2(urls []string) {
	getAll(&http.Client{Transport: &http2.Transport{}}, urls)
}

// Silent: HTTP/2 without TLS is HTTP/2 too.
func clearText(urls []string) {
	tr := &http2.Transport{
		AllowHTTP: true,
		DialTLSContext: func(ctx context.Context, network, addr string, _ *tls.Config) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, network, addr)
		},
	}
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: Protocols leaves HTTP/2 only.
func protocolsHTTP2(urls []string) {
	p := new(http.Protocols)
	p.SetHTTP2(true)
	tr := &http.Transport{Protocols: p}
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: Protocols leaves HTTP/2 without TLS only.
func protocolsUnencrypted(urls []string) {
	var p http.Protocols
	p.SetUnencryptedHTTP2(true)
	tr := &http.Transport{}
	tr.Protocols = &p
	getAll(&http.Client{Transport: tr}, urls)
}

func protocolsBoth(urls []string) {
	p := new(http.Protocols)
	p.SetHTTP1(true)
	p.SetHTTP2(true)
	tr := &http.Transport{Protocols: p} // want "MaxIdleConnsPerHost of tr is not set.*line 25"
	getAll(&http.Client{Transport: tr}, urls)
}

func protocolsHTTP1(urls []string) {
	var p http.Protocols
	p.SetHTTP1(true)
	tr := &http.Transport{Protocols: &p} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: HTTP/1 is turned off, as it is anyway.
func protocolsWithoutHTTP1(urls []string) {
	p := new(http.Protocols)
	p.SetHTTP1(false)
	p.SetHTTP2(true)
	getAll(&http.Client{Transport: &http.Transport{Protocols: p}}, urls)
}

func protocolsWithoutHTTP2(urls []string) {
	p := new(http.Protocols)
	p.SetHTTP1(true)
	p.SetHTTP2(false)
	tr := &http.Transport{Protocols: p} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: Protocols has both, MaxIdleConnsPerHost is set.
func protocolsBothTuned(urls []string) {
	p := new(http.Protocols)
	p.SetHTTP1(true)
	p.SetHTTP2(true)
	tr := &http.Transport{Protocols: p, MaxIdleConnsPerHost: 20}
	getAll(&http.Client{Transport: tr}, urls)
}

func attemptsHTTP2(urls []string) {
	tr := &http.Transport{ForceAttemptHTTP2: true} // want "MaxIdleConnsPerHost of tr is not set"
	getAll(&http.Client{Transport: tr}, urls)
}

func refusesHTTP2(urls []string) {
	tr := &http.Transport{ // want "MaxIdleConnsPerHost of tr is not set"
		TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{},
	}
	getAll(&http.Client{Transport: tr}, urls)
}

func configuredForHTTP2(urls []string) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{}} // want "MaxIdleConnsPerHost of tr is not set"
	if err := http2.ConfigureTransport(tr); err != nil {
		return err
	}
	getAll(&http.Client{Transport: tr}, urls)
	return nil
}
