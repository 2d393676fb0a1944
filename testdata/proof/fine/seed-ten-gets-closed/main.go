// Ten times http.Get, one after the other, read and closed.
//
// The other half of bodyclose/seed-ten-gets: the same ten requests, and one
// connection.
//
//proof:expect go1.26 1
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
	url := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080") + "/hello"
	times, err := strconv.Atoi(cmp.Or(os.Getenv("KAHARNESS_REQUESTS"), "10"))
	if err != nil {
		log.Fatal(err)
	}
	for range times {
		resp, err := http.Get(url)
		if err != nil {
			log.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			log.Fatal(err)
		}
		resp.Body.Close()
	}
}
