// Main builds its transports where things happen once: in main, init, package variables and before loops that never end.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"time"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Silent: a package variable.
var transport = &http.Transport{}

// Silent: a package variable, made by a literal that is called at once.
var client = func() *http.Client {
	tr := &http.Transport{}
	c := &http.Client{Transport: tr}
	_ = read(c.Get("http://backend.internal/warm"))
	return c
}()

// Silent: init runs once.
func init() {
	tr := &http.Transport{}
	c := &http.Client{Transport: tr}
	if err := read(c.Get("http://config.internal")); err != nil {
		log.Fatal(err)
	}
}

// Silent: main runs once.
func main() {
	tr := &http.Transport{MaxIdleConns: 10}
	c := &http.Client{Transport: tr}
	if err := read(c.Get("http://backend.internal")); err != nil {
		log.Fatal(err)
	}
	_ = read((&http.Client{Transport: transport}).Get("http://backend.internal"))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		perRequest := &http.Transport{} // want "http.Transport is built anew for each call.*line 51"
		_ = read((&http.Client{Transport: perRequest}).Get("http://backend.internal"))
	})
	http.HandleFunc("/shared", func(w http.ResponseWriter, r *http.Request) {
		_ = read(c.Get("http://backend.internal")) // silent: main's
	})
	jobs := make(chan string)
	go worker(jobs)
	go forever(context.Background())
	go ticking(context.Background())
	go selecting(context.Background(), jobs)
	for range 4 {
		go func() {
			own := &http.Client{Transport: &http.Transport{}} // silent: one for each of four workers
			for u := range jobs {
				_ = read(own.Get(u))
			}
		}()
	}
	log.Fatal(http.ListenAndServe(":8080", nil))
}

// Silent: one for the worker.
func worker(jobs <-chan string) {
	c := &http.Client{Transport: &http.Transport{}}
	for u := range jobs {
		if err := read(c.Get(u)); err != nil {
			log.Print(err)
		}
	}
}

// In the loop of the worker there is one for each job.
func wastefulWorker(jobs <-chan string) {
	for u := range jobs {
		c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew in each round of a loop.*line 86"
		if err := read(c.Get(u)); err != nil {
			log.Print(err)
		}
	}
}

// Silent: before a loop that has no end.
func forever(ctx context.Context) {
	c := &http.Client{Transport: &http.Transport{}}
	for {
		_ = read(c.Get("http://backend.internal"))
		time.Sleep(time.Minute)
		if ctx.Err() != nil {
			return
		}
	}
}

// Silent: before a loop over a ticker.
func ticking(ctx context.Context) {
	tr := &http.Transport{}
	c := &http.Client{Transport: tr}
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for range t.C {
		_ = read(c.Get("http://backend.internal"))
	}
}

func wastefulTicking() {
	for range time.Tick(time.Minute) {
		tr := &http.Transport{} // want "http.Transport is built anew in each round of a loop"
		c := &http.Client{Transport: tr}
		_ = read(c.Get("http://backend.internal"))
	}
}

// Silent: before a loop around select.
func selecting(ctx context.Context, jobs <-chan string) {
	c := &http.Client{Transport: &http.Transport{}}
	for {
		select {
		case <-ctx.Done():
			return
		case u := <-jobs:
			_ = read(c.Get(u))
		}
	}
}

func wastefulSelecting(ctx context.Context, jobs <-chan string) {
	for {
		select {
		case <-ctx.Done():
			return
		case u := <-jobs:
			tr := &http.Transport{} // want "http.Transport is built anew in each round of a loop"
			_ = read((&http.Client{Transport: tr}).Get(u))
		}
	}
}

// poller has its worker as a method.
type poller struct {
	every time.Duration
	stop  chan struct{}
}

// Silent: one for the poller.
func (p *poller) run() {
	c := &http.Client{Transport: &http.Transport{}}
	for {
		select {
		case <-p.stop:
			return
		case <-time.After(p.every):
			p.poll(c)
		}
	}
}

func (p *poller) poll(c *http.Client) {
	_ = read(c.Get("http://backend.internal"))
}

// Silent: the loop ends with a failure only.
func untilFailure() error {
	c := &http.Client{Transport: &http.Transport{}}
	for {
		if err := read(c.Get("http://backend.internal/next")); err != nil {
			return err
		}
	}
}

// Silent: the same, in a function that is called.
func servesQueue() error { return serveQueue(&http.Client{Transport: &http.Transport{}}) }

func serveQueue(c *http.Client) error {
	for {
		err := read(c.Get("http://backend.internal/next"))
		if err == nil {
			continue
		}
		return err
	}
}

func untilSuccess() {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call of untilSuccess"
	for {
		if err := read(c.Get("http://backend.internal/next")); err == nil {
			return
		}
	}
}

func untilDone(todo []string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call of untilDone"
	for {
		if len(todo) == 0 {
			return nil
		}
		if err := read(c.Get(todo[0])); err != nil {
			return err
		}
		todo = todo[1:]
	}
}
