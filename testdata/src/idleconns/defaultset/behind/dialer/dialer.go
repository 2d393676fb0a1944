// Package dialer sends requests through a proxy.
package dialer

import "net/http"

func init() {
	http.DefaultTransport = &http.Transport{Proxy: http.ProxyFromEnvironment}
}
