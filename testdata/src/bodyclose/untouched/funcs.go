package untouched

import (
	"net/http"

	"bodyclose/untouched/lib"
)

// What closes the body goes through a function here to one of another package.
func keepsFunc(f func() error) { lib.Later(f) }

func callsFunc(f func() error) error { return lib.Call(f) }

func looksAtFunc(f func() error) bool { return lib.Look(f) }

func silentKeepsFunc(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	keepsFunc(resp.Body.Close)
	return nil
}

func silentCallsFunc(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return callsFunc(resp.Body.Close)
}

func reportedLooksAtFunc(u string) error {
	resp, err := http.Get(u) // want `response body of resp is not closed`
	if err != nil {
		return err
	}
	looksAtFunc(resp.Body.Close)
	return nil
}
