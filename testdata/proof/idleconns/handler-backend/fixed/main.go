// The handler, whose backend has a client that keeps enough connections.
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

// backends keeps a connection for each of the visitors that come at a time.
var backends = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}

func (s weather) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	resp, err := backends.Get(s.backend)
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
