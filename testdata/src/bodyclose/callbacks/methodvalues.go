package callbacks

import (
	"io"
	"net/http"
)

// A fetcher has read and closed what it returns.
type fetcher interface {
	Fetch(url string) (*http.Response, []byte, error)
}

type readAll struct{ client *http.Client }

func (r *readAll) Fetch(url string) (*http.Response, []byte, error) {
	resp, err := r.client.Get(url)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return resp, b, err
}

// An opener does not.
type opener interface {
	Open(url string) (*http.Response, error)
}

type plainOpener struct{ client *http.Client }

func (p *plainOpener) Open(url string) (*http.Response, error) { return p.client.Get(url) }

type User struct {
	fetch fetcher
	open  opener
}

func NewUser(c *http.Client) *User { return &User{fetch: &readAll{c}, open: &plainOpener{c}} }

// Silent: all that is passed is an interface's method, behind which the body is closed.
func (u *User) FetchStatus() int { return statusOf(u.fetch.Fetch) }

func statusOf(get func(string) (*http.Response, []byte, error)) int {
	resp, _, err := get("http://a.internal")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: the same in a literal.
func (u *User) FetchInLiteral() int {
	return statusIn(func(s string) (*http.Response, []byte, error) { return u.fetch.Fetch(s) })
}

func statusIn(get func(string) (*http.Response, []byte, error)) int {
	resp, _, err := get("http://a.internal")
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Reported: nothing behind the interface closes it.
func (u *User) OpenStatus() int { return openStatusOf(u.open.Open) }

func openStatusOf(get func(string) (*http.Response, error)) int {
	resp, err := get("http://a.internal") // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Reported: one of the two does not close it.
func (u *User) Either() int { return eitherOf(u.bothFetch) + eitherOf(u.open.Open) }

func (u *User) bothFetch(url string) (*http.Response, error) {
	resp, _, err := u.fetch.Fetch(url)
	return resp, err
}

func eitherOf(get func(string) (*http.Response, error)) int {
	resp, err := get("http://a.internal") // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// A chain's links are bound to the same interface: none of them says what the last one does.
type chain struct{ next opener }

func (c *chain) Open(url string) (*http.Response, error) { return through(c.next.Open, url) }

func Chained(o opener) opener { return &chain{o} }

func through(get func(string) (*http.Response, error), url string) (*http.Response, error) {
	return get(url)
}
