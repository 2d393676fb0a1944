// Package mux is a miniature of gorilla's mux: a router of plain http.Handlers.
package mux

import "net/http"

// Router has routes.
type Router struct {
	routes []*Route
}

// Route is one of them.
type Route struct {
	path    string
	methods []string
	handler http.Handler
}

// NewRouter makes a Router without routes.
func NewRouter() *Router { return &Router{} }

// Vars returns the parts of the path.
func Vars(r *http.Request) map[string]string {
	return map[string]string{"id": r.PathValue("id")}
}

// Handle registers a handler.
func (r *Router) Handle(path string, h http.Handler) *Route {
	route := &Route{path: path, handler: h}
	r.routes = append(r.routes, route)
	return route
}

// HandleFunc registers a function.
func (r *Router) HandleFunc(path string, f func(http.ResponseWriter, *http.Request)) *Route {
	return r.Handle(path, http.HandlerFunc(f))
}

// Methods restricts the route.
func (r *Route) Methods(methods ...string) *Route {
	r.methods = append(r.methods, methods...)
	return r
}

// ServeHTTP implements http.Handler.
func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	for _, route := range r.routes {
		if route.path == req.URL.Path {
			route.handler.ServeHTTP(w, req)
			return
		}
	}
	http.NotFound(w, req)
}
