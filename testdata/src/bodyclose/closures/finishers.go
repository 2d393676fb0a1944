package closures

import (
	"io"
	"net/http"
)

// opened hands out the body with what closes it.
func opened(u string) (io.Reader, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return resp.Body, func() { resp.Body.Close() }, nil
}

// fetchedWith hands out the response with what closes it.
func fetchedWith(u string) (*http.Response, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, func() {}, err
	}
	return resp, func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}, nil
}

// fetchedIf has a function beside the response that may leave the body open.
func fetchedIf(u string, keep bool) (*http.Response, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, func() {}, err
	}
	return resp, func() {
		if !keep {
			resp.Body.Close()
		}
	}, nil
}

// Silent: done closes the body.
func silentOpened(u string) ([]byte, error) {
	r, done, err := opened(u)
	if err != nil {
		return nil, err
	}
	defer done()
	return io.ReadAll(r)
}

// Silent: the same with the response.
func silentFetchedWith(u string) (int, error) {
	resp, done, err := fetchedWith(u)
	if err != nil {
		return 0, err
	}
	defer done()
	return resp.StatusCode, nil
}

func doneIsDropped(u string) ([]byte, error) {
	r, _, err := opened(u) // want "response body r is not closed when the function returns at line 67"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func doneIsLate(u string) (int, error) {
	resp, done, err := fetchedWith(u) // want "response body of resp is not closed when the function returns at line 76"
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return resp.StatusCode, nil
	}
	done()
	return 0, nil
}

func doneMayLeaveIt(u string, keep bool) (int, error) {
	resp, done, err := fetchedIf(u, keep) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	defer done()
	return resp.StatusCode, nil
}
