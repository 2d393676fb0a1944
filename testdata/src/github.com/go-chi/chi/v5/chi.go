// Package chi is a miniature of chi: a router of plain http.Handlers.
package chi

import "net/http"

// Router has routes and middleware.
type Router interface {
	http.Handler
	Use(middlewares ...func(http.Handler) http.Handler)
	Get(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Handle(pattern string, h http.Handler)
	Route(pattern string, fn func(r Router)) Router
}

// Mux is a Router.
type Mux struct {
	routes      *http.ServeMux
	middlewares []func(http.Handler) http.Handler
}

// NewRouter makes a Mux without routes.
func NewRouter() *Mux { return &Mux{routes: http.NewServeMux()} }

// URLParam returns a part of the path.
func URLParam(r *http.Request, key string) string { return r.PathValue(key) }

// Use adds middleware.
func (m *Mux) Use(middlewares ...func(http.Handler) http.Handler) {
	m.middlewares = append(m.middlewares, middlewares...)
}

// Get registers a handler for GET.
func (m *Mux) Get(pattern string, h http.HandlerFunc) { m.routes.Handle("GET "+pattern, h) }

// Post registers a handler for POST.
func (m *Mux) Post(pattern string, h http.HandlerFunc) { m.routes.Handle("POST "+pattern, h) }

// Handle registers a handler.
func (m *Mux) Handle(pattern string, h http.Handler) { m.routes.Handle(pattern, h) }

// Route lets fn fill a Router below pattern.
func (m *Mux) Route(pattern string, fn func(r Router)) Router {
	sub := NewRouter()
	fn(sub)
	m.routes.Handle(pattern+"/", http.StripPrefix(pattern, sub))
	return sub
}

// ServeHTTP implements http.Handler.
func (m *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var h http.Handler = m.routes
	for i := len(m.middlewares) - 1; i >= 0; i-- {
		h = m.middlewares[i](h)
	}
	h.ServeHTTP(w, r)
}
