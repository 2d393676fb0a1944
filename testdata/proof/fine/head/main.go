// The answer to a HEAD request has no body, whatever its headers say.
//
// Content-Length tells of the 300 KiB that a GET would bring. None of them are sent,
// and the connection is free as soon as the headers are there, closed or not. For
// everything that can be learned from status and headers HEAD is the cheapest way
// to ask.
//
//proof:expect go1.26 1
package main

import (
	"cmp"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	var total int64
	for range number("KAHARNESS_REQUESTS") {
		n, err := size(base + "/bytes?n=307200")
		if err != nil {
			log.Fatal(err)
		}
		total += n
	}
	fmt.Println(total, "bytes to fetch")
}

// size tells how long a file is.
func size(url string) (int64, error) {
	resp, err := http.Head(url)
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("%s: %s", url, resp.Status)
	}
	return resp.ContentLength, nil
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
