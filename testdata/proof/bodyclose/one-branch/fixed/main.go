// The link checker, which closes what it found and what is missing.
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
	resp, err := http.Get(link)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return false, err
	}
	if resp.StatusCode != http.StatusOK {
		log.Print(link, ": ", resp.Status)
		return false, nil
	}
	return true, nil
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
