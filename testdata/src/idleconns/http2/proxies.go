package http2

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
)

// Silent: the target that Rewrite sets is of https.
func rewritten() http.Handler {
	to, err := url.Parse("https://api.example.com/v2/")
	if err != nil {
		panic(err)
	}
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(to)
		r.SetXForwarded()
	}}
}

func rewrittenPlain() http.Handler {
	to, err := url.Parse("http://api.example.com/v2/")
	if err != nil {
		panic(err)
	}
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(to) }} // want "httputil.ReverseProxy has no Transport"
}

// Either target may be the one.
func rewrittenByPath(plain *url.URL) http.Handler {
	tls := &url.URL{Scheme: "https", Host: "api.example.com"}
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { // want "httputil.ReverseProxy has no Transport"
		if r.In.URL.Path == "/plain" {
			r.SetURL(plain)
			return
		}
		r.SetURL(tls)
	}}
}

// Silent: set after the proxy is made.
func rewrittenLater() http.Handler {
	p := &httputil.ReverseProxy{}
	p.Rewrite = toMirror
	return p
}

var mirror = &url.URL{Scheme: "https", Host: "mirror.example.com"}

func toMirror(r *httputil.ProxyRequest) { r.SetURL(mirror) }

// Silent: a variable that is parsed.
var published, _ = url.Parse("https://parsed.example.com")

func toParsed() http.Handler { return httputil.NewSingleHostReverseProxy(published) }

// Somebody sets it to what he is told.
var chosen, _ = url.Parse("https://chosen.example.com")

func choose(s string) { chosen, _ = url.Parse(s) }

func toChosen() http.Handler {
	return httputil.NewSingleHostReverseProxy(chosen) // want "httputil.NewSingleHostReverseProxy has no Transport"
}

// Silent: Director sets the parts of the address.
func directed() http.Handler {
	return &httputil.ReverseProxy{Director: func(r *http.Request) {
		r.URL.Scheme = "https"
		r.URL.Host = "api.example.com"
		r.Host = "api.example.com"
	}}
}

func directedTo() http.Handler {
	return &httputil.ReverseProxy{Director: func(r *http.Request) {
		r.URL.Scheme, r.URL.Host = mirror.Scheme, mirror.Host
	}}
}

func directedPlain() http.Handler {
	return &httputil.ReverseProxy{Director: func(r *http.Request) { // want "httputil.ReverseProxy has no Transport"
		r.URL.Scheme = "http"
		r.URL.Host = "api.example.com"
	}}
}

// The host is anybody's.
func directedHost(host string) http.Handler {
	return &httputil.ReverseProxy{Director: func(r *http.Request) { // want "httputil.ReverseProxy has no Transport"
		r.URL.Scheme = "https"
		r.URL.Host = host
	}}
}

// Silent: who makes the proxy says where to.
func to(u *url.URL) *httputil.ReverseProxy {
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(u)
		r.Out.Host = u.Host
	}}
}

func toPlain(u *url.URL) *httputil.ReverseProxy {
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { // want "httputil.ReverseProxy has no Transport"
		r.SetURL(u)
	}}
}

func single(u *url.URL) *httputil.ReverseProxy {
	return httputil.NewSingleHostReverseProxy(u)
}

func singlePlain(u *url.URL) *httputil.ReverseProxy {
	return httputil.NewSingleHostReverseProxy(u) // want "httputil.NewSingleHostReverseProxy has no Transport"
}

func serveEach(w http.ResponseWriter, r *http.Request) {
	to(mirror).ServeHTTP(w, r)
	single(&url.URL{Scheme: "https", Host: "single.example.com"}).ServeHTTP(w, r)
	toPlain(&url.URL{Scheme: "http", Host: "plain.example.com"}).ServeHTTP(w, r)
	singlePlain(&url.URL{Scheme: os.Getenv("SCHEME"), Host: "plain.example.com"}).ServeHTTP(w, r)
}

// Silent: what stands around the default passes on what it gets.
type logged struct{ next http.RoundTripper }

func (l logged) RoundTrip(r *http.Request) (*http.Response, error) { return l.next.RoundTrip(r) }

func loggedProxy() http.Handler {
	p := httputil.NewSingleHostReverseProxy(mirror)
	p.Transport = logged{http.DefaultTransport}
	return p
}

func loggedPlain() http.Handler {
	p := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: "plain.example.com"}) // want "p has no Transport"
	p.Transport = logged{http.DefaultTransport}
	return p
}

func loggedGets(w http.ResponseWriter, r *http.Request) {
	resp, err := loggedClient.Get("https://api.example.com/" + r.URL.Path)
	if err == nil {
		resp.Body.Close()
	}
	resp, err = loggedPlainClient.Get("http://api.example.com/" + r.URL.Path)
	if err == nil {
		resp.Body.Close()
	}
}

var (
	loggedClient      = &http.Client{Transport: logged{http.DefaultTransport}}
	loggedPlainClient = &http.Client{Transport: logged{http.DefaultTransport}} // want "loggedPlainClient has no Transport"
)

// The option is of the function that makes the proxy, not of the one that it is given.
func sameAgain(u *url.URL) *httputil.ReverseProxy {
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { // want "httputil.ReverseProxy has no Transport"
		r.SetURL(r.In.URL)
		r.Out.Host = u.Host
	}}
}

func serveAgain(w http.ResponseWriter, r *http.Request) { sameAgain(mirror).ServeHTTP(w, r) }
