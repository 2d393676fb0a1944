package closefuncs

import (
	"fmt"
	"net/http"

	"bodyclose/closefuncs/invokers"
)

// A runner runs.
type runner interface{ run() error }

type runs func() error

func (f runs) run() error { return f() }

// A titled thing has a title.
type titled interface{ title() string }

type title func() error

func (title) title() string { return "a func" }

func run(into *error, r runner) { *into = r.run() }

func runFunc(into *error, f func() error) { run(into, runs(f)) }

func show(t titled) { fmt.Println(t.title()) }

// Silent: the method of the func type calls it.
func closedByMethod(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer run(&err, runs(resp.Body.Close))
	return nil
}

// Silent: the same, converted elsewhere.
func closedByConverted(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer runFunc(&err, resp.Body.Close)
	return nil
}

// Silent: the same, in another package.
func closedByAppended(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer invokers.AppendFunc(&err, resp.Body.Close)
	return nil
}

// Silent: the same, converted here.
func closedByInvoked(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer invokers.AppendInvoke(&err, invokers.Invoke(resp.Body.Close))
	return nil
}

func closedTooLate(u string) (err error) {
	resp, err := http.Get(u) // want "not closed when the function returns"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	defer runFunc(&err, resp.Body.Close)
	return nil
}

// The method of the func type does not call it.
func onlyShown(u string) error {
	resp, err := http.Get(u) // want "not closed when the function returns"
	if err != nil {
		return err
	}
	show(title(resp.Body.Close))
	return nil
}
