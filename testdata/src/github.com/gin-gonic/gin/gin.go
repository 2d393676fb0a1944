// Package gin is a miniature of gin: an Engine that serves HandlerFuncs.
package gin

import (
	"fmt"
	"net/http"
)

// HandlerFunc is gin's handler.
type HandlerFunc func(*Context)

// Context is what a handler is given.
type Context struct {
	Request  *http.Request
	Writer   http.ResponseWriter
	handlers []HandlerFunc
	index    int
}

// Param returns a part of the path.
func (c *Context) Param(key string) string { return c.Request.PathValue(key) }

// Query returns a part of the query.
func (c *Context) Query(key string) string { return c.Request.URL.Query().Get(key) }

// String writes text.
func (c *Context) String(code int, format string, values ...any) {
	c.Writer.WriteHeader(code)
	fmt.Fprintf(c.Writer, format, values...)
}

// AbortWithStatus ends the chain of handlers.
func (c *Context) AbortWithStatus(code int) {
	c.Writer.WriteHeader(code)
	c.index = len(c.handlers)
}

// Next runs the rest of the handlers.
func (c *Context) Next() {
	for c.index < len(c.handlers) {
		h := c.handlers[c.index]
		c.index++
		h(c)
	}
}

// RouterGroup has handlers in common.
type RouterGroup struct {
	Handlers []HandlerFunc
	engine   *Engine
}

// Use adds middleware.
func (g *RouterGroup) Use(middleware ...HandlerFunc) {
	g.Handlers = append(g.Handlers, middleware...)
}

// Handle registers handlers.
func (g *RouterGroup) Handle(method, path string, handlers ...HandlerFunc) {
	g.engine.routes[method+" "+path] = append(g.Handlers[:len(g.Handlers):len(g.Handlers)], handlers...)
}

// GET registers handlers for GET.
func (g *RouterGroup) GET(path string, handlers ...HandlerFunc) {
	g.Handle(http.MethodGet, path, handlers...)
}

// POST registers handlers for POST.
func (g *RouterGroup) POST(path string, handlers ...HandlerFunc) {
	g.Handle(http.MethodPost, path, handlers...)
}

// Engine is the router.
type Engine struct {
	RouterGroup
	routes map[string][]HandlerFunc
}

// New makes an Engine without middleware.
func New() *Engine {
	e := &Engine{routes: map[string][]HandlerFunc{}}
	e.engine = e
	return e
}

// Default makes an Engine.
func Default() *Engine { return New() }

// ServeHTTP implements http.Handler.
func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := &Context{Request: r, Writer: w, handlers: e.routes[r.Method+" "+r.URL.Path]}
	c.Next()
}

// Run listens and serves.
func (e *Engine) Run(addr string) error {
	return http.ListenAndServe(addr, e)
}
