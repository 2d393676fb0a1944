// Package websocket is a miniature of coder/websocket's client: the response that Dial returns has no body, or one in memory.
package websocket

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
)

// DialOptions has the options of Dial.
type DialOptions struct {
	HTTPClient *http.Client
	HTTPHeader http.Header
}

// StatusCode says why a connection was closed.
type StatusCode int

// StatusNormalClosure is the plain goodbye.
const StatusNormalClosure StatusCode = 1000

// Conn is a connection that was handed over by the handshake.
type Conn struct {
	rwc io.ReadWriteCloser
}

// Close says goodbye and closes.
func (c *Conn) Close(code StatusCode, reason string) error { return c.rwc.Close() }

// CloseNow closes without a goodbye.
func (c *Conn) CloseNow() error { return c.rwc.Close() }

// Read reads what there is.
func (c *Conn) Read(ctx context.Context) (int, []byte, error) {
	b, err := io.ReadAll(c.rwc)
	return 1, b, err
}

// Dial shakes hands. You never need to close resp.Body yourself.
func Dial(ctx context.Context, u string, opts *DialOptions) (*Conn, *http.Response, error) {
	return dial(ctx, u, opts)
}

func dial(ctx context.Context, u string, opts *DialOptions) (_ *Conn, _ *http.Response, err error) {
	if opts == nil {
		opts = &DialOptions{}
	}
	client := opts.HTTPClient
	if client == nil {
		client = http.DefaultClient
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, nil, err
	}
	if opts.HTTPHeader != nil {
		req.Header = opts.HTTPHeader.Clone()
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	body := resp.Body
	resp.Body = nil
	defer func() {
		if err != nil {
			b, _ := io.ReadAll(io.LimitReader(body, 1024))
			body.Close()
			resp.Body = io.NopCloser(bytes.NewReader(b))
		}
	}()
	if resp.StatusCode != http.StatusSwitchingProtocols {
		return nil, resp, fmt.Errorf("handshake: status %d", resp.StatusCode)
	}
	rwc, ok := body.(io.ReadWriteCloser)
	if !ok {
		return nil, resp, fmt.Errorf("handshake: the body is a %T", body)
	}
	return &Conn{rwc: rwc}, resp, nil
}
