package owned

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Silent: returned as anything.
func asAny(u string) (any, error) {
	c := &http.Client{Transport: &http.Transport{}}
	if err := read(c.Get(u)); err != nil {
		return nil, err
	}
	return c, nil
}

var byHost sync.Map

// Silent: one for each host, in a sync.Map.
func inSyncMap(host string) error {
	var c *http.Client
	if v, ok := byHost.Load(host); ok {
		c = v.(*http.Client)
	} else {
		c = &http.Client{Transport: &http.Transport{}}
		byHost.Store(host, c)
	}
	return read(c.Get(host))
}

var newest atomic.Value

// Silent: stored in an atomic value.
func inAtomic(u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	newest.Store(c)
	return read(c.Get(u))
}

type ctxKey struct{}

// Silent: in the context that is returned.
func inContext(ctx context.Context, u string) (context.Context, error) {
	c := &http.Client{Transport: &http.Transport{}}
	return context.WithValue(ctx, ctxKey{}, c), read(c.Get(u))
}

type freeList struct{ free chan *http.Client }

// Silent: given back for others to use.
func (p *freeList) get(u string) error {
	var c *http.Client
	select {
	case c = <-p.free:
	default:
		c = &http.Client{Transport: &http.Transport{}}
	}
	err := read(c.Get(u))
	select {
	case p.free <- c:
	default:
	}
	return err
}

// Silent: the server has the handler, which has the client.
func serves() error {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4}}
	h := func(w http.ResponseWriter, r *http.Request) { _ = read(c.Get("http://backend.internal")) }
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(h)}
	return srv.ListenAndServe()
}

// Silent: it watches until it is told to stop.
func watches(ctx context.Context, u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	for ctx.Err() == nil {
		if err := read(c.Get(u)); err != nil {
			return err
		}
		time.Sleep(time.Minute)
	}
	return ctx.Err()
}

// It tries five times, and then it is over.
func triesFiveTimes(u string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	for range 5 {
		if read(c.Get(u)) == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return nil
}
