package wrappers

import (
	"io"
	"net/http"
)

// A reply is there to be closed, and hides what it reads from.
type reply interface {
	Status() int
	Close() error
}

type httpReply struct{ resp *http.Response }

func (a *httpReply) Status() int  { return a.resp.StatusCode }
func (a *httpReply) Close() error { return a.resp.Body.Close() }

func fetchReply(url string) (reply, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &httpReply{resp}, nil
}

func fetchCloser(url string) (io.Closer, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func fetchWhole(url string) (reply, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return &httpReply{resp}, err
}

// Reported: closing what wraps it closes the body, and nothing else does.
func reportedAnswer(url string) int {
	a, err := fetchReply(url) // want `response body a is not closed`
	if err != nil {
		return 0
	}
	return a.Status()
}

func reportedCloser(url string) error {
	_, err := fetchCloser(url) // want `is not closed`
	return err
}

// Silent: closed, handed on, or closed already.
func silentAnswer(url string) (int, error) {
	a, err := fetchReply(url)
	if err != nil {
		return 0, err
	}
	return a.Status(), a.Close()
}

func silentAnswers(urls []string) (all []reply, err error) {
	for _, u := range urls {
		a, err := fetchReply(u)
		if err != nil {
			return all, err
		}
		all = append(all, a)
	}
	return all, nil
}

func silentAnswered(url string) (int, error) {
	a, err := fetchWhole(url)
	if err != nil {
		return 0, err
	}
	return a.Status(), nil
}
