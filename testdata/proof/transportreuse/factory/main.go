// A factory makes a client for each call, and a Transport for each client.
//
// The factory keeps all settings in one place, and looks like the place where the
// client is shared. It is called for each request: no connection is used twice, and
// neither fetch nor newClient shows it alone. Clones of DefaultTransport let their
// idle connections go after 90 seconds; a literal would keep them for good.
//
// The program mended by hand calls the factory once, and keeps what it made.
//
//proof:expect go1.26 10 -> 1
package main

import (
	"cmp"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		if _, err := fetch(base + "/hello"); err != nil {
			log.Fatal(err)
		}
	}
}

// newClient makes a client for internal services, which need no proxy.
func newClient() *http.Client {
	tr := http.DefaultTransport.(*http.Transport).Clone() // reported
	tr.Proxy = nil
	return &http.Client{Transport: tr, Timeout: 5 * time.Second}
}

// fetch reads a page.
func fetch(url string) ([]byte, error) {
	resp, err := newClient().Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
