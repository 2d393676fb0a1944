// Package websocket has the dialers of websocket libraries, whose responses need no closing, and some that only look like them.
package websocket

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	coder "github.com/coder/websocket"
	"github.com/gorilla/websocket"
)

// The libraries' own.

func gorillaDefault(u string) (*websocket.Conn, error) {
	conn, resp, err := websocket.DefaultDialer.Dial(u, nil)
	if err != nil {
		return nil, err
	}
	fmt.Println(resp.Status) // silent: its body is in memory
	return conn, nil
}

func gorillaDiscarded(u string) (*websocket.Conn, error) {
	conn, _, err := websocket.DefaultDialer.Dial(u, nil)
	return conn, err // silent: there is nothing to close
}

func gorillaAllDiscarded(u string) {
	_, _, _ = websocket.DefaultDialer.Dial(u, nil) // silent: of the three, the response needs no closing
}

func gorillaContext(ctx context.Context, u string, h http.Header) error {
	d := websocket.Dialer{Subprotocols: []string{"chat"}}
	conn, resp, err := d.DialContext(ctx, u, h)
	if err != nil {
		if resp != nil {
			b, _ := io.ReadAll(resp.Body)
			return fmt.Errorf("%s: %s", resp.Status, b) // silent: what the handshake read is in memory
		}
		return err
	}
	defer conn.Close()
	return nil
}

func gorillaBadHandshake(u string) (int, error) {
	_, resp, err := (&websocket.Dialer{}).Dial(u, nil)
	if errors.Is(err, websocket.ErrBadHandshake) {
		return resp.StatusCode, err // silent: in memory
	}
	return 0, err
}

func gorillaClosedAllTheSame(u string) (*websocket.Conn, error) {
	conn, resp, err := websocket.DefaultDialer.Dial(u, nil)
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close() // silent: needless, but no harm
	}
	return conn, err
}

func gorillaInLoop(ctx context.Context, u string) *websocket.Conn {
	for ctx.Err() == nil {
		conn, resp, err := websocket.DefaultDialer.DialContext(ctx, u, nil)
		if err == nil {
			return conn
		}
		if resp != nil && resp.StatusCode == http.StatusForbidden {
			return nil
		}
		time.Sleep(time.Second) // silent: nothing is left open between the tries
	}
	return nil
}

func coderDial(ctx context.Context, u string) error {
	c, resp, err := coder.Dial(ctx, u, nil)
	if err != nil {
		return err
	}
	defer c.CloseNow()
	fmt.Println(resp.Header.Get("Sec-WebSocket-Protocol")) // silent: Dial says that there is nothing to close
	return c.Close(coder.StatusNormalClosure, "")
}

func coderDiscarded(ctx context.Context, u string, hc *http.Client) (*coder.Conn, error) {
	c, _, err := coder.Dial(ctx, u, &coder.DialOptions{HTTPClient: hc})
	return c, err // silent: there is nothing to close
}

func coderErrorText(ctx context.Context, u string) (string, error) {
	_, resp, err := coder.Dial(ctx, u, nil)
	if err == nil {
		return "", nil
	}
	if resp == nil {
		return "", err
	}
	b, err := io.ReadAll(resp.Body)
	return string(b), err // silent: the error's body is in memory
}

// Own wrappers around them.

type feed struct {
	dialer *websocket.Dialer
	conn   *websocket.Conn
}

func (f *feed) dial(u string) (*websocket.Conn, *http.Response, error) {
	conn, resp, err := f.dialer.Dial(u, nil)
	if err != nil {
		return nil, resp, fmt.Errorf("dial %s: %w", u, err)
	}
	return conn, resp, nil
}

func (f *feed) connect(u string) error {
	conn, resp, err := f.dial(u)
	if err != nil {
		return err
	}
	f.conn = conn
	fmt.Println(resp.Status) // silent: it is the dialer's, in memory
	return nil
}

func (f *feed) reconnect(u string) (err error) {
	f.conn, _, err = f.dial(u)
	return err // silent: it is the dialer's, in memory
}

func handshakeOnly(u string) (*http.Response, error) {
	conn, resp, err := websocket.DefaultDialer.Dial(u, nil)
	if err != nil {
		return resp, err
	}
	conn.Close()
	return resp, nil
}

func handshakeStatus(u string) int {
	resp, err := handshakeOnly(u)
	if err != nil {
		return 0
	}
	return resp.StatusCode // silent: it is the dialer's, in memory
}

// Things that look like them.

type ownDialer struct{ client *http.Client }

// Dial hands the response over open.
func (d *ownDialer) Dial(u string) (net.Conn, *http.Response, error) {
	resp, err := d.client.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return nil, resp, nil
}

func ownDialerLeaks(d *ownDialer, u string) error {
	_, resp, err := d.Dial(u) // want "response body of resp is not closed when the function returns at line 175"
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return nil
}

func ownDialerDiscarded(d *ownDialer, u string) error {
	_, _, err := d.Dial(u) // want "response body of d.Dial is not closed: the response is discarded"
	return err
}

func ownDialerCloses(d *ownDialer, u string) error {
	_, resp, err := d.Dial(u)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func plainGetBesideIt(u string) error {
	conn, _, err := websocket.DefaultDialer.Dial(u, nil)
	if err != nil {
		return err
	}
	defer conn.Close()
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 201"
	if err != nil {
		return err
	}
	return conn.WriteMessage(1, []byte(resp.Status))
}

func upgradedByHandLeaks(conn net.Conn, req *http.Request) error {
	if err := req.Write(conn); err != nil {
		return err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req) // want "response body of resp is not closed when the function returns at line 213"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols {
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

func upgradedByClient(c *http.Client, req *http.Request) (io.ReadWriteCloser, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	rwc, ok := resp.Body.(io.ReadWriteCloser)
	if !ok {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return rwc, nil // silent: the upgraded body goes to the caller
}

func upgradedByClientLeaks(c *http.Client, req *http.Request) (io.ReadWriteCloser, error) {
	resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 238"
	if err != nil {
		return nil, err
	}
	rwc, ok := resp.Body.(io.ReadWriteCloser)
	if !ok {
		return nil, errors.New(resp.Status)
	}
	return rwc, nil
}

// A dialer is what the library's is, and what tests put in its place.
type dialer interface {
	Dial(url string, h http.Header) (*websocket.Conn, *http.Response, error)
}

// Silent: whatever dials, the response has no body of its own.
func dialsBehindInterface(d dialer, u string) (*websocket.Conn, error) {
	conn, resp, err := d.Dial(u, nil)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols {
		return nil, errors.New(resp.Status)
	}
	return conn, nil
}

// Silent: what follows a 101 on the connection is no body, so that there is none.
func upgrade(r *bufio.Reader, req *http.Request) error {
	resp, err := http.ReadResponse(r, req)
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusSwitchingProtocols:
		return nil
	default:
		resp.Body.Close()
		return errors.New(resp.Status)
	}
}

func upgradeElse(r *bufio.Reader, req *http.Request) error {
	resp, err := http.ReadResponse(r, req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusSwitchingProtocols {
		resp.Body.Close()
		return nil
	}
	return errors.New(resp.Status)
}

// The body of one that a client hands over is the connection.
func upgradeClient(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusSwitchingProtocols:
		return nil
	default:
		resp.Body.Close()
		return errors.New(resp.Status)
	}
}
