// All requests share a Transport, and each has its own timeout.
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

var transport = &http.Transport{TLSHandshakeTimeout: 5 * time.Second}

// fetch reads a page, if it comes in time.
func fetch(url string, timeout time.Duration) ([]byte, error) {
	client := &http.Client{Transport: transport, Timeout: timeout}
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
