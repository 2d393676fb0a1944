// Package bounds has many goroutines of which few send at once.
package bounds

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/semaphore"
)

func get(c *http.Client, u string) error {
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Silent: two tokens, taken before the goroutine starts.
func tokensBeforeGo(urls []string) {
	client := &http.Client{}
	sem := make(chan struct{}, 2)
	for _, u := range urls {
		sem <- struct{}{}
		go func() {
			defer func() { <-sem }()
			_ = get(client, u)
		}()
	}
}

// Silent: two tokens, taken inside the goroutine.
func tokensInGo(urls []string) {
	client := &http.Client{}
	sem := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			_ = get(client, u)
		}()
	}
	wg.Wait()
}

// Silent: a token of one.
func oneToken(urls []string) {
	client := &http.Client{}
	sem := make(chan bool, 1)
	for _, u := range urls {
		go func() {
			sem <- true
			_ = get(client, u)
			<-sem
		}()
	}
}

func tenTokens(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost.*line 72"
	sem := make(chan struct{}, 10)
	for _, u := range urls {
		sem <- struct{}{}
		go func() {
			defer func() { <-sem }()
			_ = get(client, u)
		}()
	}
}

func tokensByParameter(urls []string, n int) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	sem := make(chan struct{}, n)
	for _, u := range urls {
		sem <- struct{}{}
		go func() {
			defer func() { <-sem }()
			_ = get(client, u)
		}()
	}
}

// The channel of two carries results, it holds nobody back from sending.
func resultsNotTokens(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	results := make(chan error, 2)
	for _, u := range urls {
		go func() {
			results <- get(client, u)
		}()
	}
	for range urls {
		<-results
	}
}

// Silent: the weighted semaphore lets two in.
func weightedTwo(ctx context.Context, urls []string) error {
	client := &http.Client{}
	sem := semaphore.NewWeighted(2)
	for _, u := range urls {
		if err := sem.Acquire(ctx, 1); err != nil {
			return err
		}
		go func() {
			defer sem.Release(1)
			_ = get(client, u)
		}()
	}
	return sem.Acquire(ctx, 2)
}

func weightedTen(ctx context.Context, urls []string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	sem := semaphore.NewWeighted(10)
	for _, u := range urls {
		if err := sem.Acquire(ctx, 1); err != nil {
			return err
		}
		go func() {
			defer sem.Release(1)
			_ = get(client, u)
		}()
	}
	return sem.Acquire(ctx, 10)
}

// Silent: the Transport itself opens two at most.
func twoConnsPerHost(urls []string) {
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 2}}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: the Transport itself opens one at most.
func oneConnPerHost(urls []string) {
	tr := &http.Transport{}
	tr.MaxConnsPerHost = 1
	client := &http.Client{Transport: tr}
	for _, u := range urls {
		go get(client, u)
	}
}

func tenConnsPerHost(urls []string) {
	tr := &http.Transport{MaxConnsPerHost: 10} // want "MaxIdleConnsPerHost of tr is not set.*line 158"
	client := &http.Client{Transport: tr}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: connections are not kept, and that is on purpose.
func keepAlivesOff(urls []string) {
	tr := &http.Transport{DisableKeepAlives: true}
	client := &http.Client{Transport: tr}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: the same, set later.
func keepAlivesOffLater(urls []string) {
	tr := &http.Transport{}
	tr.DisableKeepAlives = true
	client := &http.Client{Transport: tr}
	for _, u := range urls {
		go get(client, u)
	}
}

func keepAlivesOn(urls []string) {
	tr := &http.Transport{DisableKeepAlives: false} // want "MaxIdleConnsPerHost of tr is not set"
	client := &http.Client{Transport: tr}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: the loop starts two.
func loopOfTwo(u string) {
	client := &http.Client{}
	for i := 0; i < 2; i++ {
		go func() {
			for range 100 {
				_ = get(client, u)
			}
		}()
	}
}

// Silent: the loop counts down from two.
func loopDownFromTwo(u string) {
	client := &http.Client{}
	for i := 2; i > 0; i-- {
		go func() {
			for range 100 {
				_ = get(client, u)
			}
		}()
	}
}

// Silent: an array of two.
func arrayOfTwo(urls [2]string) {
	client := &http.Client{}
	for _, u := range urls {
		go func() {
			for range 100 {
				_ = get(client, u)
			}
		}()
	}
}

// Silent: a slice of two, made right here.
func sliceOfTwo(a, b string) {
	client := &http.Client{}
	for _, u := range []string{a, b} {
		go func() {
			for range 100 {
				_ = get(client, u)
			}
		}()
	}
}

func loopOfThree(u string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost.*line 240"
	for i := 1; i <= 3; i++ {
		go func() {
			for range 100 {
				_ = get(client, u)
			}
		}()
	}
}

func arrayOfFour(urls [4]string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		go func() {
			for range 100 {
				_ = get(client, u)
			}
		}()
	}
}

// Two hosts with two goroutines each: four use the client.
func twoByTwo(u string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	for i := 0; i < 2; i++ {
		for j := 0; j < 2; j++ {
			go func() {
				for range 100 {
					_ = get(client, u)
				}
			}()
		}
	}
}

// Silent: the lock lets one at a time through.
func underLock(urls []string) {
	client := &http.Client{}
	var mu sync.Mutex
	for _, u := range urls {
		go func() {
			mu.Lock()
			defer mu.Unlock()
			_ = get(client, u)
		}()
	}
}

// The lock guards the map only.
func lockElsewhere(urls []string) map[string]error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	var (
		mu   sync.Mutex
		wg   sync.WaitGroup
		errs = map[string]error{}
	)
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			err := get(client, u)
			mu.Lock()
			errs[u] = err
			mu.Unlock()
		}()
	}
	wg.Wait()
	return errs
}

// limited sends through two slots.
type limited struct {
	client *http.Client
	slots  chan struct{}
}

// Silent: the handler has to take one of two slots.
func newLimited() *limited {
	return &limited{
		client: &http.Client{Timeout: time.Second},
		slots:  make(chan struct{}, 2),
	}
}

func (l *limited) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.slots <- struct{}{}
	defer func() { <-l.slots }()
	if err := get(l.client, "http://backend.internal"); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// wide sends through fifty slots.
type wide struct {
	client *http.Client
	slots  chan struct{}
}

func newWide() *wide {
	return &wide{
		client: &http.Client{Timeout: time.Second}, // want "client has no Transport with MaxIdleConnsPerHost.*line 343"
		slots:  make(chan struct{}, 50),
	}
}

func (l *wide) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.slots <- struct{}{}
	defer func() { <-l.slots }()
	_ = get(l.client, "http://backend.internal")
}

var refreshMu sync.Mutex

// Silent: one handler at a time refreshes.
func refresh(w http.ResponseWriter, r *http.Request) {
	refreshMu.Lock()
	defer refreshMu.Unlock()
	resp, err := http.Get("http://config.internal")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

// Silent: two tokens go round.
func tokensGoRound(urls []string) {
	client := &http.Client{}
	tokens := make(chan int, 2)
	tokens <- 1
	tokens <- 2
	for _, u := range urls {
		token := <-tokens
		go func() {
			defer func() { tokens <- token }()
			get(client, u)
		}()
	}
}

func tenTokensGoRound(urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost, but up to 10 goroutines"
	tokens := make(chan int, 10)
	for i := range 10 {
		tokens <- i
	}
	for _, u := range urls {
		token := <-tokens
		go func() {
			defer func() { tokens <- token }()
			get(client, u)
		}()
	}
}
