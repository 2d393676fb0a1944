// Every request gets a Transport of its own.
//
// The pool of connections is in the Transport. A new one has an empty pool, so each
// request opens a connection, reads the answer to its end, closes the body, and puts
// the connection back into a pool that nobody will ever look into again. There it
// stays open, since IdleConnTimeout is 0 in a literal: a leak besides.
//
// The timeout that the Transport was made for is the same each time. The program
// mended by hand makes it once, and leaves what differs to http.Client.
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
		if _, err := fetch(base+"/hello", 5*time.Second); err != nil {
			log.Fatal(err)
		}
	}
}

// fetch reads a page, if it comes in time.
func fetch(url string, timeout time.Duration) ([]byte, error) {
	tr := &http.Transport{TLSHandshakeTimeout: 5 * time.Second} // reported
	client := &http.Client{Transport: tr, Timeout: timeout}
	resp, err := client.Get(url)
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
