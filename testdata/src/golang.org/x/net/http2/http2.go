// Package http2 is a miniature of golang.org/x/net/http2: a Transport that speaks HTTP/2 only.
package http2

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
)

// NextProtoTLS is the name of HTTP/2 in ALPN.
const NextProtoTLS = "h2"

// Transport sends requests over HTTP/2.
type Transport struct {
	DialTLSContext  func(ctx context.Context, network, addr string, cfg *tls.Config) (net.Conn, error)
	TLSClientConfig *tls.Config
	AllowHTTP       bool

	conns map[string]net.Conn
}

// RoundTrip implements http.RoundTripper.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != "https" && !t.AllowHTTP {
		return nil, errors.New("http2: unsupported scheme")
	}
	conn, ok := t.conns[req.URL.Host]
	if !ok {
		if t.DialTLSContext == nil {
			return nil, errors.New("http2: no dialer")
		}
		var err error
		conn, err = t.DialTLSContext(req.Context(), "tcp", req.URL.Host, t.TLSClientConfig)
		if err != nil {
			return nil, err
		}
	}
	if err := req.Write(conn); err != nil {
		return nil, err
	}
	return http.ReadResponse(bufio.NewReader(conn), req)
}

// ConfigureTransport teaches t1 to speak HTTP/2 where the server does.
func ConfigureTransport(t1 *http.Transport) error {
	if t1.TLSClientConfig == nil {
		t1.TLSClientConfig = new(tls.Config)
	}
	t1.TLSClientConfig.NextProtos = append(t1.TLSClientConfig.NextProtos, NextProtoTLS)
	return nil
}
