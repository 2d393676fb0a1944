package behind

import "net/http"

// Here what has an interface gives back a response that something in it keeps, which is a getter's as well.

type common interface {
	ETag() string
	Response() *http.Response
}

type uploaded struct{ raw *http.Response }

func (u uploaded) ETag() string             { return u.raw.Header.Get("ETag") }
func (u uploaded) Response() *http.Response { return u.raw }

type downloaded struct{ u *uploaded }

func (d downloaded) ETag() string             { return d.u.ETag() }
func (d downloaded) Response() *http.Response { return d.u.Response() }

type linked struct {
	next *linked
	raw  *http.Response
}

func (l *linked) ETag() string { return "" }

// Silent: it is kept somewhere further on.
func (l *linked) Response() *http.Response { return l.next.Response() }

// Silent: nothing is fetched.
func statusOf(c common) int { return c.Response().StatusCode }

type either interface {
	Either() *http.Response
}

type held struct{ u uploaded }

func (h held) Either() *http.Response { return h.u.Response() }

type fetched struct{ url string }

func (f fetched) Either() *http.Response { return f.fetch() }

func (f fetched) fetch() *http.Response {
	resp, err := http.Get(f.url)
	if err != nil {
		panic(err)
	}
	return resp
}

// One of them fetches it.
func statusOfEither(e either) int {
	return e.Either().StatusCode // want "response body of e.Either is not closed"
}
