// Package echo is a miniature of echo: a router whose handlers return errors.
package echo

import (
	"io"
	"net/http"
)

// Context is what a handler is given.
type Context interface {
	Request() *http.Request
	Response() http.ResponseWriter
	Param(name string) string
	String(code int, s string) error
}

// HandlerFunc is echo's handler.
type HandlerFunc func(c Context) error

// MiddlewareFunc wraps a handler.
type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type reqContext struct {
	r *http.Request
	w http.ResponseWriter
}

func (c *reqContext) Request() *http.Request { return c.r }

func (c *reqContext) Response() http.ResponseWriter { return c.w }

func (c *reqContext) Param(name string) string { return c.r.PathValue(name) }

func (c *reqContext) String(code int, s string) error {
	c.w.WriteHeader(code)
	_, err := io.WriteString(c.w, s)
	return err
}

// Echo is the router.
type Echo struct {
	routes     map[string]HandlerFunc
	middleware []MiddlewareFunc
}

// New makes an Echo without routes.
func New() *Echo { return &Echo{routes: map[string]HandlerFunc{}} }

// Use adds middleware.
func (e *Echo) Use(m ...MiddlewareFunc) { e.middleware = append(e.middleware, m...) }

// Add registers a handler.
func (e *Echo) Add(method, path string, h HandlerFunc, m ...MiddlewareFunc) {
	for _, f := range m {
		h = f(h)
	}
	e.routes[method+" "+path] = h
}

// GET registers a handler for GET.
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) {
	e.Add(http.MethodGet, path, h, m...)
}

// POST registers a handler for POST.
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) {
	e.Add(http.MethodPost, path, h, m...)
}

// ServeHTTP implements http.Handler.
func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h, ok := e.routes[r.Method+" "+r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	for _, m := range e.middleware {
		h = m(h)
	}
	if err := h(&reqContext{r, w}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// Start listens and serves.
func (e *Echo) Start(addr string) error { return http.ListenAndServe(addr, e) }
