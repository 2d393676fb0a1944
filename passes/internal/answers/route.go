package answers

import (
	"go/ast"
	"net"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// arrives reports whether the request comes to one of the handlers in view: what matches none of a mux's patterns is answered
// with an error page.
func (s *search) arrives(call *ast.CallExpr) bool {
	req := s.request(call)
	switch {
	case req.elsewhere || len(s.muxes) > 1 || s.sends && s.chose: // the client may go on with another method
		return false
	case len(s.muxes) == 0:
		return len(s.routes) == 0
	}
	return slices.ContainsFunc(s.routes, func(route *ast.CallExpr) bool {
		pattern := s.text(route.Args[0])
		return pattern == "/" || !s.sends && req.matches(pattern)
	})
}

// A request is what its call shows of it.
type request struct {
	method    string // "" if that is not known
	path      string // with what follows it
	known     bool   // the path is
	elsewhere bool   // it goes to a host that no test serves
}

// sent returns the argument that says where the request goes which the call makes or sends: its address, or the request; nil
// if the call is none of a function that does so.
func (v *View) sent(call *ast.CallExpr) ast.Expr {
	fn := typeutil.StaticCallee(v.info, call)
	if fn == nil {
		return nil
	}
	i, ok := nethttp.Address(fn)
	if method, at := nethttp.Fetches(fn); method != "" {
		i, ok = at, true
	}
	ok = ok || nethttp.EffectOf(fn) == nethttp.Sends // the request is its only argument
	if !ok || i >= len(call.Args) {
		return nil
	}
	return call.Args[i]
}

// request returns what a call shows of the request that it sends.
func (v *View) request(call *ast.CallExpr) request {
	to := v.sent(call)
	if to == nil {
		return request{}
	}
	if method, _ := nethttp.Fetches(typeutil.StaticCallee(v.info, call)); method != "" {
		return v.address(request{method: method}, to, maxParts)
	}
	made, ok := v.only(to).(*ast.CallExpr)
	if !ok {
		return request{}
	}
	if to = v.sent(made); to == nil {
		return request{}
	}
	method := made.Args[max(slices.Index(made.Args, to)-1, 0)] // stands before the address
	return v.address(request{method: v.text(method)}, to, maxParts)
}

// only returns the one value that a variable ever has; other expressions as they are.
func (v *View) only(e ast.Expr) ast.Expr {
	e = ast.Unparen(e)
	id, ok := e.(*ast.Ident)
	if !ok {
		return e
	}
	obj := v.objectOf(id)
	if values := v.values[obj]; len(values) == 1 && v.owners[obj] == nil {
		return ast.Unparen(values[0])
	}
	return e
}

// maxParts bounds how many parts of an address are looked at.
const maxParts = 10

// address adds what is known of the address: all that is put behind a server's own, which has no path.
func (v *View) address(r request, e ast.Expr, depth int) request {
	if depth == 0 {
		return r
	}
	if whole := v.text(e); whole != "" {
		u, err := url.Parse(whole)
		r.elsewhere = err == nil && u.Host != "" && !loopback(u.Hostname())
		return r
	}
	switch e := v.only(e).(type) {
	case *ast.BinaryExpr:
		if strings.HasSuffix(v.text(e.X), "://") {
			r.known = true
			return r
		}
		r = v.address(r, e.X, depth-1)
		if tail := v.text(e.Y); tail != "" {
			r.path += tail
		} else {
			r.known = r.known && strings.Contains(r.path, "?")
		}
	case *ast.SelectorExpr:
		t := v.info.TypeOf(e.X)
		r.known = t != nil && nethttp.IsTestServer(t) && len(v.values[v.objectOf(e)]) == 0
	}
	return r
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// matches reports whether the request is certain to match the pattern of a mux.
func (r request) matches(pattern string) bool {
	if method, rest, ok := strings.Cut(pattern, " "); ok {
		if method != r.method {
			return false
		}
		pattern = strings.TrimLeft(rest, " \t")
	}
	path, _, _ := strings.Cut(r.path, "?")
	if path == "" {
		path = "/"
	}
	if !r.known || strings.ContainsAny(path, "%#") || strings.Contains(path, "//") || strings.Contains(path, "..") {
		return false // or the mux may see another one
	}
	return pattern == path || strings.HasPrefix(pattern, "/") && strings.HasSuffix(pattern, "/") && strings.HasPrefix(path, pattern)
}
