// Package genlib has generic helpers for the packages that instantiate them.
package genlib

import (
	"encoding/json"
	"io"
	"net/http"
)

// Close closes c.
func Close[C io.Closer](c C) { _ = c.Close() }

// Use hands c to f and closes it afterwards.
func Use[C io.Closer, R any](c C, f func(C) R) R {
	defer c.Close()
	return f(c)
}

// Peek hands v to nobody and returns it.
func Peek[T any](v T) T { return v }

// Forget does nothing with v.
func Forget[T any](v T) { _ = v }

// Retry calls f until it succeeds.
func Retry[T any](n int, f func() (T, error)) (v T, err error) {
	for range n {
		if v, err = f(); err == nil {
			return v, nil
		}
	}
	return v, err
}

// Map applies f to each element.
func Map[T, R any](ts []T, f func(T) R) []R {
	rs := make([]R, 0, len(ts))
	for _, t := range ts {
		rs = append(rs, f(t))
	}
	return rs
}

// Box holds a value.
type Box[T any] struct{ v T }

// NewBox puts v into a Box.
func NewBox[T any](v T) *Box[T] { return &Box[T]{v: v} }

// Get returns the value.
func (b *Box[T]) Get() T { return b.v }

// Closing is a Box whose value can be closed.
type Closing[C io.Closer] struct{ c C }

// NewClosing puts c into a Closing.
func NewClosing[C io.Closer](c C) Closing[C] { return Closing[C]{c: c} }

// Close closes the value.
func (b Closing[C]) Close() error { return b.c.Close() }

// Client decodes what it gets into T.
type Client[T any] struct{ HTTP *http.Client }

// Get decodes the answer and closes it.
func (c *Client[T]) Get(u string) (v T, err error) {
	resp, err := c.HTTP.Get(u)
	if err != nil {
		return v, err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

// Leak decodes the answer and forgets to close it.
func (c *Client[T]) Leak(u string) (v T, err error) {
	resp, err := c.HTTP.Get(u) // want "response body of resp is not closed when the function returns at line 83"
	if err != nil {
		return v, err
	}
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

// Raw returns the response open.
func (c *Client[T]) Raw(u string) (*http.Response, error) { return c.HTTP.Get(u) }

// Finish closes resp.
func (c *Client[T]) Finish(resp *http.Response) { Close(resp.Body) }

// Look reads resp.
func (c *Client[T]) Look(resp *http.Response) (v T, err error) {
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}
