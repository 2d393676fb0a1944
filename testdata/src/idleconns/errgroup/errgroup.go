// Package errgroup starts requests with golang.org/x/sync/errgroup, limited and not.
package errgroup

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"
)

func fetch(ctx context.Context, c *http.Client, u string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func inLoop(ctx context.Context, urls []string) error {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 33"
	g, ctx := errgroup.WithContext(ctx)
	for _, u := range urls {
		g.Go(func() error {
			return fetch(ctx, client, u)
		})
	}
	return g.Wait()
}

func zeroGroup(urls []string) error {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set.*line 45"
	client := &http.Client{Transport: tr}
	var g errgroup.Group
	for _, u := range urls {
		g.Go(func() error { return fetch(context.Background(), client, u) })
	}
	return g.Wait()
}

func tryGo(urls []string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	g := new(errgroup.Group)
	g.SetLimit(10)
	for _, u := range urls {
		for !g.TryGo(func() error { return fetch(context.Background(), client, u) }) {
			time.Sleep(time.Millisecond)
		}
	}
	return g.Wait()
}

func getInLoop(urls []string) error {
	var g errgroup.Group
	for _, u := range urls {
		g.Go(func() error {
			resp, err := http.Get(u) // want "http.Get keeps only two idle connections per host.*line 65"
			if err != nil {
				return err
			}
			return resp.Body.Close()
		})
	}
	return g.Wait()
}

// Silent: never more than two at once.
func limitTwo(ctx context.Context, urls []string) error {
	client := &http.Client{Timeout: time.Second}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2)
	for _, u := range urls {
		g.Go(func() error {
			return fetch(ctx, client, u)
		})
	}
	return g.Wait()
}

// Silent: never more than one at once.
func limitOne(urls []string) error {
	client := &http.Client{}
	var g errgroup.Group
	g.SetLimit(1)
	for _, u := range urls {
		g.Go(func() error { return fetch(context.Background(), client, u) })
	}
	return g.Wait()
}

const workers = 2

// Silent: the limit is a constant of two.
func limitNamed(urls []string) error {
	client := &http.Client{}
	g := &errgroup.Group{}
	g.SetLimit(workers)
	for _, u := range urls {
		g.Go(func() error { return fetch(context.Background(), client, u) })
	}
	return g.Wait()
}

func limitTen(ctx context.Context, urls []string) error {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(10)
	for _, u := range urls {
		g.Go(func() error {
			return fetch(ctx, client, u)
		})
	}
	return g.Wait()
}

func limitProcessors(ctx context.Context, urls []string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.NumCPU())
	for _, u := range urls {
		g.Go(func() error { return fetch(ctx, client, u) })
	}
	return g.Wait()
}

func limitParameter(ctx context.Context, urls []string, n int) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(n)
	for _, u := range urls {
		g.Go(func() error { return fetch(ctx, client, u) })
	}
	return g.Wait()
}

// Silent: two calls of Go, no loop.
func twoCalls(ctx context.Context, base string) error {
	client := &http.Client{}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, client, base+"/users") })
	g.Go(func() error { return fetch(ctx, client, base+"/orders") })
	return g.Wait()
}

func fourCalls(ctx context.Context, base string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return fetch(ctx, client, base+"/users") })
	g.Go(func() error { return fetch(ctx, client, base+"/orders") })
	g.Go(func() error { return fetch(ctx, client, base+"/stock") })
	g.Go(func() error { return fetch(ctx, client, base+"/prices") })
	return g.Wait()
}

// Silent: the Transport keeps as many as the limit allows.
func tuned(ctx context.Context, urls []string) error {
	const limit = 20
	tr := &http.Transport{MaxIdleConnsPerHost: limit}
	client := &http.Client{Transport: tr}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(limit)
	for _, u := range urls {
		g.Go(func() error { return fetch(ctx, client, u) })
	}
	return g.Wait()
}

type mirror struct {
	client *http.Client
	base   string
}

func newMirror(base string) *mirror {
	return &mirror{
		client: &http.Client{Timeout: time.Minute}, // want "client has no Transport with MaxIdleConnsPerHost.*line 192"
		base:   base,
	}
}

func (m *mirror) sync(ctx context.Context, names []string) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, name := range names {
		g.Go(m.one(ctx, name))
	}
	return g.Wait()
}

// one returns what the group runs.
func (m *mirror) one(ctx context.Context, name string) func() error {
	return func() error {
		return fetch(ctx, m.client, m.base+"/"+name)
	}
}

func syncAll(ctx context.Context, names []string) error {
	return newMirror("http://mirror.internal").sync(ctx, names)
}

// Silent: the group waits in each round, with two in it.
func groupPerPair(ctx context.Context, pairs [][2]string) error {
	client := &http.Client{}
	for _, p := range pairs {
		g, ctx := errgroup.WithContext(ctx)
		g.Go(func() error { return fetch(ctx, client, p[0]) })
		g.Go(func() error { return fetch(ctx, client, p[1]) })
		if err := g.Wait(); err != nil {
			return err
		}
	}
	return nil
}

// Silent: the group's goroutines count, the requests come after Wait.
func requestsAfterWait(ctx context.Context, urls []string) error {
	client := &http.Client{}
	var g errgroup.Group
	for _, u := range urls {
		g.Go(func() error {
			if u == "" {
				return fmt.Errorf("empty URL")
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, u := range urls {
		if err := fetch(ctx, client, u); err != nil {
			return err
		}
	}
	return nil
}
