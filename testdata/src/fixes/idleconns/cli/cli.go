// Cli is a program that makes its clients in main and init.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

func get(c *http.Client, u string) {
	resp, err := c.Get(u)
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func main() {
	// one for all
	client := &http.Client{Timeout: 10 * time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	var wg sync.WaitGroup
	for _, u := range os.Args[1:] {
		wg.Go(func() { get(client, u) })
	}
	wg.Wait()
}

func init() {
	client := http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 6 goroutines"
	client.Timeout = time.Second
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() { get(&client, "http://config.internal") })
	}
	wg.Wait()
}

func init() {
	if len(os.Args) > 1 {
		c := &http.Client{ // want "c has no Transport with MaxIdleConnsPerHost, but up to 128 goroutines"
			Timeout: time.Second, // at most
		}
		for range 128 {
			go get(c, "http://config.internal")
		}
	}
}
