// A body that was read to its end and never closed costs nothing, this time.
//
// What frees a connection is the end of the body, not Close: one connection is
// enough before the fix and after it. The rule asks for the Close all the same.
// A copy that fails halfway, a disk that is full or a return that somebody adds
// between the two ends the reading early, and then only Close lets go of the
// connection.
//
//proof:expect go1.26 1 -> 1
package main

import (
	"cmp"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		if _, err := size(base + "/hello"); err != nil {
			log.Fatal(err)
		}
	}
}

// size counts the bytes of a page.
func size(url string) (int64, error) {
	resp, err := http.Get(url) // reported
	if err != nil {
		return 0, err
	}
	return io.Copy(io.Discard, resp.Body)
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
