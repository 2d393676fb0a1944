// A link checker closes the pages that it finds, and not those that are missing.
//
// The body seems to belong to the good case only, as that is where it is read.
// But a 404 has a body too, mostly a longer one than the page would have been.
// Each dead link costs a connection.
//
// The fix has one place for both: every body is read, as far as it is worth it,
// and closed, before anybody looks at the status.
//
//proof:expect go1.26 10 -> 1
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
	links := number("KAHARNESS_REQUESTS")
	dead := 0
	for range links {
		found, err := check(base + "/status?code=404")
		if err != nil {
			log.Fatal(err)
		}
		if !found {
			dead++
		}
	}
	fmt.Println(dead, "dead links of", links)
}

// check reads a page, so that a server that stops halfway is noticed as well.
func check(link string) (found bool, err error) {
	resp, err := http.Get(link) // reported
	if err != nil {
		return false, err
	}
	if resp.StatusCode == http.StatusOK {
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		found = err == nil
	} else {
		log.Print(link, ": ", resp.Status)
	}
	return found, err
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
