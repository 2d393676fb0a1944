// Ten goroutines send ten requests each over a Transport that keeps ten.
package main

import (
	"flag"
	"io"
	"log"
	"net/http"
	"sync"
)

// Silent: MaxIdleConnsPerHost is as large as the number of goroutines.
func main() {
	url := flag.String("url", "http://127.0.0.1:8080/", "where to send the requests")
	flag.Parse()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10, MaxIdleConns: 100}}
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 10; j++ {
				resp, err := client.Get(*url)
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
