// Package fiber is a miniature of fiber, which does not build on net/http.
package fiber

import (
	"bufio"
	"context"
	"net"
	"strings"
)

// Handler is fiber's handler.
type Handler = func(*Ctx) error

// Ctx is what a handler is given.
type Ctx struct {
	method string
	path   string
	conn   net.Conn
	params map[string]string
}

// Context returns the request's context.
func (c *Ctx) Context() context.Context { return context.Background() }

// Params returns a part of the path.
func (c *Ctx) Params(key string) string { return c.params[key] }

// SendString writes the body.
func (c *Ctx) SendString(body string) error {
	_, err := c.conn.Write([]byte(body))
	return err
}

// App is the router.
type App struct {
	routes map[string]Handler
}

// New makes an App without routes.
func New() *App { return &App{routes: map[string]Handler{}} }

// Get registers a handler for GET.
func (a *App) Get(path string, h Handler) *App {
	a.routes["GET "+path] = h
	return a
}

// Post registers a handler for POST.
func (a *App) Post(path string, h Handler) *App {
	a.routes["POST "+path] = h
	return a
}

// Listen listens and serves.
func (a *App) Listen(addr string) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go a.serve(conn)
	}
}

func (a *App) serve(conn net.Conn) {
	defer conn.Close()
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return
	}
	method, rest, _ := strings.Cut(line, " ")
	path, _, _ := strings.Cut(rest, " ")
	if h := a.routes[method+" "+path]; h != nil {
		_ = h(&Ctx{method: method, path: path, conn: conn})
	}
}
