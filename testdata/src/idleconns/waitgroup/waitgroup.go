// Package waitgroup starts requests with sync.WaitGroup's Go.
package waitgroup

import (
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

func status(c *http.Client, u string) string {
	resp, err := c.Get(u)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.Status
}

func goInRange(urls []string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 26"
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() {
			log.Print(status(client, u))
		})
	}
	wg.Wait()
}

func goInCountedLoop(u string) {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set"
	client := &http.Client{Transport: tr}
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Go(func() { log.Print(i, status(client, u)) })
	}
	wg.Wait()
}

func threeInLoop(u string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for range 100 {
				log.Print(status(client, u))
			}
		})
	}
	wg.Wait()
}

// Silent: two goroutines.
func twoInLoop(u string) {
	client := &http.Client{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range 100 {
				log.Print(status(client, u))
			}
		})
	}
	wg.Wait()
}

// Silent: two goroutines.
func twoCalls(a, b string) {
	client := &http.Client{}
	var wg sync.WaitGroup
	wg.Go(func() { log.Print(status(client, a)) })
	wg.Go(func() { log.Print(status(client, b)) })
	wg.Wait()
}

func fourCalls(a, b, c, d string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	var wg sync.WaitGroup
	wg.Go(func() { log.Print(status(client, a)) })
	wg.Go(func() { log.Print(status(client, b)) })
	wg.Go(func() { log.Print(status(client, c)) })
	wg.Go(func() { log.Print(status(client, d)) })
	wg.Wait()
}

func defaultClient(reqs []*http.Request) {
	var wg sync.WaitGroup
	for _, req := range reqs {
		wg.Go(func() {
			resp, err := http.DefaultClient.Do(req) // want "http.DefaultClient keeps only two idle connections per host.*line 92"
			if err == nil {
				resp.Body.Close()
			}
		})
	}
	wg.Wait()
}

// Silent: MaxIdleConnsPerHost is set.
func tuned(urls []string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100, MaxIdleConns: 100}}
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() { log.Print(status(client, u)) })
	}
	wg.Wait()
}

type checker struct {
	wg     sync.WaitGroup
	client *http.Client
	urls   []string
}

func newChecker(urls ...string) *checker {
	c := &checker{urls: urls}
	c.client = &http.Client{} // want "c.client has no Transport with MaxIdleConnsPerHost.*line 126"
	return c
}

func (c *checker) run() {
	for _, u := range c.urls {
		c.wg.Go(func() { c.check(u) })
	}
	c.wg.Wait()
}

func (c *checker) check(u string) {
	log.Print(u, status(c.client, u))
}

func checkAll(urls []string) {
	newChecker(urls...).run()
}

// Silent: Wait stands inside the loop, two at once.
func pairwise(pairs [][2]string) {
	client := &http.Client{}
	for _, p := range pairs {
		var wg sync.WaitGroup
		wg.Go(func() { log.Print(status(client, p[0])) })
		wg.Go(func() { log.Print(status(client, p[1])) })
		wg.Wait()
	}
}

// Silent: the goroutines only log, the requests come one by one.
func goroutinesLog(urls []string) {
	client := &http.Client{}
	var wg sync.WaitGroup
	for _, u := range urls {
		s := status(client, u)
		wg.Go(func() { log.Print(s) })
	}
	wg.Wait()
}
