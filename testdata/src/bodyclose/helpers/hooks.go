package helpers

import (
	"io"
	"net/http"
)

// readAll is a variable for tests.
var readAll = io.ReadAll

// Shut is for others to set.
var Shut = func(c io.Closer) { c.Close() }

var (
	shut   = func(c io.Closer) { c.Close() }
	shuts2 = []func(io.Closer){shut}
	either = func(c io.Closer) {}
)

func init() {
	if len(shuts2) > 1 {
		either = func(c io.Closer) { c.Close() }
	}
}

func readsByVariable(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 33"
	if err != nil {
		return nil, err
	}
	b, err := readAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return b, nil
}

// Silent: the variable holds what closes it.
func shutsByVariable(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer shut(resp.Body)
	_, err = readAll(resp.Body)
	return err
}

// Silent: anybody may have set this one.
func shutsByExported(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	Shut(resp.Body)
	return nil
}

// Silent: it is not known which one it holds.
func shutsByEither(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	either(resp.Body)
	return nil
}
