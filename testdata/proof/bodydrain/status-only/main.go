// A health check closes the answer as it should, and does not read it.
//
// Close says that nobody wants the rest of the body. Before Go 1.27 the client
// then has one way to get rid of it: it hangs up. Every check pays for a new
// connection, on https for a new handshake, to save 11 bytes. From Go 1.27 on Close
// has up to 256 KiB read behind its back, and until the next check is due, the
// connection is free: no fix is needed.
//
// The fix does the same by hand, for the older Go that go.mod allows: it reads
// what is left before it closes, up to the same limit.
//
//proof:expect go1.26 10 -> 1
//proof:expect go1.27 1..3 -> 1
package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	for range number("KAHARNESS_REQUESTS") {
		if !healthy(base + "/hello") {
			log.Fatal("the service is down")
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// healthy asks a service how it is.
func healthy(url string) bool {
	resp, err := http.Get(url) // reported
	if err != nil {
		return false
	}
	defer resp.Body.Close()
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
