// The program sets http.DefaultTransport up, and all clients gain by it.
//
// In a program of one's own the shortest remedy is one line in main. It reaches
// http.Get, every client without a Transport, and the libraries that use them. It
// has no place in a library: DefaultTransport belongs to the program.
//
//proof:expect go1.26 10
package main

import (
	"cmp"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080")
	crawlers, pages := number("KAHARNESS_CONCURRENCY"), number("KAHARNESS_REQUESTS")
	http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = crawlers
	var wg sync.WaitGroup
	for range crawlers {
		wg.Go(func() {
			for range pages {
				if err := crawl(base + "/late?ms=20"); err != nil {
					log.Fatal(err)
				}
				time.Sleep(20 * time.Millisecond) // the page is parsed and stored
			}
		})
	}
	wg.Wait()
}

// crawl reads a page to its end.
func crawl(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
