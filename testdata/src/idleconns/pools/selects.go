package pools

import (
	"context"
	"net/http"
)

func received(ctx context.Context, urls []string) {
	ready, failed := make(chan *http.Client, 1), make(chan error, 1)
	ready <- &http.Client{} // want `http.Client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 20 use it`
	var c *http.Client
	select {
	case <-failed:
		return
	case c = <-ready:
	case <-ctx.Done():
		return
	}
	for _, u := range urls {
		go ask(c, u)
	}
}

func receivedWide(ctx context.Context, urls []string) {
	ready := make(chan *http.Client, 1)
	ready <- &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	select {
	case c := <-ready:
		for _, u := range urls {
			go ask(c, u)
		}
	case <-ctx.Done():
	}
}

// The channels are two: what is sent on one does not come out of the other.
func receivedOther(urls []string) {
	wide, narrow := make(chan *http.Client, 1), make(chan *http.Client, 1)
	wide <- &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	narrow <- &http.Client{}
	select {
	case c := <-wide:
		for _, u := range urls {
			go ask(c, u)
		}
	case c := <-narrow:
		ask(c, urls[0])
	}
}
