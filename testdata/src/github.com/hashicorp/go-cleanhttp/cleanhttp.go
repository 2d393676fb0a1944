// Package cleanhttp is a miniature of hashicorp's: clients that share nothing with http.DefaultClient.
package cleanhttp

import (
	"net"
	"net/http"
	"runtime"
	"time"
)

// DefaultTransport makes a Transport that keeps no connections.
func DefaultTransport() *http.Transport {
	tr := DefaultPooledTransport()
	tr.DisableKeepAlives = true
	tr.MaxIdleConnsPerHost = -1
	return tr
}

// DefaultPooledTransport makes a Transport that keeps connections.
func DefaultPooledTransport() *http.Transport {
	dialer := &net.Dialer{Timeout: 30 * time.Second}
	return &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		DialContext:         dialer.DialContext,
		MaxIdleConns:        100,
		IdleConnTimeout:     90 * time.Second,
		ForceAttemptHTTP2:   true,
		MaxIdleConnsPerHost: runtime.GOMAXPROCS(0) + 1,
	}
}

// DefaultClient makes a client around DefaultTransport.
func DefaultClient() *http.Client {
	return &http.Client{Transport: DefaultTransport()}
}

// DefaultPooledClient makes a client around DefaultPooledTransport.
func DefaultPooledClient() *http.Client {
	return &http.Client{Transport: DefaultPooledTransport()}
}
