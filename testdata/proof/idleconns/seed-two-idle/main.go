// Ten goroutines send ten requests, ten times, and two connections are kept.
//
// Every body is read to its end and closed, and still there are dozens of
// connections. The first round opens ten, and when they become idle, http.Get keeps
// two of them: the others are closed, and stay in TIME_WAIT for a minute. Each of
// the nine rounds that follow opens eight more: 82 for a hundred requests.
//
// With ten idle connections, as the program mended by hand has them, the ten of the
// first round are enough.
//
//proof:expect go1.26 82 -> 10
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
	for range rounds {
		var answered, closed sync.WaitGroup
		answered.Add(goroutines)
		for range goroutines {
			closed.Go(func() {
				resp, err := http.Get(url) // reported
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
