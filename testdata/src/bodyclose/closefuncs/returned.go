package closefuncs

import (
	"errors"
	"io"
	"net/http"
)

// closing returns what closes the body.
func closing(resp *http.Response) func() {
	return func() { resp.Body.Close() }
}

func closedByReturned(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer closing(resp)() // silent: it is called
	return io.ReadAll(resp.Body)
}

func returnedTooLate(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 29"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer closing(resp)()
	return io.ReadAll(resp.Body)
}

func returnedNotCalled(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 41"
	if err != nil {
		return nil, err
	}
	defer closing(resp)
	return io.ReadAll(resp.Body)
}

// Silent: the caller gets what closes it.
func returnedOn(u string) (int, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, nil, err
	}
	return resp.StatusCode, closing(resp), nil
}

// maybeClosing returns what closes only long bodies.
func maybeClosing(resp *http.Response) func() {
	return func() {
		if resp.ContentLength > 0 {
			resp.Body.Close()
		}
	}
}

// Silent: what it does is not certain, and somebody else has it.
func closedByMaybe(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer maybeClosing(resp)()
	return nil
}
