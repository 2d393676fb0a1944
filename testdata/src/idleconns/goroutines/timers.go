package goroutines

import (
	"net/http"
	"time"
)

// beat asks again a minute after it has asked.
type beat struct {
	client *http.Client
	url    string
}

// Silent: one follows the other.
func (b *beat) again() {
	_ = ping(b.client, b.url)
	time.AfterFunc(time.Minute, b.again)
}

func startBeat(u string) {
	b := &beat{client: &http.Client{}, url: u}
	b.again()
}

// Silent: the same with a variable.
func beats(u string) {
	client := &http.Client{Timeout: time.Second}
	var tick func()
	tick = func() {
		_ = ping(client, u)
		time.AfterFunc(time.Second, tick)
	}
	tick()
}

func beatsOfAll(urls []string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		var tick func()
		tick = func() {
			_ = ping(client, u)
			time.AfterFunc(time.Second, tick)
		}
		tick()
	}
}

// spread calls itself for what it finds.
func spread(c *http.Client, u string, depth int) {
	if depth == 0 || ping(c, u) != nil {
		return
	}
	for _, next := range []string{"/a", "/b", "/c"} {
		time.AfterFunc(time.Second, func() { spread(c, u+next, depth-1) })
	}
}

func spreads(u string) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	spread(client, u, 5)
}

// Silent: the second one starts if the first takes long; that is all.
func fallback(first, second string) error {
	client := &http.Client{Timeout: time.Second}
	results := make(chan error, 2)
	go func() { results <- ping(client, first) }()
	late := time.NewTimer(300 * time.Millisecond)
	defer late.Stop()
	for {
		select {
		case <-late.C:
			go func() { results <- ping(client, second) }()
		case err := <-results:
			return err
		}
	}
}

func onEachTick(u string, stop <-chan struct{}) {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			go ping(client, u)
		case <-stop:
			return
		}
	}
}

type failer interface {
	Fatalf(format string, args ...any)
}

// Silent: each round waits for its goroutine; the deadline comes once, and ends the test.
func untilDeadline(t failer, u string) {
	client := &http.Client{Timeout: time.Second}
	deadline := time.After(time.Minute)
	results := make(chan error)
	for {
		go func() { results <- ping(client, u) }()
		select {
		case <-deadline:
			t.Fatalf("not up")
		case err := <-results:
			if err == nil {
				return
			}
			time.Sleep(time.Second)
		}
	}
}
