// Package untouched hands objects around that hold a response, to functions that have nothing to do with it, and to others.
package untouched

import (
	"log"
	"net/http"
)

type answer struct {
	resp *http.Response
	meta struct{ name string }
	log  *log.Logger
}

var last *answer

// name looks at another field only.
func name(a *answer) string { return a.meta.name }

func logName(a *answer) { a.log.Println(name(a), a.log.Prefix()) }

// later hands the object to a goroutine that does no more.
func later(a *answer) { go logName(a) }

// rename assigns to another field, by way of a local variable and a literal.
func rename(a *answer, to string) {
	b := a
	set := func() { b.meta.name = to }
	set()
}

func reported(u string) (string, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed`
	if err != nil {
		return "", err
	}
	a := &answer{resp: resp}
	rename(a, u)
	later(a)
	return name(a), nil
}

// release closes by two calls, the second of which is in a literal.
func release(a *answer) {
	b := a
	defer func() { shut(b.resp) }()
	logName(a)
}

func shut(resp *http.Response) { resp.Body.Close() }

func silent(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	a := &answer{resp: resp}
	defer release(a)
	return name(a), nil
}

// remember keeps the object as a whole.
func remember(a *answer) { last = a }

func silentKept(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	remember(&answer{resp: resp})
	return nil
}

// ready tells by its error whether there is a response.
func ready(a *answer) error {
	if a.resp == nil {
		return http.ErrMissingFile
	}
	return nil
}

func silentReady(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	a := &answer{resp: resp}
	if err := ready(a); err != nil {
		return err
	}
	return a.resp.Body.Close()
}

// byValue has a copy of the object.
func byValue(a answer) string { return a.meta.name }

// closeCopy closes what its copy points to.
func closeCopy(a answer) { a.resp.Body.Close() }

func reportedByValue(u string) (string, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed`
	if err != nil {
		return "", err
	}
	return byValue(answer{resp: resp}), nil
}

func silentByValue(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeCopy(answer{resp: resp})
	return nil
}

// pick returns the response that it is given.
func pick(a *answer) *http.Response { return a.resp }

func silentPick(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return pick(&answer{resp: resp}).Body.Close()
}

type holder[T any] struct {
	held  T
	count int
}

func (h *holder[T]) more() int { h.count++; return h.count }

func reportedGeneric(u string) (int, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed`
	if err != nil {
		return 0, err
	}
	h := &holder[*http.Response]{held: resp}
	return h.more(), nil
}
