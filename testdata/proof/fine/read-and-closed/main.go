// Every body is read and closed, and one connection serves all requests.
//
// This is how it is meant to be: the defer behind the check of the error, so that
// every path closes, and a reader that goes on to the end, so that the connection
// is free before that. A status that is not welcome has a message, which is worth
// reading too.
//
//proof:expect go1.26 1
package main

import (
	"cmp"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		if _, err := fetch(base + "/bytes?n=307200&chunked=1"); err != nil {
			log.Fatal(err)
		}
	}
}

// fetch reads a page.
func fetch(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s: %s", url, resp.Status, body)
	}
	return body, nil
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
