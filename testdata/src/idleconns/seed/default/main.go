// Ten goroutines send ten requests each over the default client.
package main

import (
	"flag"
	"io"
	"log"
	"net/http"
	"sync"
)

func main() {
	url := flag.String("url", "http://127.0.0.1:8080/", "where to send the requests")
	flag.Parse()
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 10; j++ {
				resp, err := http.Get(*url) // want "http.Get keeps only two idle connections per host.*line 18"
				if err != nil {
					log.Print(err)
					return
				}
				_, _ = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		}()
	}
	wg.Wait()
}
