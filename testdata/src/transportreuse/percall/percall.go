// Package percall builds a Transport in functions, methods, loops, handlers and goroutines that send through it and drop it.
package percall

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync"
	"time"
)

func drain(resp *http.Response) {
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func plain(u string) error {
	tr := &http.Transport{} // want "http.Transport is built anew for each call.*line 27"
	client := &http.Client{Transport: tr}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

func insideTheClient(u string, v any) error {
	client := &http.Client{
		Timeout: 10 * time.Second,
		Transport: &http.Transport{ // want "http.Transport is built anew for each call.*line 42"
			TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
		},
	}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func newExpression(u string) error {
	tr := new(http.Transport) // want "http.Transport is built anew for each call"
	tr.ResponseHeaderTimeout = time.Second
	client := http.Client{Transport: tr}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

func setOnTheClient(u string, insecure bool) error {
	client := &http.Client{}
	if insecure {
		client.Transport = &http.Transport{ // want "http.Transport is built anew for each call"
			TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
		}
	}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

func roundTrip(req *http.Request) (int, error) {
	tr := &http.Transport{} // want "http.Transport is built anew for each call.*line 79"
	resp, err := tr.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	drain(resp)
	return resp.StatusCode, nil
}

// Silent: a client without a Transport shares DefaultTransport.
func clientOnly(u string) error {
	client := &http.Client{Timeout: time.Second}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

// Silent: so does one that names it.
func clientAroundDefault(u string) error {
	client := &http.Client{Transport: http.DefaultTransport}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

// Silent: nothing is sent through it.
func nothingSent(proxy *url.URL) string {
	tr := &http.Transport{Proxy: http.ProxyURL(proxy)}
	u, err := tr.Proxy(&http.Request{URL: proxy})
	if err != nil {
		return ""
	}
	return u.String()
}

func inLoop(urls []string) {
	for _, u := range urls {
		client := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew in each round of a loop.*line 122"
		if resp, err := client.Get(u); err == nil {
			drain(resp)
		}
	}
}

func retries(u string) error {
	for attempt := 0; attempt < 5; attempt++ {
		tr := &http.Transport{TLSHandshakeTimeout: time.Second} // want "http.Transport is built anew in each round of a loop"
		resp, err := (&http.Client{Transport: tr}).Get(u)
		if err == nil {
			drain(resp)
			return nil
		}
		time.Sleep(time.Second)
	}
	return errors.New("given up")
}

func inHandler(w http.ResponseWriter, r *http.Request) {
	tr := &http.Transport{} // want "http.Transport is built anew for each call.*line 144"
	client := &http.Client{Transport: tr}
	resp, err := client.Get("http://backend.internal" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

func inHandlerLiteral(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		client := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
		resp, err := client.Get("http://backend.internal" + r.URL.Path)
		if err != nil {
			return
		}
		drain(resp)
	})
}

// Silent: one Transport for all requests to the handler.
func outsideHandlerLiteral(mux *http.ServeMux) {
	client := &http.Client{Transport: &http.Transport{}}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get("http://backend.internal" + r.URL.Path)
		if err != nil {
			return
		}
		drain(resp)
	})
}

func inGoroutines(urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			tr := &http.Transport{} // want "http.Transport is built anew for each call"
			client := &http.Client{Transport: tr}
			if resp, err := client.Get(u); err == nil {
				drain(resp)
			}
		}()
	}
	wg.Wait()
}

// checker does a check whenever it is asked.
type checker struct {
	timeout time.Duration
	token   string
}

func (c *checker) check(ctx context.Context, u string) error {
	client := &http.Client{
		Timeout: c.timeout,
		Transport: &http.Transport{ // want "http.Transport is built anew for each call.*line 210"
			MaxIdleConns: 10,
		},
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, u, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", c.token)
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

func (c *checker) checkAll(ctx context.Context, urls []string) error {
	for _, u := range urls {
		if err := c.check(ctx, u); err != nil {
			return err
		}
	}
	return nil
}

// send is the function next door that does the sending.
func send(client *http.Client, req *http.Request) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

func throughHelper(ctx context.Context, hook string, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, hook, bytes.NewReader(body))
	if err != nil {
		return err
	}
	tr := &http.Transport{DisableCompression: true} // want "http.Transport is built anew for each call"
	return send(&http.Client{Transport: tr}, req)
}

func viaProxy(proxy *url.URL, u string) (*http.Response, error) {
	tr := &http.Transport{Proxy: http.ProxyURL(proxy)} // want "http.Transport is built anew for each call.*line 253"
	client := &http.Client{Transport: tr, Timeout: time.Minute}
	return client.Get(u)
}

// wrapped adds a header.
type wrapped struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (w wrapped) RoundTrip(req *http.Request) (*http.Response, error) {
	req.Header.Set("X-Wrapped", "1")
	return w.next.RoundTrip(req)
}

func behindWrapper(u string) error {
	client := &http.Client{Transport: wrapped{next: &http.Transport{}}} // want "http.Transport is built anew for each call"
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

// Silent: what is wrapped is shared.
func behindWrapperShared(u string) error {
	client := &http.Client{Transport: wrapped{next: http.DefaultTransport}}
	resp, err := client.Get(u)
	if err != nil {
		return err
	}
	drain(resp)
	return nil
}

func proxyPerRequest(w http.ResponseWriter, r *http.Request) {
	target := &url.URL{Scheme: "http", Host: r.FormValue("host")}
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Transport = &http.Transport{ResponseHeaderTimeout: time.Second} // want "http.Transport is built anew for each call.*line 290"
	proxy.ServeHTTP(w, r)
}

// Silent: the proxy without a Transport shares DefaultTransport.
func proxyPerRequestShared(w http.ResponseWriter, r *http.Request) {
	target := &url.URL{Scheme: "http", Host: r.FormValue("host")}
	httputil.NewSingleHostReverseProxy(target).ServeHTTP(w, r)
}

func relayHandler(w http.ResponseWriter, r *http.Request) {
	if err := relayAll([]string{"http://a.internal", "http://b.internal"}); err != nil {
		log.Print(err)
	}
}

// It serves two requests, and each call leaves its connections behind.
func relayAll(urls []string) error {
	tr := &http.Transport{} // want "http.Transport is built anew for each call"
	client := &http.Client{Transport: tr}
	for _, u := range urls {
		resp, err := client.Get(u)
		if err != nil {
			return err
		}
		drain(resp)
	}
	return nil
}

func inDeferredLiteral(hook string, job func() error) (err error) {
	defer func() {
		client := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
		if resp, perr := client.Post(hook, "text/plain", nil); perr == nil {
			drain(resp)
		}
	}()
	return job()
}

func timers(urls []string) {
	for _, u := range urls {
		time.AfterFunc(time.Minute, func() {
			client := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
			if resp, err := client.Get(u); err == nil {
				drain(resp)
			}
		})
	}
}

// makers have no names.
var makers = map[string]func(u string) error{
	"plain": func(u string) error {
		tr := &http.Transport{} // want "http.Transport is built anew for each call, for the request at line"
		c := &http.Client{Transport: tr}
		resp, err := c.Get(u)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	},
}
