package hooks

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"testing"
)

func TestFetch(t *testing.T) {
	wideInTests, proxyInTests = true, &url.URL{}
	dialInTests = func(ctx context.Context, network, addr string) (net.Conn, error) { return nil, nil }
	fetch(&http.Client{}, "http://a.internal")
}
