// Package store has interfaces by which bodies are handed out.
package store

import (
	"io"
	"net/http"
	"os"
	"strings"
)

// A Store has what was stored.
type Store interface {
	Open(name string) (io.ReadCloser, error)
}

// Remote is the only Store.
type Remote struct{ URL string }

// Open opens what is stored there.
func (r Remote) Open(name string) (io.ReadCloser, error) {
	resp, err := http.Get(r.URL + "/" + name)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Read reads what is stored.
func Read(s Store, name string) ([]byte, error) {
	r, err := s.Open(name) // want "response body r is not closed when the function returns at line 34"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Copy copies what is stored.
func Copy(w io.Writer, s Store, name string) error {
	r, err := s.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(w, r)
	return err
}

// A Source is one of many.
type Source interface {
	Load(name string) (io.ReadCloser, error)
}

// Web has pages.
type Web struct{}

// Load fetches a page.
func (Web) Load(name string) (io.ReadCloser, error) {
	resp, err := http.Get(name)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Disk has files.
type Disk struct{}

// Load opens a file.
func (Disk) Load(name string) (io.ReadCloser, error) { return os.Open(name) }

// Size reads what may be a file.
func Size(s Source, name string) (int, error) {
	r, err := s.Load(name)
	if err != nil {
		return 0, err
	}
	b, err := io.ReadAll(r)
	return len(b), err
}

// A Loader may have no body to hand out.
type Loader interface {
	Bytes(name string) (io.ReadCloser, error)
}

// Buffered hands out what it has read.
type Buffered struct{}

// Bytes reads a page.
func (Buffered) Bytes(name string) (io.ReadCloser, error) {
	resp, err := http.Get(name)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return io.NopCloser(strings.NewReader(string(b))), err
}

// Length counts.
func Length(l Loader) (int, error) {
	r, err := l.Bytes("x")
	if err != nil {
		return 0, err
	}
	b, err := io.ReadAll(r)
	return len(b), err
}
