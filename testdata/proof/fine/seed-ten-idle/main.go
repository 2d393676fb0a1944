// Ten goroutines send ten requests, ten times, and ten connections are kept.
//
// The other half of idleconns/seed-two-idle: with MaxIdleConnsPerHost as large as
// the number of goroutines each of them finds a connection for its next request,
// and a hundred requests need the ten that the first round opened.
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
)

func main() {
	url := cmp.Or(os.Getenv("KAHARNESS_URL"), "http://127.0.0.1:8080") + "/hello"
	goroutines, rounds := number("KAHARNESS_CONCURRENCY"), number("KAHARNESS_REQUESTS")
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: goroutines}}
	for range rounds {
		var answered, closed sync.WaitGroup
		answered.Add(goroutines)
		for range goroutines {
			closed.Go(func() {
				resp, err := client.Get(url)
				if err != nil {
					log.Fatal(err)
				}
				// Ten at once, on however few cores: nobody goes on before all are here.
				answered.Done()
				answered.Wait()
				if _, err := io.Copy(io.Discard, resp.Body); err != nil {
					log.Fatal(err)
				}
				resp.Body.Close()
			})
		}
		closed.Wait()
	}
}

// number reads a count from the environment.
func number(name string) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), "10"))
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return n
}
