// Package promoted has interfaces whose methods are those of what is embedded, and of which no type says that it has to do
// with clients.
package promoted

import (
	"io"
	"net/http"
)

// An Engine answers.
type Engine interface {
	Ask(q string) error
	Close() error
}

type base struct{ port string }

func (b *base) Ask(q string) error {
	resp, err := http.Get("http://backend.internal:" + b.port + "/" + q)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

type fast struct{ base }

func (f *fast) Close() error { return nil }

type slow struct{ *base }

func (s *slow) Close() error { return nil }

type dry struct{ base }

// Ask is not that of base.
func (d *dry) Ask(string) error { return nil }

func (d *dry) Close() error { return nil }

// New makes one.
func New(kind string) Engine {
	if kind == "fast" {
		return &fast{base{port: "80"}}
	}
	return &slow{&base{port: "81"}}
}

// Dry makes one that asks nobody.
func Dry() Engine { return &dry{base{port: "82"}} }
