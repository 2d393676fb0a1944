// Package inobject is about bodies that come in a part of an object, without their response.
package inobject

import (
	"errors"
	"io"
	"net/http"

	"bodyclose/inobject/store"
)

func never(u string) ([]byte, error) {
	o, err := store.Get(u) // want `response body of o is not closed when the function returns at line 17`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(o.Body)
}

func early(u string) ([]byte, error) {
	o, err := store.Get(u) // want `response body of o is not closed when the function returns at line 26`
	if err != nil {
		return nil, err
	}
	if o.Size > 1<<20 {
		return nil, errors.New("too large")
	}
	defer o.Body.Close()
	return io.ReadAll(o.Body)
}

func hidden(u string) ([]byte, error) {
	l, err := store.Open(u) // want `response body of l is not closed when the function returns at line 37`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(l)
}

func dropped(u string) error {
	_, err := store.Open(u) // want `response body of store.Open is not closed: the response is discarded`
	return err
}

// Silent: each closes what it has got.
func closed(u string) ([]byte, error) {
	o, err := store.Get(u)
	if err != nil {
		return nil, err
	}
	defer o.Body.Close()
	return io.ReadAll(o.Body)
}

func closedHidden(u string) ([]byte, error) {
	l, err := store.Open(u)
	if err != nil {
		return nil, err
	}
	defer l.Close()
	return io.ReadAll(l)
}

func handedOn(u string) (io.ReadCloser, error) {
	o, err := store.Get(u)
	if err != nil {
		return nil, err
	}
	return o.Body, nil
}

func handedOnWhole(u string) (*store.Lines, error) { return store.Open(u) }

func kept(u string, in map[string]*store.Object) error {
	o, err := store.Get(u)
	if err != nil {
		return err
	}
	in[u] = o
	return nil
}

func passed(u string, use func(io.ReadCloser) error) error {
	l, err := store.Open(u)
	if err != nil {
		return err
	}
	return use(l)
}

// Silent: it was closed before.
func size(u string) (int64, error) {
	o, err := store.Size(u)
	if err != nil {
		return 0, err
	}
	return o.Size, nil
}

type object struct{ body io.ReadCloser }

func get(u string) (*object, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &object{resp.Body}, nil
}

func neverHere(u string) ([]byte, error) {
	o, err := get(u) // want `response body of o is not closed when the function returns at line 115`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(o.body)
}

func (o *object) finish() error { return o.body.Close() }

// Silent: its method closes it.
func finished(u string) error {
	o, err := get(u)
	if err != nil {
		return err
	}
	defer o.finish()
	_, err = io.Copy(io.Discard, o.body)
	return err
}

func twice(u, v string) error {
	o, err := get(u) // want `response body of o is not closed when it is overwritten at line 136`
	if err != nil {
		return err
	}
	o, err = get(v)
	if err != nil {
		return err
	}
	return o.finish()
}
