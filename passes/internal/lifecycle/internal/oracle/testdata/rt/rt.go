// Package rt is what the generated functions are written with: conditions that the runner decides, and helpers in another
// package.
package rt

import (
	"errors"
	"io"
	"net/http"
	"strconv"
)

// Err is the error of whatever fails.
var Err = errors.New("failed")

// Where responses can be left.
var (
	Global io.ReadCloser
	Chan   chan io.ReadCloser
	Map    = make(map[int]io.ReadCloser)
)

// Getter is an interface that hands over responses.
type Getter interface {
	Get(url string) (*http.Response, error)
}

// Keeper is an interface that takes bodies.
type Keeper interface {
	Take(b io.ReadCloser)
}

// The interfaces that functions call.
var (
	Doer  Getter
	Taker Keeper
)

// Cond is a condition.
func Cond(int) bool { return choose(2) == 1 }

// Loop is a condition that does not stay true.
func Loop(n int) bool {
	now.loops = true
	if now.turns[n] == now.most || choose(2) == 0 {
		return false
	}
	now.turns[n]++
	return true
}

// Pick returns a number below most.
func Pick(_, most int) int { return choose(most) }

// Items returns a slice of some length.
func Items(int) []int {
	now.loops = true
	return make([]int, choose(now.most+1))
}

// Fail returns an error or nil.
func Fail(int) error {
	if choose(2) == 1 {
		return Err
	}
	return nil
}

// Must ends the program if there is an error.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// URL returns the address that call site fetches.
func URL(site int) string { return "http://server/" + strconv.Itoa(site) }

// Sub returns the address that call site fetches for the call that url is of.
func Sub(url string, site int) string { return url + "/" + strconv.Itoa(site) }

// Request returns a request.
func Request(url string) *http.Request {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		panic(err)
	}
	return req
}

// Fetch returns an open response.
func Fetch(url string) (*http.Response, error) { return http.Get(url) }

// Try calls a function that fetches.
func Try[T any](fetch func() (T, error)) (T, error) { return fetch() }

// CloseIt closes.
func CloseIt(c io.Closer) { c.Close() }

// CloseAll closes all of them.
func CloseAll(cs ...io.Closer) {
	for _, c := range cs {
		c.Close()
	}
}

// Around is a body around a body.
type Around struct {
	io.ReadCloser
	N int
}

// Wrap returns a body whose Close closes b.
func Wrap(b io.ReadCloser) io.ReadCloser { return &Around{ReadCloser: b} }

type loose struct{ io.Reader }

func (loose) Close() error { return nil }

// Loose returns a body whose Close does not close b.
func Loose(b io.ReadCloser) io.ReadCloser { return loose{b} }

var keeps []any

// keeping is called with what is kept. It is a variable, so that Keep does no more than keep.
var keeping func(v any)

// Keep keeps v.
func Keep(v any) {
	keeps = append(keeps, v)
	keeping(v)
}
