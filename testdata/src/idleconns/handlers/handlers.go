// Package handlers sends requests from HTTP handlers, which run in a goroutine for each request that comes in.
package handlers

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

func relay(w http.ResponseWriter, resp *http.Response, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

func getInHandler(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://users.internal/" + r.PathValue("id")) // want "http.Get keeps only two idle connections per host.*line 24"
	relay(w, resp, err)
}

func registersFunction(mux *http.ServeMux) {
	mux.HandleFunc("GET /users/{id}", getInHandler)
}

// A function with this signature is a handler, whoever registers it.
func notRegisteredHere(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://users.internal/", nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	resp, err := http.DefaultClient.Do(req) // want "http.DefaultClient keeps only two idle connections per host.*line 34"
	relay(w, resp, err)
}

func literalOnDefaultMux(upstream string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 46"
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(upstream + r.URL.Path)
		relay(w, resp, err)
	})
}

func literalOnMux(mux *http.ServeMux, upstream string) {
	tr := &http.Transport{IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of tr is not set.*line 55"
	client := &http.Client{Transport: tr}
	mux.Handle("/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(upstream + r.URL.Path)
		relay(w, resp, err)
	}))
}

// Silent: MaxIdleConnsPerHost is set.
func literalTuned(mux *http.ServeMux, upstream string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(upstream + r.URL.Path)
		relay(w, resp, err)
	})
}

// Silent: the request is made while the mux is built, the handler only writes what came.
func requestAtRegistration(mux *http.ServeMux, upstream string) error {
	resp, err := http.Get(upstream + "/motd")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	motd, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	mux.HandleFunc("/motd", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write(motd)
	})
	return nil
}

// forwarder is an http.Handler.
type forwarder struct {
	client   *http.Client
	upstream string
}

func (f *forwarder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), r.Method, f.upstream+r.URL.Path, r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	resp, err := f.client.Do(req)
	relay(w, resp, err)
}

func newForwarder(upstream string) http.Handler {
	return &forwarder{
		client:   &http.Client{Timeout: 30 * time.Second}, // want "client has no Transport with MaxIdleConnsPerHost.*line 93"
		upstream: upstream,
	}
}

func serveForwarder() error {
	return http.ListenAndServe(":8080", newForwarder("http://backend.internal"))
}

// status is an http.Handler by value, and tuned.
type status struct{ client http.Client }

// Silent: the client that newStatus gives it keeps more.
func (s status) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := s.client.Get("http://backend.internal/status")
	relay(w, resp, err)
}

func newStatus() http.Handler {
	return status{client: http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 16}}}
}

// server has its handlers as methods.
type server struct {
	mu      sync.Mutex
	prices  *http.Client
	billing *http.Client
	audit   *http.Client
	startup *http.Client
}

func newServer() *server {
	return &server{
		prices:  &http.Client{},                                                   // want "prices has no Transport with MaxIdleConnsPerHost.*line 153"
		billing: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}, // silent: set
		audit:   &http.Client{Timeout: time.Second},                               // want "audit has no Transport with MaxIdleConnsPerHost"
		startup: &http.Client{Timeout: time.Second},                               // silent: used once, before serving
	}
}

func (s *server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("/price", s.price)
	mux.Handle("/bill", http.HandlerFunc(s.bill))
	mux.Handle("/admin", s.audited(http.NotFoundHandler()))
	return mux
}

func (s *server) price(w http.ResponseWriter, r *http.Request) {
	p, err := s.lookup(r.Context(), r.FormValue("sku"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprintln(w, p)
}

// lookup is two calls away from the handler.
func (s *server) lookup(ctx context.Context, sku string) (p float64, err error) {
	return p, s.fetch(ctx, "http://prices.internal/"+sku, &p)
}

func (s *server) fetch(ctx context.Context, u string, v any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return err
	}
	resp, err := s.prices.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func (s *server) bill(w http.ResponseWriter, r *http.Request) {
	resp, err := s.billing.Post("http://billing.internal/", "application/json", r.Body)
	relay(w, resp, err)
}

// audited is middleware: what it returns runs for each request.
func (s *server) audited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := s.audit.Head("http://audit.internal" + r.URL.Path)
		if err != nil || resp.StatusCode != http.StatusOK {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		resp.Body.Close()
		next.ServeHTTP(w, r)
	})
}

func (s *server) checkBackends() error {
	resp, err := s.startup.Get("http://backend.internal/health")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func run() error {
	s := newServer()
	if err := s.checkBackends(); err != nil {
		return err
	}
	srv := &http.Server{Addr: ":8080", Handler: s.routes()}
	return srv.ListenAndServe()
}

// authenticate is middleware in its plain form.
func authenticate(next http.Handler) http.Handler {
	client := &http.Client{Timeout: 2 * time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 218"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://auth.internal/check", nil)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		req.Header.Set("Authorization", r.Header.Get("Authorization"))
		resp, err := client.Do(req)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			next.ServeHTTP(w, r)
		}
	})
}

// Silent: the keys are fetched once, when the middleware is put together.
func verify(next http.Handler) http.Handler {
	client := &http.Client{Timeout: 2 * time.Second}
	resp, err := client.Get("http://auth.internal/keys")
	if err != nil {
		log.Fatal(err)
	}
	keys, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Key") != string(keys) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// handlerFactory returns a func, not an http.Handler.
func handlerFactory(upstream string) http.HandlerFunc {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(upstream)
		relay(w, resp, err)
	}
}

// Made for each request, but all of them share DefaultTransport.
func clientInHandler(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 265"
	resp, err := client.Get("http://backend.internal")
	relay(w, resp, err)
}

// Silent: each request has a Transport of its own, which is another rule's.
func transportInHandler(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get("http://backend.internal")
	relay(w, resp, err)
}

// One goroutine for each incoming request is enough.
func goInHandler(w http.ResponseWriter, r *http.Request) {
	go func() {
		resp, err := http.Post("http://audit.internal", "text/plain", nil) // want "http.Post keeps only two idle connections per host"
		if err == nil {
			resp.Body.Close()
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

var loadOnce sync.Once

// Silent: whatever the number of requests, the body of Do runs once.
func onceInHandler(w http.ResponseWriter, r *http.Request) {
	loadOnce.Do(func() {
		resp, err := http.Get("http://config.internal")
		if err == nil {
			resp.Body.Close()
		}
	})
	w.WriteHeader(http.StatusNoContent)
}

// Silent: the handler hands its job to one goroutine.
func queueHandler(upstream string) http.HandlerFunc {
	client := &http.Client{}
	jobs := make(chan string, 100)
	go func() {
		for j := range jobs {
			if resp, err := client.Get(upstream + j); err == nil {
				resp.Body.Close()
			}
		}
	}()
	return func(w http.ResponseWriter, r *http.Request) {
		jobs <- r.URL.Path
		w.WriteHeader(http.StatusAccepted)
	}
}

// Silent: it takes a request and is called once, by warm.
func send(c *http.Client, r *http.Request) error {
	resp, err := c.Do(r)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: nothing here runs for each request.
func warm(upstream string) error {
	client := &http.Client{}
	req, err := http.NewRequest(http.MethodGet, upstream, nil)
	if err != nil {
		return err
	}
	return send(client, req)
}
