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
