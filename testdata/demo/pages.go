package main

import (
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

// warm asks a service for its pages, ten at once, so that its cache has them.
// Ten goroutines share a Transport that keeps two connections.
func warm(service string, pages []string) {
	tr := &http.Transport{ResponseHeaderTimeout: time.Minute}
	defer tr.CloseIdleConnections()
	visit(&http.Client{Transport: tr}, service, pages)
}

// warmSteadily does so over a Transport that keeps one for each.
func warmSteadily(service string, pages []string) {
	tr := &http.Transport{ResponseHeaderTimeout: time.Minute, MaxIdleConnsPerHost: 10}
	defer tr.CloseIdleConnections()
	visit(&http.Client{Transport: tr}, service, pages)
}

// visit reads pages, ten at once.
func visit(client *http.Client, service string, pages []string) {
	next := make(chan string)
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			for page := range next {
				if err := read(client, service+page); err != nil {
					log.Print(err)
				}
			}
		})
	}
	for _, page := range pages {
		next <- page
	}
	close(next)
	wg.Wait()
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
