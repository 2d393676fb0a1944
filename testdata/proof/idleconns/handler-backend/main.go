// A handler asks its backend by http.Get.
//
// There is no go statement here: net/http's server runs each request's handler in
// a goroutine of its own. With ten visitors at a time there are ten requests to the
// backend at a time, and http.Get keeps two of their connections. The service is
// quick on a desk, with one visitor. Under load it opens nearly as many connections
// as it answers requests, until it runs out of ports.
//
// kalint has no fix, since http.Get has no place for one. The program mended by
// hand gives the backend a client.
//
//proof:expect go1.26 >=50 -> 10
package main

import (
	"cmp"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	front := httptest.NewServer(weather{base + "/late?ms=20"})
	defer front.Close()
	if err := visit(front.URL, number("KAHARNESS_CONCURRENCY"), number("KAHARNESS_REQUESTS")); err != nil {
		log.Fatal(err)
	}
}

// weather tells visitors what the backend forecasts.
type weather struct{ backend string }

func (s weather) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	resp, err := http.Get(s.backend) // reported
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	forecast, err := io.ReadAll(resp.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(forecast)
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
