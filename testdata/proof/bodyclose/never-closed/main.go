// A monitor looks at the status, and forgets that there is a body.
//
// An HTTP/1 connection carries one answer at a time. While that has not been read
// to its end, the connection is not free: the client opens another one for the
// next request, although 11 bytes are all that is left on the old one. The old
// ones stay open, with two goroutines and their buffers each, until the server
// or the program ends them.
//
// Close in Go 1.27 reads what is left by itself, but it has to be called. The fix
// defers both: the rest of the body is read, and the body is closed.
//
//proof:expect go1.26 10 -> 1
package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		if !up(base + "/hello") {
			log.Fatal("the service is down")
		}
	}
}

// up asks a service how it is.
func up(url string) bool {
	resp, err := http.Get(url) // reported
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
