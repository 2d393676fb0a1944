package main

import (
	"net/http"
	"net/url"
)

// outside asks a service for its front page through a proxy. Each call builds a
// Transport, whose connection stays open when the call is over.
func outside(proxy *url.URL, service string) error {
	tr := &http.Transport{Proxy: http.ProxyURL(proxy)}
	return read(&http.Client{Transport: tr}, service)
}

// outsideOnce says that nobody comes back for the connection.
func outsideOnce(proxy *url.URL, service string) error {
	tr := &http.Transport{Proxy: http.ProxyURL(proxy)}
	defer tr.CloseIdleConnections()
	return read(&http.Client{Transport: tr}, service)
}
