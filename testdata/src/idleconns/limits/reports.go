package limits

import (
	"io"
	"net/http"
	"time"
)

func up(c *http.Client, url string) bool {
	resp, err := c.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err == nil && resp.StatusCode == http.StatusOK
}

// The channel has one place, but what is done is done before one is asked for.
func firstOf(url string) bool {
	c := &http.Client{Timeout: time.Second} // want `c has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines started at line 25 use it`
	found := make(chan bool, 1)
	ask := func() { found <- up(c, url) }
	for range 10 {
		go ask()
	}
	return <-found
}

func firstDone(url string) {
	c := &http.Client{Timeout: time.Second} // want `c has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines started at line 34 use it`
	done := make(chan struct{}, 1)
	for range 10 {
		go func() {
			defer func() { done <- struct{}{} }()
			up(c, url)
		}()
	}
	<-done
}

// Silent: one at a time.
func oneByOne(url string) {
	c := &http.Client{Timeout: time.Second}
	place := make(chan struct{}, 1)
	for range 10 {
		go func() {
			println(url)
			place <- struct{}{}
			up(c, url)
			<-place
		}()
	}
}

// Silent: the next goroutine is started when the last one has told what it found.
func eventually(url string, tick time.Duration) bool {
	c := &http.Client{Timeout: time.Second}
	found := make(chan bool, 1)
	ask := func() {
		ok := false
		defer func() { found <- ok }()
		ok = up(c, url)
	}
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	var next <-chan time.Time
	go ask()
	for {
		select {
		case <-next:
			next = nil
			go ask()
		case ok := <-found:
			if ok {
				return true
			}
			next = ticker.C
		}
	}
}

// whenever starts a goroutine at each tick, whether or not the last one is done.
func whenever(url string, tick time.Duration) bool {
	c := &http.Client{Timeout: time.Second} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 93`
	found := make(chan bool, 1)
	ask := func() { found <- up(c, url) }
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			go ask()
		case ok := <-found:
			if ok {
				return true
			}
		}
	}
}

// wheneverSet opens the case again without having heard of the last one.
func wheneverSet(url string, tick time.Duration, more <-chan bool) bool {
	c := &http.Client{Timeout: time.Second} // want `c has no Transport with MaxIdleConnsPerHost, but goroutines started at line 114`
	found := make(chan bool, 1)
	ask := func() { found <- up(c, url) }
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	next := ticker.C
	for {
		select {
		case <-next:
			next = nil
			go ask()
		case <-more:
			next = ticker.C
		case ok := <-found:
			if ok {
				return true
			}
			next = ticker.C
		}
	}
}

// take waits for a place.
func take(places chan struct{}) {
	println("waiting")
	places <- struct{}{}
}

func give(places chan struct{}) { <-places }

// Silent: two at once.
func gated(urls []string) {
	c := &http.Client{Timeout: time.Second}
	places := make(chan struct{}, 2)
	for _, u := range urls {
		go func() {
			take(places)
			defer give(places)
			up(c, u)
		}()
	}
}
