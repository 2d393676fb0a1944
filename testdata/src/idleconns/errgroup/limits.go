package errgroup

import (
	"context"
	"net/http"

	"golang.org/x/sync/errgroup"
)

// batch runs functions in a group that it sets up.
type batch struct {
	group  errgroup.Group
	client *http.Client
}

func newBatch() *batch {
	b := &batch{client: &http.Client{}}
	b.group.SetLimit(2)
	return b
}

// Silent: the group in the field has two places.
func (b *batch) run(urls []string) error {
	for _, u := range urls {
		b.group.Go(func() error { return fetch(context.Background(), b.client, u) })
	}
	return b.group.Wait()
}

func runBatch(urls []string) error { return newBatch().run(urls) }

func limited(ctx context.Context, n int) (*errgroup.Group, context.Context) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(n)
	return g, ctx
}

func narrow(g *errgroup.Group) { g.SetLimit(2) }

// Silent: narrow limits it to two.
func limitInHelper(urls []string) error {
	client := &http.Client{}
	var g errgroup.Group
	narrow(&g)
	for _, u := range urls {
		g.Go(func() error { return fetch(context.Background(), client, u) })
	}
	return g.Wait()
}

// Silent: the constructor limits it to what it is told.
func limitInConstructor(ctx context.Context, urls []string) error {
	client := &http.Client{}
	g, ctx := limitedToTwo(ctx)
	for _, u := range urls {
		g.Go(func() error { return fetch(ctx, client, u) })
	}
	return g.Wait()
}

func limitedToTwo(ctx context.Context) (*errgroup.Group, context.Context) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(2)
	return g, ctx
}

func limitOfAnother(ctx context.Context, urls []string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	other, _ := limitedToTwo(ctx)
	g, ctx := errgroup.WithContext(ctx)
	for _, u := range urls {
		g.Go(func() error { return fetch(ctx, client, u) })
		other.Go(func() error { return nil })
	}
	_ = other.Wait()
	return g.Wait()
}

func limitByNumber(ctx context.Context, urls []string) error {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	g, ctx := limited(ctx, len(urls))
	for _, u := range urls {
		g.Go(func() error { return fetch(ctx, client, u) })
	}
	return g.Wait()
}

type wideBatch struct {
	group  *errgroup.Group
	client *http.Client
}

func newWideBatch() *wideBatch {
	b := &wideBatch{group: new(errgroup.Group), client: &http.Client{}} // want "client has no Transport with MaxIdleConnsPerHost, but up to 8 goroutines"
	b.group.SetLimit(8)
	return b
}

func (b *wideBatch) run(urls []string) error {
	for _, u := range urls {
		b.group.Go(func() error { return fetch(context.Background(), b.client, u) })
	}
	return b.group.Wait()
}

func runWideBatch(urls []string) error { return newWideBatch().run(urls) }
