// Package proxy has httputil.ReverseProxy, which sends through DefaultTransport when it has no Transport.
package proxy

import (
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

func single(target *url.URL) error {
	proxy := httputil.NewSingleHostReverseProxy(target) // want "proxy has no Transport with MaxIdleConnsPerHost"
	return http.ListenAndServe(":8080", proxy)
}

func literal(target *url.URL) {
	proxy := &httputil.ReverseProxy{ // want "proxy has no Transport with MaxIdleConnsPerHost"
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			r.SetXForwarded()
		},
	}
	http.Handle("/", proxy)
}

func withoutAName(mux *http.ServeMux, target *url.URL) {
	mux.Handle("/", httputil.NewSingleHostReverseProxy(target)) // want "httputil.NewSingleHostReverseProxy has no Transport with MaxIdleConnsPerHost"
}

func literalWithoutAName(mux *http.ServeMux, director func(*http.Request)) {
	mux.Handle("/", &httputil.ReverseProxy{Director: director}) // want "httputil.ReverseProxy has no Transport with MaxIdleConnsPerHost"
}

// Silent: the Transport keeps more.
func literalTuned(target *url.URL) {
	proxy := &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(target) },
		Transport: &http.Transport{MaxIdleConnsPerHost: 100},
	}
	http.Handle("/tuned", proxy)
}

// Silent: the Transport that is set later keeps more.
func singleTuned(target *url.URL) error {
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Transport = &http.Transport{MaxIdleConnsPerHost: 100}
	return http.ListenAndServe(":8080", proxy)
}

// Silent: the clone that is set later keeps more.
func singleTunedClone(target *url.URL) error {
	proxy := httputil.NewSingleHostReverseProxy(target)
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = 100
	proxy.Transport = tr
	return http.ListenAndServe(":8080", proxy)
}

func singleUntuned(target *url.URL) error {
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Transport = &http.Transport{ResponseHeaderTimeout: time.Second} // want "MaxIdleConnsPerHost of proxy.Transport is not set"
	return http.ListenAndServe(":8080", proxy)
}

func insideHandler(target *url.URL) {
	proxy := httputil.NewSingleHostReverseProxy(target) // want "proxy has no Transport with MaxIdleConnsPerHost.*line 72"
	proxy.ErrorHandler = func(w http.ResponseWriter, r *http.Request, err error) {
		log.Print(err)
		w.WriteHeader(http.StatusBadGateway)
	}
	http.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("X-Proxied", "yes")
		proxy.ServeHTTP(w, r)
	})
}

// Made for each request, but all of them share DefaultTransport.
func perRequest(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse("http://" + r.FormValue("backend") + ".internal")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	p := httputil.NewSingleHostReverseProxy(target) // want "p has no Transport with MaxIdleConnsPerHost.*line 79"
	p.ServeHTTP(w, r)
}

// gateway holds its proxy in a field.
type gateway struct{ proxy *httputil.ReverseProxy }

func newGateway(target *url.URL) *gateway {
	return &gateway{
		proxy: httputil.NewSingleHostReverseProxy(target), // want "proxy has no Transport with MaxIdleConnsPerHost.*line 98"
	}
}

func (g *gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodConnect {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	g.proxy.ServeHTTP(w, r)
}

// tunedGateway gives its proxy a Transport.
type tunedGateway struct{ proxy *httputil.ReverseProxy }

// Silent: MaxIdleConnsPerHost is set.
func newTunedGateway(target *url.URL) *tunedGateway {
	g := &tunedGateway{proxy: httputil.NewSingleHostReverseProxy(target)}
	g.proxy.Transport = &http.Transport{MaxIdleConnsPerHost: 256, MaxIdleConns: 1024}
	return g
}

func (g *tunedGateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.proxy.ServeHTTP(w, r)
}

// Silent: it never serves.
func neverServes(target *url.URL) {
	proxy := httputil.NewSingleHostReverseProxy(target)
	log.Print(proxy.FlushInterval)
}

// Silent: the RoundTripper answers from memory.
func canned(w http.ResponseWriter, r *http.Request) {
	proxy := &httputil.ReverseProxy{
		Director:  func(*http.Request) {},
		Transport: http.NewFileTransport(http.Dir("/srv")),
	}
	proxy.ServeHTTP(w, r)
}
