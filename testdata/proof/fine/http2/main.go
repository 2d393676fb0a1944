// Over HTTP/2 ten goroutines need one connection, and two idle ones are plenty.
//
// HTTP/2 sends many requests over a connection at once, each as a stream of its
// own. The limit on idle connections says nothing there, and a body that is left
// unread ends its stream, not the connection. A Transport that speaks HTTP/2 only
// is not reported, though all ten goroutines share it.
//
// The index comes first, alone. Ten goroutines that begin at once open ten
// connections before they learn that one would do.
//
//proof:server tls http2
//proof:expect go1.26 1
package main

import (
	"cmp"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
)

func main() {
	base := cmp.Or(os.Getenv("KAHARNESS_URL"), "https://127.0.0.1:8443")
	readers, pages := number("KAHARNESS_CONCURRENCY"), number("KAHARNESS_REQUESTS")
	client := newClient()
	if err := read(client, base+"/json"); err != nil {
		log.Fatal("the index: ", err)
	}
	var wg sync.WaitGroup
	for range readers {
		wg.Go(func() {
			for range pages {
				if err := read(client, base+"/late?ms=10"); err != nil {
					log.Fatal(err)
				}
			}
		})
	}
	wg.Wait()
}

// newClient makes a client that takes no less than HTTP/2.
func newClient() *http.Client {
	only := new(http.Protocols)
	only.SetHTTP2(true)
	return &http.Client{Transport: &http.Transport{Protocols: only}}
}

// read reads a page to its end.
func read(client *http.Client, url string) error {
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
