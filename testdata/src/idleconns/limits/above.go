package limits

import (
	"net/http"
	"sync"
)

// Here a place is taken before the loop that starts the goroutines: for all of them.

func ask(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		resp.Body.Close()
	}
}

func takenOnce(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	busy := make(chan struct{}, 1)
	busy <- struct{}{}
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ask(c, u)
		}()
	}
	wg.Wait()
	<-busy
}

func filled(n int) chan struct{} {
	tokens := make(chan struct{}, n)
	for range n {
		tokens <- struct{}{}
	}
	return tokens
}

func afterFilling(urls []string) chan struct{} {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	tokens := filled(1)
	for _, u := range urls {
		go ask(c, u)
	}
	return tokens
}

// The place is the caller's.
func inCallee(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	busy := make(chan struct{}, 1)
	busy <- struct{}{}
	askAll(c, urls)
	<-busy
}

func askAll(c *http.Client, urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() { ask(c, u) })
	}
	wg.Wait()
}

// Silent: each takes a place, in the loop or by a function that the loop calls.
func takenEach(urls []string) {
	c := &http.Client{Transport: &http.Transport{}}
	places := make(chan struct{}, 2)
	for _, u := range urls {
		places <- struct{}{}
		go func() {
			ask(c, u)
			<-places
		}()
	}
}

type gate chan struct{}

func (g gate) enter() { g <- struct{}{} }
func (g gate) leave() { <-g }

func takenByCall(urls []string) {
	c := &http.Client{Transport: &http.Transport{}}
	g := make(gate, 2)
	for _, u := range urls {
		g.enter()
		go func() {
			defer g.leave()
			ask(c, u)
		}()
	}
}
