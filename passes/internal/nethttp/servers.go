package nethttp

import (
	"go/types"
	"strings"
)

// Serves reports whether the function makes or runs a server that answers by a handler that it is given, or that its receiver
// has.
func Serves(fn *types.Func) bool {
	return is(fn, "net/http/httptest.NewServer", "net/http/httptest.NewTLSServer", "net/http/httptest.NewUnstartedServer",
		"net/http.Serve", "net/http.ServeTLS", "(*net/http.Server).Serve", "(*net/http.Server).ServeTLS")
}

// MakesMux reports whether the function returns a new http.ServeMux.
func MakesMux(fn *types.Func) bool { return is(fn, "net/http.NewServeMux") }

// Routes reports whether the method has its receiver, an http.ServeMux, hand requests to its second argument, those that match
// its first one, a pattern.
func Routes(fn *types.Func) bool {
	return is(fn, "(*net/http.ServeMux).Handle", "(*net/http.ServeMux).HandleFunc")
}

// IsServer reports whether t is a server, or a pointer to one.
func IsServer(t types.Type) bool { return IsType(t, "Server") || IsTestServer(t) }

// IsTestServer reports whether t is an httptest.Server, or a pointer to one.
func IsTestServer(t types.Type) bool { return isNamed(t, "net/http/httptest", "Server") }

// IsListener reports whether t is what servers take their connections from.
func IsListener(t types.Type) bool {
	return isNamed(t, "net", "Listener") || isNamed(t, "net", "TCPListener") || isNamed(t, "net", "UnixListener")
}

// SetsHeader reports whether the function uses the http.ResponseWriter that it is given for a header only.
func SetsHeader(fn *types.Func) bool { return is(fn, "net/http.SetCookie") }

// Redirects reports whether a call of the function with that field sets where an answer may send the client.
func Redirects(fn *types.Func, field string) bool {
	return SetsField(fn) && strings.EqualFold(field, "Location")
}

// Fetches returns the HTTP method of the requests that the function makes and sends, and the argument that is their address,
// not counting the receiver; "" if it does not.
func Fetches(fn *types.Func) (method string, address int) {
	switch {
	case is(fn, "net/http.Get", "(*net/http.Client).Get"):
		return "GET", 0
	case is(fn, "net/http.Post", "net/http.PostForm", "(*net/http.Client).Post", "(*net/http.Client).PostForm"):
		return "POST", 0
	}
	return "", 0
}
