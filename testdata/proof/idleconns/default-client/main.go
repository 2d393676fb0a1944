// Ten crawlers share a client that says nothing of its Transport.
//
// A client without a Transport uses http.DefaultTransport, which keeps two idle
// connections for each host. While a crawler is busy with the page that it got, its
// connection waits for it. But where two wait already, a third one is closed at
// once, and the next page needs a new one. Reading and closing are as they should
// be, and cannot help.
//
// The fix gives the client a clone of DefaultTransport, with its timeouts and its
// proxy, that keeps as many connections as there are crawlers, or more.
//
//proof:expect go1.26 >=40 -> 10
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
	client := &http.Client{Timeout: 10 * time.Second} // reported
	var wg sync.WaitGroup
	for range crawlers {
		wg.Go(func() {
			for range pages {
				if err := crawl(client, base+"/late?ms=20"); err != nil {
					log.Fatal(err)
				}
				time.Sleep(20 * time.Millisecond) // the page is parsed and stored
			}
		})
	}
	wg.Wait()
}

// crawl reads a page to its end.
func crawl(client *http.Client, url string) error {
	resp, err := client.Get(url)
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
