package paths

import (
	"errors"
	"io"
	"log"
	"net/http"
)

// closer returns what closes the body.
func closer(resp *http.Response) func() {
	return func() {
		if err := resp.Body.Close(); err != nil {
			log.Print(err)
		}
	}
}

func closedByFunc(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 24"
	if err != nil {
		return nil, err
	}
	defer closer(resp)()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func closedByVariable(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 37"
	if err != nil {
		return 0, err
	}
	done := closer(resp)
	defer done()
	return resp.StatusCode, nil
}

// Silent: it is read on all paths.
func readBeforeFunc(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer closer(resp)()
	return io.ReadAll(resp.Body)
}

// finisher returns what reads the rest first.
func finisher(resp *http.Response) func() error {
	return func() error {
		io.Copy(io.Discard, resp.Body)
		return resp.Body.Close()
	}
}

// Silent: so does what is called in the end.
func finishedByFunc(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	defer finisher(resp)()
	return resp.StatusCode, nil
}

// reader returns what reads the body, or only closes it.
func reader(resp *http.Response) func() ([]byte, error) {
	return func() ([]byte, error) {
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return nil, errors.New(resp.Status)
		}
		return io.ReadAll(resp.Body)
	}
}

// Silent: some of it may be read.
func readByFunc(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return reader(resp)()
}

// Silent: the caller may read it before.
func closerGiven(u string) (*http.Response, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return resp, closer(resp), nil
}

type cleanups struct{ all []func() }

// Silent: somebody calls it some time.
func (c *cleanups) closerKept(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	c.all = append(c.all, closer(resp))
	return resp.StatusCode, nil
}

// lines returns what calls a function for each line, and closes the body in the end.
func lines(resp *http.Response) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		defer resp.Body.Close()
		b, _ := io.ReadAll(resp.Body)
		yield(b)
	}
}

// Silent: it is read by who asks for the lines.
func readInLoop(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	for line := range lines(resp) {
		log.Print(string(line))
	}
	return nil
}

// call calls what it is given.
func call(done func() error) error { return done() }

// Silent: what another function calls reads it.
func finishedElsewhere(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, call(finisher(resp))
}

// dropper returns what only closes the body.
func dropper(resp *http.Response) func() error {
	return func() error { return resp.Body.Close() }
}

func closedElsewhere(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 153"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, call(dropper(resp))
}
