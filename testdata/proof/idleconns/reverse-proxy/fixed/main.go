// The reverse proxy, which keeps its connections to the backend.
package main

import (
	"cmp"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"strconv"
)

func main() {
	backend, err := url.Parse(cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080"))
	if err != nil {
		log.Fatal(err)
	}
	front := httptest.NewServer(newProxy(backend))
	defer front.Close()
	err = visit(front.URL+"/late?ms=20", number("KAHARNESS_CONCURRENCY"), number("KAHARNESS_REQUESTS"))
	if err != nil {
		log.Fatal(err)
	}
}

// newProxy passes on to the backend whatever it is asked.
func newProxy(backend *url.URL) *httputil.ReverseProxy {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = 100
	return &httputil.ReverseProxy{
		Transport: tr,
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(backend)
			r.SetXForwarded()
		},
	}
}

// visit puts the server under load: visitors come together, some times over. Their
// own client keeps its connections.
func visit(url string, visitors, times int) error {
	tr := &http.Transport{MaxIdleConnsPerHost: visitors}
	defer tr.CloseIdleConnections()
	client := &http.Client{Transport: tr}
	for range times {
		errs := make(chan error, visitors)
		for range visitors {
			go func() { errs <- look(client, url) }()
		}
		for range visitors {
			if err := <-errs; err != nil {
				return err
			}
		}
	}
	return nil
}

func look(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
