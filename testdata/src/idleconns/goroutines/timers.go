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
