package callbacks

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// Who gives a function to a helper of the package, and what such functions do with the response, is in view.

func withResponse(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line"
	if err != nil {
		return err
	}
	return use(resp)
}

func size(url string) (n int, err error) {
	err = withResponse(url, func(r *http.Response) error {
		b, err := io.ReadAll(r.Body)
		n = len(b)
		return err
	})
	return n, err
}

func status(url string) error { return withResponse(url, checkStatus) }

func checkStatus(r *http.Response) error {
	if r.StatusCode != http.StatusOK {
		return errors.New(r.Status)
	}
	return nil
}

type api struct{ client *http.Client }

func (a *api) call(url string, decode func(io.Reader) error) error {
	resp, err := a.client.Get(url) // want "response body of resp is not closed when the function returns at line"
	if err != nil {
		return err
	}
	if decode == nil {
		resp.Body.Close()
		return nil
	}
	return decode(resp.Body)
}

func (a *api) name(url string) (name string, err error) {
	err = a.call(url, func(r io.Reader) error { return json.NewDecoder(r).Decode(&name) })
	return name, err
}

func (a *api) ping(url string) error { return a.call(url, nil) }

func inTurn[T any](url string, decode func(*http.Response) (T, error)) (T, error) {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line"
	if err != nil {
		var zero T
		return zero, err
	}
	return decode(resp)
}

func both(url string) (int, error) {
	if _, err := inTurn(url, func(r *http.Response) (string, error) { return r.Status, nil }); err != nil {
		return 0, err
	}
	return inTurn[int](url, func(r *http.Response) (int, error) { return r.StatusCode, nil })
}

// Silent: one of those that come closes it.
func withClosed(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func closes(url string) error {
	return withClosed(url, func(r *http.Response) error { return r.Body.Close() })
}

func leavesIt(url string) error { return withClosed(url, checkStatus) }

// Silent: other packages may give it anything.
func WithExported(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func exported(url string) error { return WithExported(url, checkStatus) }

// Silent: it is called by another name too.
func withOther(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

var Other = withOther

func other(url string) error { return withOther(url, checkStatus) }

// Silent: what comes is not in view.
func withUnknown(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func Unknown(url string, use func(*http.Response) error) error {
	if err := withUnknown(url, checkStatus); err != nil {
		return err
	}
	return withUnknown(url, use)
}

// Silent: it is called through an interface as well.
type caller interface {
	visit(url string, use func(*http.Response) error) error
}

type plain struct{}

func (plain) visit(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func Through(c caller, url string, use func(*http.Response) error) error {
	if err := (plain{}).visit(url, checkStatus); err != nil {
		return err
	}
	return c.visit(url, use)
}

// Silent: it is kept for later.
var kept []*http.Response

func withKept(url string, use func(*http.Response)) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	use(resp)
	return nil
}

func keeps(url string) error {
	return withKept(url, func(r *http.Response) { kept = append(kept, r) })
}

// Silent: a default is put in its place, which closes it.
func withDefault(url string, use func(*http.Response) error) error {
	if use == nil {
		use = func(r *http.Response) error { return r.Body.Close() }
	}
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func defaults(url string) error {
	return errors.Join(withDefault(url, nil), withDefault(url, checkStatus))
}

// Silent: the arguments come from another call.
func withPair(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func pair() (string, func(*http.Response) error) {
	return "http://a.internal", func(r *http.Response) error { return r.Body.Close() }
}

func pairs() error { return errors.Join(withPair(pair()), withPair("http://b.internal", checkStatus)) }
