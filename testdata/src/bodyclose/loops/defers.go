package loops

import (
	"io"
	"net/http"
	"os"
)

// deferOfAnother defers calls in a loop that have nothing to do with the response: there are no more of them to follow
// with each turn.
func deferOfAnother(names []string, u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer func(f *os.File) { f.Close() }(f)
		defer func(f *os.File) { f.Sync() }(f)
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Silent: the response's own defer is among them.
func deferAmongOthers(names []string, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func(c io.Closer) { c.Close() }(resp.Body)
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer func(f *os.File) { f.Close() }(f)
		defer func(f *os.File) { f.Sync() }(f)
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// fetchDeferredInLoop defers a request with each turn, all of which run one after the other at the end: each loses what
// the one before has fetched, and only the last one is closed, by what was deferred before them.
func fetchDeferredInLoop(us []string) (err error) {
	var resp *http.Response
	defer func() {
		if err == nil && resp != nil {
			resp.Body.Close()
		}
	}()
	for range us {
		defer func() {
			resp, err = http.Get(us[0]) // want "response body of resp is not closed when"
		}()
	}
	return nil
}

// Silent: there is one of them.
func fetchDeferredOnce(u string) (err error) {
	var resp *http.Response
	defer func() {
		if err == nil && resp != nil {
			resp.Body.Close()
		}
	}()
	defer func() {
		resp, err = http.Get(u)
	}()
	return nil
}

// closesFirstAgain still holds the body of the first turn in the turns behind it.
func closesFirstAgain(us []string) error {
	var first io.Closer
	for _, u := range us {
		resp, err := http.Get(u) // want "response body of resp is not closed when"
		if err != nil {
			return err
		}
		if first == nil {
			first = resp.Body
			first.Close()
			continue
		}
		first.Close()
	}
	return nil
}

// Silent: it is this turn's that is closed.
func closesEach(us []string) error {
	var last io.Closer
	for _, u := range us {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		if last != nil {
			last.Close()
		}
		last = resp.Body
		last.Close()
	}
	return nil
}
