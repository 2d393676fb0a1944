// Package generics has responses in generic code, of this package and of another.
package generics

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"bodyclose/generics/genlib"
)

type item struct{ ID int }

// Generic helpers.

func closeT[T io.Closer](c T) { _ = c.Close() }

func closeBodyT[T interface{ *http.Response }](r T) { (*http.Response)(r).Body.Close() }

func closeAllT[T io.Closer](cs ...T) {
	for _, c := range cs {
		c.Close()
	}
}

func closeThroughT[T io.Closer](c T) { closeT(c) }

func readT[T io.Reader](r T) string {
	b, _ := io.ReadAll(r)
	return string(b)
}

func readCloserT[T io.ReadCloser](r T) string {
	b, _ := io.ReadAll(r)
	return string(b)
}

func decodeT[T any](resp *http.Response) (v T, err error) {
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

func decodeAndCloseT[T any](resp *http.Response) (T, error) {
	defer resp.Body.Close()
	return decodeT[T](resp)
}

func checkT[T comparable](resp *http.Response, get func(*http.Response) T, want T) error {
	if get(resp) != want {
		return fmt.Errorf("not %v", want)
	}
	return nil
}

func first[A, B any](a A, _ B) A { return a }

func second[A, B any](_ A, b B) B { return b }

func closed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeT(resp.Body) // silent: the type parameter is closed
	return nil
}

func closedAsInterface(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeT[io.Closer](resp.Body) // silent: the same, with the type given
	return nil
}

func closedAsResponse(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeBodyT(resp) // silent: the response's body is closed
	return nil
}

func closedVariadic(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeAllT(resp.Body) // silent: each of the arguments is closed
	return nil
}

func closedTwoLevelsDown(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeThroughT(resp.Body) // silent: closed two levels down
	return nil
}

func readLeaks(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 111"
	if err != nil {
		return "", err
	}
	return readT(resp.Body), nil
}

func readCloserLeaks(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return readCloserT(resp.Body), nil
}

func decodeLeaks(u string) (item, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return item{}, err
	}
	return decodeT[item](resp)
}

func decodedAndClosed(u string) (item, error) {
	resp, err := http.Get(u)
	if err != nil {
		return item{}, err
	}
	return decodeAndCloseT[item](resp) // silent: the helper closes
}

func decodedTwice(u string) (a item, b map[string]any, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return a, b, err
	}
	if a, err = decodeT[item](resp); err != nil {
		return a, b, err
	}
	b, err = decodeAndCloseT[map[string]any](resp)
	return a, b, err
}

func firstClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return first(resp, 1).Body.Close() // silent: first returns its argument
}

func secondLeaks(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 163"
	if err != nil {
		return 0, err
	}
	return second(resp, 1), nil
}

// Functions with a type parameter that get the response themselves.

func fetch[T any](c *http.Client, u string) (v T, err error) {
	resp, err := c.Get(u)
	if err != nil {
		return v, err
	}
	defer resp.Body.Close() // silent: closed
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

func fetchLeaks[T any](c *http.Client, u string) (v T, err error) {
	resp, err := c.Get(u) // want "response body of resp is not closed when the function returns at line 184"
	if err != nil {
		return v, err
	}
	if resp.StatusCode != http.StatusOK {
		return v, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

func fetchTwice(c *http.Client, u string) (item, string) {
	a, _ := fetch[item](c, u)
	b, _ := fetchLeaks[string](c, u) // silent: the leak is reported where it is
	return a, b
}

type requester interface {
	Do(*http.Request) (*http.Response, error)
}

func doWith[D requester](d D, req *http.Request) error {
	resp, err := d.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func doWithLeaks[D requester](d D, req *http.Request) (string, error) {
	resp, err := d.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func doBoth(c *http.Client, req *http.Request) {
	_ = doWith(c, req)
	_, _ = doWithLeaks(c, req)
}

// Generic functions that hand on what a func returns.

func attempt[T any](f func() (T, error)) (T, error) { return f() }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func or[T any](f, g func() (T, error)) (T, error) {
	if v, err := f(); err == nil {
		return v, nil
	}
	return g()
}

func with[T any](v T, f func(T)) { f(v) }

func attemptLeaks(u string) (string, error) {
	resp, err := attempt(func() (*http.Response, error) { return http.Get(u) }) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func attemptCloses(u string) error {
	resp, err := attempt(func() (*http.Response, error) { return http.Get(u) })
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func attemptDiscarded(u string) {
	_, _ = attempt(func() (*http.Response, error) { return http.Get(u) }) // want "response body of attempt is not closed: the response is discarded"
}

func attemptOfAnotherType(u string) (int, error) {
	return attempt(func() (int, error) {
		resp, err := http.Get(u)
		if err != nil {
			return 0, err
		}
		defer resp.Body.Close()
		return resp.StatusCode, nil // silent: closed, and no response comes out of attempt
	})
}

func orLeaks(a, b string) (string, error) {
	resp, err := or( // want "response body of resp is not closed"
		func() (*http.Response, error) { return http.Get(a) },
		func() (*http.Response, error) { return http.Get(b) },
	)
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func mustCloses(u string) {
	resp := must(http.Get(u))
	defer resp.Body.Close() // silent: closed
}

func mustLeaks(u string) string {
	resp := must(http.Get(u)) // want "response body of (resp|http.Get) is not closed"
	return resp.Status
}

func withCloses(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	with(resp, func(r *http.Response) { r.Body.Close() }) // silent: the literal closes, and is called
	return nil
}

// Generic structs.

type pair[A, B any] struct {
	a A
	b B
}

func (p pair[A, B]) first() A { return p.a }

type closer[C io.Closer] struct{ c C }

func (c *closer[C]) Close() error { return c.c.Close() }

type api[T any] struct{ http *http.Client }

func (a *api[T]) get(u string) (v T, err error) {
	resp, err := a.http.Get(u)
	if err != nil {
		return v, err
	}
	defer a.finish(resp) // silent: the method closes
	return decodeT[T](resp)
}

func (a *api[T]) getLeaks(u string) (v T, err error) {
	resp, err := a.http.Get(u) // want "response body of resp is not closed when the function returns at line 332"
	if err != nil {
		return v, err
	}
	return decodeT[T](resp)
}

func (a *api[T]) finish(resp *http.Response) { resp.Body.Close() }

func (a *api[T]) raw(u string) (*http.Response, error) { return a.http.Get(u) }

func rawLeaks(a *api[item], u string) (string, error) {
	resp, err := a.raw(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func rawFinished(a *api[item], u string) error {
	resp, err := a.raw(u)
	if err != nil {
		return err
	}
	a.finish(resp) // silent: the method closes
	return nil
}

func paired(u string) (pair[*http.Response, int], error) {
	resp, err := http.Get(u)
	if err != nil {
		return pair[*http.Response, int]{}, err
	}
	return pair[*http.Response, int]{resp, 1}, nil // silent: carried out
}

func pairedWithinFunction(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	p := pair[*http.Response, int]{resp, 1}
	return p.first().Body.Close() // silent: closed through the pair
}

func closerWithinFunction(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c := &closer[io.ReadCloser]{resp.Body}
	defer c.Close() // silent: its Close closes the body
	return nil
}

// The other package's.

func closedThere(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	genlib.Close(resp.Body) // silent: closed
	return nil
}

func usedThere(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	return genlib.Use(resp.Body, readCloserT[io.ReadCloser]), nil // silent: Use closes what it is given
}

func peekedAtThere(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return genlib.Peek(resp).StatusCode, nil
}

func forgottenThere(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 416"
	if err != nil {
		return err
	}
	genlib.Forget(resp.Body)
	return nil
}

func retriedThere(u string) error {
	resp, err := genlib.Retry(3, func() (*http.Response, error) { return http.Get(u) })
	if err != nil {
		return err
	}
	return resp.Body.Close() // silent: closed
}

func retriedThereLeaks(u string) (int, error) {
	resp, err := genlib.Retry(3, func() (*http.Response, error) { // want "response body of resp is not closed"
		return http.Get(u)
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func retriedThereLeaksInside(u string) (int, error) {
	return genlib.Retry(3, func() (int, error) {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return 0, err
		}
		return resp.StatusCode, nil
	})
}

func mappedThere(us []string) []int {
	return genlib.Map(us, func(u string) int {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return 0
		}
		return resp.StatusCode
	})
}

func mappedToResponses(us []string) []*http.Response {
	return genlib.Map(us, func(u string) *http.Response {
		resp, _ := http.Get(u)
		return resp // silent: collected in the slice
	})
}

func boxedThere(u string) (*genlib.Box[*http.Response], error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return genlib.NewBox(resp), nil // silent: carried out in the box
}

func closedInBoxThere(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer genlib.NewClosing(resp.Body).Close() // silent: closed through the box
	return nil
}

func clientThere(c *genlib.Client[item], u string) error {
	resp, err := c.Raw(u)
	if err != nil {
		return err
	}
	defer c.Finish(resp) // silent: the method closes
	return nil
}

func clientThereLeaks(c *genlib.Client[item], u string) (item, error) {
	resp, err := c.Raw(u) // want "response body of resp is not closed when the function returns at line 495"
	if err != nil {
		return item{}, err
	}
	return c.Look(resp)
}
