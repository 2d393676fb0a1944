// Package connections is about responses that the code reads itself from a connection of its own. To close such a body only
// reads it to its end: what frees something is to close the connection.
package connections

import (
	"bufio"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
)

// Silent: the connection is closed where the proxy refuses, and is the caller's otherwise.
func tunnel(proxy string, req *http.Request) (net.Conn, error) {
	conn, err := net.Dial("tcp", proxy)
	if err != nil {
		return nil, err
	}
	if err := req.Write(conn); err != nil {
		conn.Close()
		return nil, err
	}
	br := bufio.NewReader(conn)
	resp, err := http.ReadResponse(br, req)
	if err != nil {
		conn.Close()
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		conn.Close()
		return nil, errors.New(resp.Status)
	}
	return conn, nil
}

// What tunnel returns is no body: its callers are not asked to close one.
func tunnels(proxy string, req *http.Request) error {
	conn, err := tunnel(proxy, req)
	if err != nil {
		return err
	}
	fmt.Fprintln(conn, "hello")
	return nil
}

func tunnelLeaks(proxy string, req *http.Request) (net.Conn, error) {
	conn, err := net.Dial("tcp", proxy)
	if err != nil {
		return nil, err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req) // want "response body of resp is not closed when the function returns at line 63"
	if err != nil {
		conn.Close()
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return conn, nil
}

// Silent: whatever way it takes, the connection is closed in the end.
func closedByDefer(addr string, req *http.Request) (string, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	if err := req.Write(conn); err != nil {
		return "", err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func neverClosed(addr string, req *http.Request) (string, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return "", err
	}
	if err := req.Write(conn); err != nil {
		return "", err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// Silent: the test closes it, as it says before.
func inTest(t *testing.T, addr string, req *http.Request) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	res, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != 200 {
		t.Error(res.Status)
	}
}

// Silent: the literal closes the connection if it was not taken away.
func closedUnlessTaken(addr string, req *http.Request) (net.Conn, *http.Response, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		if conn != nil {
			conn.Close()
		}
	}()
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return nil, nil, err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols {
		resp.Body = io.NopCloser(strings.NewReader(resp.Status))
		return nil, resp, errors.New(resp.Status)
	}
	resp.Body = http.NoBody
	taken := conn
	conn = nil
	return taken, resp, nil
}

type client struct {
	conn net.Conn
	br   *bufio.Reader
}

func newClient(conn net.Conn) *client {
	return &client{conn: conn, br: bufio.NewReader(conn)}
}

func (c *client) Close() error { return c.conn.Close() }

// Silent: who gets the client has the connection in it.
func connect(addr string, req *http.Request) (*client, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	c := newClient(conn)
	resp, err := http.ReadResponse(c.br, req)
	if err != nil {
		c.Close()
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		c.Close()
		return nil, errors.New(resp.Status)
	}
	return c, nil
}

func connectLeaks(addr string, req *http.Request) (*client, error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	c := newClient(conn)
	resp, err := http.ReadResponse(c.br, req) // want "response body of resp is not closed when the function returns at line 183"
	if err != nil {
		c.Close()
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return c, nil
}

// Silent: it is kept, before or after.
func (c *client) keep(conn net.Conn, req *http.Request) error {
	c.conn = conn
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

func (c *client) keepAfter(conn net.Conn, req *http.Request) error {
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	c.conn = conn
	return nil
}

func (c *client) ask(req *http.Request) error {
	resp, err := http.ReadResponse(c.br, req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

// Silent: what is spoken from here on is TLS.
func startTLS(conn net.Conn, req *http.Request) (*client, error) {
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return nil, err
	}
	log.Println(resp.Status)
	secure := tls.Client(conn, &tls.Config{ServerName: "example.com"})
	return &client{conn: secure}, secure.Handshake()
}

// Silent: closing what is around the connection closes that.
func overTLS(addr string, req *http.Request) (string, error) {
	conn, err := tls.Dial("tcp", addr, nil)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func hijacked(w http.ResponseWriter, req *http.Request) {
	conn, buf, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	resp, err := http.ReadResponse(buf.Reader, req)
	if err != nil {
		return
	}
	log.Println(resp.Status)
}

func hijackedLeaks(w http.ResponseWriter, req *http.Request) {
	_, buf, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	resp, err := http.ReadResponse(buf.Reader, req) // want "response body of resp is not closed"
	if err != nil {
		return
	}
	log.Println(resp.Status)
}

// Silent: a recording is closed like a connection.
func replay(name string) (int, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	resp, err := http.ReadResponse(bufio.NewReader(f), nil)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func replayLeaks(name string) (int, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	resp, err := http.ReadResponse(bufio.NewReader(f), nil) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The second response begins where the first one's body ends.
func twice(conn net.Conn, req *http.Request) error {
	defer conn.Close()
	br := bufio.NewReader(conn)
	first, err := http.ReadResponse(br, req) // want "response body of first is not closed"
	if err != nil {
		return err
	}
	second, err := http.ReadResponse(br, req)
	if err != nil {
		return err
	}
	log.Println(first.Status, second.Status)
	return nil
}

func again(conn net.Conn, req *http.Request) {
	defer conn.Close()
	br := bufio.NewReader(conn)
	for range 3 {
		req.Write(conn)
		resp, err := http.ReadResponse(br, req) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			return
		}
		log.Println(resp.Status)
	}
}

// Silent: each goes with its connection.
func oneEach(addrs []string, req *http.Request) {
	for _, addr := range addrs {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			continue
		}
		resp, err := http.ReadResponse(bufio.NewReader(conn), req)
		if err != nil {
			conn.Close()
			continue
		}
		log.Println(resp.Status)
		conn.Close()
	}
}

// Silent: a function of the package closes it.
func closedByHelper(conn net.Conn, req *http.Request) error {
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	shut(conn)
	return nil
}

func shut(conn net.Conn) { conn.Close() }

func notClosedByHelper(conn net.Conn, req *http.Request) error {
	resp, err := http.ReadResponse(bufio.NewReader(conn), req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	describe(conn)
	return nil
}

func describe(conn net.Conn) { log.Println(conn.RemoteAddr()) }

// The caller still has to close a response that comes back: the connection may be of use to others.
func do(c *client, conn net.Conn, req *http.Request) (*http.Response, error) {
	c.conn = conn
	return http.ReadResponse(bufio.NewReader(conn), req)
}

func does(c *client, conn net.Conn, req *http.Request) error {
	resp, err := do(c, conn, req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

// Silent: closed by the literal, unless it is returned.
func connectDeferred(addr string, req *http.Request) (_ *client, err error) {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	c := newClient(conn)
	defer func() {
		if err != nil {
			c.Close()
		}
	}()
	resp, err := http.ReadResponse(c.br, req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return c, nil
}

// Silent: a check for nil changes nothing.
func checked(dial func() net.Conn, req *http.Request) error {
	conn := dial()
	if conn == nil {
		return errors.New("no connection")
	}
	defer conn.Close()
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

// Silent: it runs beside, and closes the connection when it is done with it.
func served(addr string, req *http.Request) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), req)
	if err != nil {
		conn.Close()
		return err
	}
	log.Println(resp.Status)
	go func() {
		defer conn.Close()
		io.Copy(io.Discard, conn)
	}()
	return nil
}

// Silent: it is closed by the literal, under whatever name.
func upgrade(dial func() (net.Conn, error), secure bool, trace func(net.Conn), req *http.Request) (*client, *http.Response, error) {
	conn, err := dial()
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		if conn != nil {
			conn.Close()
		}
	}()
	if secure {
		over := tls.Client(conn, nil)
		conn = over
		if err := over.Handshake(); err != nil {
			return nil, nil, err
		}
	}
	c := newClient(conn)
	if err := req.Write(conn); err != nil {
		return nil, nil, err
	}
	resp, err := http.ReadResponse(c.br, req)
	if err != nil {
		return nil, nil, err
	}
	if resp.StatusCode != http.StatusSwitchingProtocols {
		resp.Body = io.NopCloser(strings.NewReader(resp.Status))
		return nil, resp, errors.New(resp.Status)
	}
	resp.Body = http.NoBody
	conn = nil
	return c, resp, nil
}
