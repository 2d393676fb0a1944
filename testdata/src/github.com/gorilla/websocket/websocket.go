// Package websocket is a miniature of gorilla/websocket's client: the response that Dial returns has its body in memory.
package websocket

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
)

// ErrBadHandshake says that the server did not switch protocols.
var ErrBadHandshake = errors.New("websocket: bad handshake")

// Conn is a connection that was handed over by the handshake.
type Conn struct {
	conn net.Conn
	br   *bufio.Reader
}

// Close closes the connection.
func (c *Conn) Close() error { return c.conn.Close() }

// ReadMessage reads what there is.
func (c *Conn) ReadMessage() (messageType int, p []byte, err error) {
	p, err = io.ReadAll(c.br)
	return 1, p, err
}

// WriteMessage sends data.
func (c *Conn) WriteMessage(messageType int, data []byte) error {
	_, err := c.conn.Write(data)
	return err
}

// Dialer has the options of a client's handshake.
type Dialer struct {
	NetDialContext func(ctx context.Context, network, addr string) (net.Conn, error)
	Proxy          func(*http.Request) (*url.URL, error)
	Subprotocols   []string
}

// DefaultDialer has no options set.
var DefaultDialer = &Dialer{}

// Dial is DialContext with a background context.
func (d *Dialer) Dial(urlStr string, requestHeader http.Header) (*Conn, *http.Response, error) {
	return d.DialContext(context.Background(), urlStr, requestHeader)
}

// DialContext shakes hands. The response's body need not be closed, on success or on ErrBadHandshake.
func (d *Dialer) DialContext(ctx context.Context, urlStr string, requestHeader http.Header) (*Conn, *http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, urlStr, nil)
	if err != nil {
		return nil, nil, err
	}
	req.Header = requestHeader
	dial := d.NetDialContext
	if dial == nil {
		dial = (&net.Dialer{}).DialContext
	}
	netConn, err := dial(ctx, "tcp", req.URL.Host)
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		if netConn != nil {
			netConn.Close()
		}
	}()
	conn := &Conn{conn: netConn, br: bufio.NewReader(netConn)}
	if err := req.Write(netConn); err != nil {
		return nil, nil, err
	}
	resp, err := http.ReadResponse(conn.br, req)
	if err != nil {
		return nil, nil, err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols {
		buf := make([]byte, 1024)
		n, _ := io.ReadFull(resp.Body, buf)
		resp.Body = io.NopCloser(bytes.NewReader(buf[:n]))
		return nil, resp, ErrBadHandshake
	}
	resp.Body = io.NopCloser(bytes.NewReader([]byte{}))
	netConn = nil // the caller's from here on
	return conn, resp, nil
}
