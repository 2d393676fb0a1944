// Package proxy has reverse proxies, their hooks, and handlers that copy a backend's response.
package proxy

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"maps"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strconv"
	"time"
)

// Hooks: the response is the proxy's.

func hookThatLooks(target *url.URL) *httputil.ReverseProxy {
	p := httputil.NewSingleHostReverseProxy(target)
	p.ModifyResponse = func(resp *http.Response) error {
		resp.Header.Del("Server") // silent: the proxy owns the response of its hook
		return nil
	}
	return p
}

func hookThatFails() *httputil.ReverseProxy {
	return &httputil.ReverseProxy{
		ModifyResponse: func(resp *http.Response) error {
			if resp.StatusCode >= 500 {
				return errors.New(resp.Status) // silent: the proxy closes it when the hook fails
			}
			return nil
		},
		ErrorHandler: func(w http.ResponseWriter, r *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadGateway)
		},
	}
}

func rewriteBody(resp *http.Response) error {
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if err := resp.Body.Close(); err != nil {
		return err
	}
	b = bytes.ReplaceAll(b, []byte("http://"), []byte("https://"))
	resp.Body = io.NopCloser(bytes.NewReader(b)) // silent: the response is a parameter
	resp.ContentLength = int64(len(b))
	resp.Header.Set("Content-Length", strconv.Itoa(len(b)))
	return nil
}

type gateway struct {
	proxy   *httputil.ReverseProxy
	backend *http.Client
	next    http.RoundTripper
	base    string
	log     *log.Logger
}

func newGateway(target *url.URL) *gateway {
	g := &gateway{proxy: httputil.NewSingleHostReverseProxy(target)}
	g.proxy.ModifyResponse = g.modify
	g.proxy.Transport = g
	return g
}

func (g *gateway) modify(resp *http.Response) error {
	g.log.Println(resp.Status)
	return rewriteBody(resp) // silent: the proxy owns the response of its hook
}

func (g *gateway) RoundTrip(req *http.Request) (*http.Response, error) {
	start := time.Now()
	resp, err := g.next.RoundTrip(req)
	if err != nil {
		return nil, fmt.Errorf("backend: %w", err)
	}
	g.log.Println(req.URL, time.Since(start))
	return resp, nil // silent: the proxy gets it
}

func hookThatAsksElsewhere(c *http.Client) func(*http.Response) error {
	return func(resp *http.Response) error {
		if resp.StatusCode != http.StatusNotFound {
			return nil
		}
		other, err := c.Get("http://fallback" + resp.Request.URL.Path) // want "response body of other is not closed when the function returns at line 100"
		if err != nil {
			return err
		}
		if other.StatusCode != http.StatusOK {
			return nil
		}
		resp.Body.Close()
		resp.StatusCode = other.StatusCode
		resp.Body = other.Body
		return nil
	}
}

func hookThatReplaces(c *http.Client) func(*http.Response) error {
	return func(resp *http.Response) error {
		other, err := c.Get("http://fallback" + resp.Request.URL.Path)
		if err != nil {
			return err
		}
		resp.Body.Close()
		resp.StatusCode = other.StatusCode
		resp.Body = other.Body // silent: the proxy gets the other body
		return nil
	}
}

func hookThatReplacesTheResponse(c *http.Client) func(*http.Response) error {
	return func(resp *http.Response) error {
		other, err := c.Get("http://fallback" + resp.Request.URL.Path)
		if err != nil {
			return err
		}
		resp.Body.Close()
		*resp = *other // silent: the proxy gets all of the other
		return nil
	}
}

// Handlers that copy what the backend says.

func copied(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://backend" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close() // silent: closed
	maps.Copy(w.Header(), resp.Header)
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body)
}

func copiedLeaks(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://backend" + r.URL.Path) // want "response body of resp is not closed when the function returns at line 157"
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	maps.Copy(w.Header(), resp.Header)
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body)
}

func (g *gateway) forward(w http.ResponseWriter, r *http.Request) {
	out := r.Clone(r.Context())
	out.RequestURI = ""
	resp, err := g.backend.Do(out) // want "response body of resp is not closed when the function returns at line 169"
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	if resp.StatusCode == http.StatusNotFound {
		http.NotFound(w, r)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

func (g *gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Upgrade") != "" {
		g.proxy.ServeHTTP(w, r) // silent: the proxy closes its own
		return
	}
	resp, err := g.next.RoundTrip(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer func() {
		if err := resp.Body.Close(); err != nil { // silent: closed
			g.log.Println(err)
		}
	}()
	g.send(w, resp)
}

func (g *gateway) send(w http.ResponseWriter, resp *http.Response) {
	for k, vs := range resp.Header {
		for _, v := range vs {
			w.Header().Add(k, v)
		}
	}
	w.WriteHeader(resp.StatusCode)
	_, _ = io.Copy(w, resp.Body)
}

func (g *gateway) sendLeaks(w http.ResponseWriter, r *http.Request) {
	resp, err := g.backend.Get(g.base + r.URL.Path) // want "response body of resp is not closed"
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	g.send(w, resp)
}

func (g *gateway) written(w io.Writer, r *http.Request) error {
	resp, err := g.next.RoundTrip(r)
	if err != nil {
		return err
	}
	return resp.Write(w) // silent: Write closes the body
}

func (g *gateway) dumped(w io.Writer, r *http.Request) error {
	resp, err := g.next.RoundTrip(r) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	b, err := httputil.DumpResponse(resp, false)
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

func handlerLiteral(c *http.Client, u string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := c.Get(u) // want "response body of resp is not closed"
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]any{"status": resp.StatusCode})
	}
}

func handlerLiteralCloses(mux *http.ServeMux, c *http.Client, u string) {
	mux.HandleFunc("/up", func(w http.ResponseWriter, r *http.Request) {
		resp, err := c.Get(u)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close() // silent: closed
		w.WriteHeader(resp.StatusCode)
	})
}

func streamed(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), r.Method, "http://backend", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	resp, err := http.DefaultClient.Do(req)
	switch {
	case errors.Is(err, context.Canceled):
		return
	case err != nil:
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close() // silent: closed
	fl, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	buf := make([]byte, 4096)
	for {
		n, err := resp.Body.Read(buf)
		_, _ = w.Write(buf[:n])
		fl.Flush()
		if err != nil {
			return
		}
	}
}

func streamedLeaksWithoutFlusher(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get("http://backend/stream") // want "response body of resp is not closed when the function returns at line 296"
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fl, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "no streaming", http.StatusInternalServerError)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
	fl.Flush()
}

func chained(c *http.Client, from, to string) error {
	src, err := c.Get(from)
	if err != nil {
		return err
	}
	dst, err := c.Post(to, src.Header.Get("Content-Type"), src.Body) // silent: Post closes the body that it sends
	if err != nil {
		return err
	}
	return dst.Body.Close()
}

func chainedLeaks(c *http.Client, from, to string) error {
	src, err := c.Get(from)
	if err != nil {
		return err
	}
	_, err = c.Post(to, "text/plain", src.Body) // want "response body of c.Post is not closed: the response is discarded"
	return err
}

func chainedUnclosable(c *http.Client, from, to string) error {
	src, err := c.Get(from) // want "response body of src is not closed"
	if err != nil {
		return err
	}
	dst, err := c.Post(to, "text/plain", io.NopCloser(src.Body))
	if err != nil {
		return err
	}
	return dst.Body.Close()
}

func errorHandlerAsksElsewhere(c *http.Client, p *httputil.ReverseProxy) {
	p.ErrorHandler = func(w http.ResponseWriter, r *http.Request, err error) {
		resp, err := c.Get("http://sorry") // want "response body of resp is not closed when the function returns at line 344"
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		_, _ = io.Copy(w, resp.Body)
	}
}
