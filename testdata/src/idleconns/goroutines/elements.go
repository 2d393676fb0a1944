package goroutines

import (
	"net/http"
	"sync"
)

type target struct {
	url    string
	client *http.Client
}

func (t *target) check() {
	if resp, err := t.client.Get(t.url); err == nil {
		resp.Body.Close()
	}
}

// Silent: each goroutine has an element, and so a client, of its own.
func eachItsOwn(urls []string) {
	var targets []*target
	for _, u := range urls {
		targets = append(targets, &target{u, &http.Client{Transport: &http.Transport{}}})
	}
	for _, t := range targets {
		go t.check()
	}
}

// Silent: the same, captured, and built by a function.
func eachCaptured(urls []string) {
	var targets []*target
	for _, u := range urls {
		targets = append(targets, newTarget(u))
	}
	checkAll(targets)
}

func newTarget(u string) *target { return &target{u, &http.Client{Transport: &http.Transport{}}} }

func checkAll(targets []*target) {
	var wg sync.WaitGroup
	for _, t := range targets {
		wg.Go(func() { t.check() })
	}
	wg.Wait()
}

// Silent: the same, by value and as an argument.
func eachArgument(urls []string) {
	var targets []target
	for _, u := range urls {
		targets = append(targets, target{u, &http.Client{Transport: &http.Transport{}}})
	}
	for i := range targets {
		go func(t *target) { t.check() }(&targets[i])
	}
}

// Silent: the same, two that are made one by one.
func eachOfThree(a, b, c string) {
	for _, t := range []*target{newTarget(a), newTarget(b), newTarget(c)} {
		go t.check()
	}
}

// Silent: the same, from a map, its client alone.
func eachOfMap(urls map[string]string) {
	clients := make(map[string]*http.Client)
	for name := range urls {
		clients[name] = &http.Client{Transport: &http.Transport{}}
	}
	for name, c := range clients {
		go func() {
			if resp, err := c.Get(urls[name]); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

func sharedByAll(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set"
	var targets []*target
	for _, u := range urls {
		targets = append(targets, &target{u, c})
	}
	for _, t := range targets {
		go t.check()
	}
}

// The elements are given, all with the same client.
func givenAll(urls []string) {
	c := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set"
	checkMany([]*target{{urls[0], c}, {urls[1], c}, {urls[2], c}})
}

func checkMany(targets []*target) {
	for _, t := range targets {
		go t.check()
	}
}

// Another element is used besides.
func givenWithFirst(urls []string) {
	var targets []*target
	for _, u := range urls {
		targets = append(targets, newOther(u))
	}
	checkWithFirst(targets)
}

func newOther(u string) *target {
	return &target{u, &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set"
}

func checkWithFirst(targets []*target) {
	first := targets[0]
	for _, t := range targets {
		go func() {
			t.check()
			first.check()
		}()
	}
}

type checker interface{ check() }

// Silent: through an interface, each its own.
func eachChecker(urls []string) {
	var all []checker
	for _, u := range urls {
		all = append(all, newTarget(u))
	}
	checkEach(all)
}

func checkEach(all []checker) {
	for _, c := range all {
		go c.check()
	}
}
