package goroutines

import (
	"context"
	"io"
	"net/http"

	"golang.org/x/sync/errgroup"
)

// Silent: Wait has the literal's error.
func silentGroup(ctx context.Context, u string) ([]byte, error) {
	var resp *http.Response
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() (err error) {
		resp, err = http.Get(u)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func groupOnly(ctx context.Context, u string) (int, error) {
	var resp *http.Response
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() (err error) {
		resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 36"
		return err
	})
	if err := g.Wait(); err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The other call may fail where this one has a response.
func groupOfTwo(ctx context.Context, u string, other func() error) ([]byte, error) {
	var resp *http.Response
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() (err error) {
		resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 49"
		return err
	})
	g.Go(other)
	if err := g.Wait(); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
