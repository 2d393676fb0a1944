package errors

import (
	"errors"
	"net/http"
)

var errStatus = errors.New("bad status")

// Where the first request fails there is no body to close: the path ends in a panic before the second one is made.
func closesWhatFailed(u, v string) error {
	resp, err := http.Get(u)
	if err == nil {
		defer func() { resp.Body.Close() }()
	}
	resp.Body.Close()
	resp, err = http.Get(v)
	return err
}

// The panic comes when the function returns.
func defersCloseOfWhatFailed(u, v string, log func(error)) {
	first, err := http.Get(u)
	if err != nil {
		return
	}
	second, err := http.Get(v)
	defer func() { second.Body.Close() }()
	if err != nil {
		log(err)
		return
	}
	first.Body.Close()
}

// The second response is looked at only where there is one.
func looksBeforeItCloses(u, v string, log func(error)) {
	first, err := http.Get(u) // want "response body of first is not closed when the function returns"
	if err != nil {
		return
	}
	second, err := http.Get(v)
	defer func() {
		if second != nil {
			second.Body.Close()
		}
	}()
	if err != nil {
		log(err)
		return
	}
	first.Body.Close()
}

// getChecked may return a response together with an error.
func getChecked(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return resp, errStatus
	}
	return resp, nil
}

func closesInSpiteOfError(u, v string) error {
	first, err := http.Get(u) // want "response body of first is not closed when the function returns"
	if err != nil {
		return err
	}
	second, err := getChecked(v)
	if errors.Is(err, errStatus) {
		second.Body.Close()
		return err
	}
	if err != nil {
		first.Body.Close()
		return err
	}
	second.Body.Close()
	return first.Body.Close()
}

// getOnly returns either.
func getOnly(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errStatus
	}
	return resp, nil
}

func closesWhatOnlyFailed(u, v string) error {
	first, err := http.Get(u)
	if err != nil {
		return err
	}
	second, err := getOnly(v)
	if err != nil {
		second.Body.Close()
		return err
	}
	second.Body.Close()
	return first.Body.Close()
}

// exchange hands over a parsed answer with the response, which is there whatever becomes of the parsing.
type exchange interface {
	Call(u string) (string, *http.Response, error)
}

func looksAtStatusOfFailure(x exchange, u, v string) error {
	first, err := http.Get(u) // want "response body of first is not closed when the function returns"
	if err != nil {
		return err
	}
	_, second, err := x.Call(v)
	if err != nil && second.StatusCode == http.StatusNotFound {
		second.Body.Close()
		return nil
	}
	if second != nil {
		second.Body.Close()
	}
	return first.Body.Close()
}

// Silent: where there is a second response, its request has not failed.
func answeredWithoutError(u, v string) error {
	first, err := http.Get(u)
	if err != nil {
		return err
	}
	second, err := http.Get(v)
	if second == nil {
		first.Body.Close()
		return err
	}
	second.Body.Close()
	if err != nil {
		return err
	}
	return first.Body.Close()
}

func answeredWithError(u, v string) error {
	first, err := http.Get(u) // want "response body of first is not closed when the function returns"
	if err != nil {
		return err
	}
	second, err := getChecked(v)
	if second == nil {
		first.Body.Close()
		return err
	}
	second.Body.Close()
	if err != nil {
		return err
	}
	return first.Body.Close()
}
