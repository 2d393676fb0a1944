package goroutines

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// Here a goroutine is started at each tick.

func ask(ctx context.Context, c *http.Client) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://store.internal/", nil)
	if err != nil {
		return
	}
	if resp, err := c.Do(req); err == nil {
		resp.Body.Close()
	}
}

// Silent: each has ended when the next but one is started.
func askAtTicks(d time.Duration, done chan struct{}) {
	c := &http.Client{Transport: &http.Transport{}}
	go func() {
		ticker := time.NewTicker(d)
		defer ticker.Stop()
		ctx, cancel := context.WithCancel(context.Background())
		var wg sync.WaitGroup
		for {
			select {
			case <-done:
				cancel()
				wg.Wait()
				return
			case <-ticker.C:
				wg.Add(1)
				go func() {
					defer wg.Done()
					ctx, cancel := context.WithTimeout(ctx, d)
					defer cancel()
					ask(ctx, c)
				}()
			}
		}
	}()
}

// Silent: the times are constants.
func askEachMinute() {
	c := &http.Client{Transport: &http.Transport{}}
	for range time.Tick(time.Minute) {
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			defer cancel()
			ask(ctx, c)
		}()
	}
}

func askSlowly() {
	c := &http.Client{Transport: &http.Transport{}} // want `goroutines started at line 64 share it`
	for range time.Tick(time.Second) {
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			defer cancel()
			ask(ctx, c)
		}()
	}
}

func askWithoutEnd(d time.Duration) {
	c := &http.Client{Transport: &http.Transport{}} // want `goroutines started at line 76 share it`
	ticker := time.NewTicker(d)
	for range ticker.C {
		go ask(context.Background(), c)
	}
}

// Other messages come at any time.
func askAtMessages(d time.Duration, more chan string) {
	c := &http.Client{Transport: &http.Transport{}} // want `goroutines started at line 88 share it`
	ticker := time.NewTicker(d)
	for {
		select {
		case <-ticker.C:
		case <-more:
			go func() {
				ctx, cancel := context.WithTimeout(context.Background(), d)
				defer cancel()
				ask(ctx, c)
			}()
		}
	}
}

type asker struct {
	every time.Duration
	c     *http.Client
}

func newAsker() *asker {
	return &asker{every: time.Minute, c: &http.Client{Transport: &http.Transport{}}}
}

// Silent: the time is in a field.
func (a *asker) run() {
	t := time.NewTicker(a.every)
	defer t.Stop()
	for {
		<-t.C
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), a.every)
			defer cancel()
			ask(ctx, a.c)
		}()
	}
}
