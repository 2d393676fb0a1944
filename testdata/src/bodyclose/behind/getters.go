package behind

import (
	"net/http"

	"bodyclose/behind/lib"
)

// A poller keeps the last response that it got.
type poller interface {
	last() *http.Response
	poll(u string) error
}

type kept struct{ resp *http.Response }

func (k *kept) last() *http.Response { return k.resp }

type getPoller struct{ kept }

func (p *getPoller) poll(u string) (err error) {
	if p.resp, err = http.Get(u); err == nil {
		p.resp.Body.Close()
	}
	return err
}

type postPoller struct{ *kept }

func (p postPoller) poll(u string) (err error) {
	if p.resp, err = http.Post(u, "", nil); err == nil {
		p.resp.Body.Close()
	}
	return err
}

// Silent: all that can be behind it give back what they keep.
func lastStatus(p poller) int {
	if r := p.last(); r != nil {
		return r.StatusCode
	}
	return 0
}

// A ResponseError is for errors of other packages as well.
type ResponseError interface {
	error
	Response() *http.Response
}

type responseError struct {
	text string
	resp *http.Response
}

func (e responseError) Error() string { return e.text }

func (e responseError) Response() *http.Response {
	if e.text == "" {
		return nil
	}
	return e.resp
}

// Silent: an error keeps its response.
func statusOfError(err error) int {
	if re, ok := err.(ResponseError); ok {
		return re.Response().StatusCode
	}
	return 0
}

// One of these fetches what it gives.
type giver interface{ give() *http.Response }

type keeper struct{ resp *http.Response }

func (k keeper) give() *http.Response { return k.resp }

type fetcher struct{ u string }

func (f fetcher) give() *http.Response {
	resp, err := http.Get(f.u)
	if err != nil {
		return nil
	}
	return resp
}

func givenStatus(g giver) int {
	return g.give().StatusCode // want `response body of g.give is not closed when the function returns at line 91`
}

// Nobody knows what these do: the one that is given nothing and cannot fail has sent nothing.
type stranger interface {
	response() *http.Response
	responseTo(path string) *http.Response
	tryResponse() (*http.Response, error)
}

// Silent: it gives what it has.
func strangeStatus(s stranger) int { return s.response().StatusCode }

func strangeStatusTo(s stranger) int {
	return s.responseTo("/").StatusCode // want `response body of s.responseTo is not closed when the function returns at line 105`
}

func strangeTry(s stranger) int {
	resp, err := s.tryResponse() // want `response body of resp is not closed when the function returns at line 113`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: the package that the interface is from has getters behind it.
func statusOfOthers(err error) int {
	if re, ok := err.(lib.ResponseError); ok {
		return re.Response().StatusCode
	}
	return 0
}
