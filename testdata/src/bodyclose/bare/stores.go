package bare

import (
	"io"

	"bodyclose/bare/store"
)

func stored(s store.Store) ([]byte, error) {
	r, err := s.Open("x") // want "response body r is not closed when the function returns at line 14"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func storedAndClosed(s store.Store) ([]byte, error) {
	r, err := s.Open("x")
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func loadedFrom(s store.Source) ([]byte, error) {
	r, err := s.Load("x")
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

type raw interface {
	fetch(whole bool) (io.ReadCloser, error)
}

type leaf struct{ s store.Remote }

func (l leaf) fetch(whole bool) (io.ReadCloser, error) {
	if !whole {
		return nil, nil
	}
	return l.s.Open("x")
}

func fetched(p raw) error {
	r, err := p.fetch(false)
	if err != nil || r == nil {
		return err
	}
	_, err = io.Copy(io.Discard, r)
	return err
}

func given(p raw) (io.ReadCloser, error) { return p.fetch(true) }
