// Package statuses has fetchers that close some responses themselves, and callers who tell by the status which ones.
package statuses

import (
	"bytes"
	"errors"
	"io"
	"net/http"
)

// fetch replaces the body of an answer that is no success by what was in it.
func fetch(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusOK {
		return resp, nil
	}
	text, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(text))
	return resp, nil
}

func silentBadStatus(url string) ([]byte, error) {
	resp, err := fetch(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func silentClass(url string) ([]byte, error) {
	resp, err := fetch(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode/100 != 2 {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func good(code int) bool { return code < 300 }

func silentPredicate(url string) ([]byte, error) {
	resp, err := fetch(url)
	if err != nil {
		return nil, err
	}
	if !good(resp.StatusCode) {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func check(resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func silentChecker(url string) ([]byte, error) {
	resp, err := fetch(url)
	if err != nil {
		return nil, err
	}
	if err := check(resp); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func reportedUnasked(url string) ([]byte, error) {
	resp, err := fetch(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func reportedOtherTest(url string) ([]byte, error) {
	resp, err := fetch(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return nil, err
	}
	if resp.Header.Get("Content-Type") == "" {
		return nil, errors.New("no type")
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// open hands over what there is.
func open(url string) (*http.Response, error) { return http.Get(url) }

func reportedAlwaysOpen(url string) ([]byte, error) {
	resp, err := open(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return nil, err
	}
	if err := check(resp); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Whatever the status: where no path closes it, the success stays open.
func reportedNeverClosed(url string) error {
	resp, err := fetch(url) // want `response body of resp is not closed when the function returns at line`
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func look(resp *http.Response) {
	if resp == nil {
		return
	}
	buf := make([]byte, 512)
	for {
		if _, err := resp.Body.Read(buf); err != nil {
			return
		}
	}
}

func reportedLookedAt(url string) error {
	resp, err := fetch(url) // want `response body of resp is not closed when the function returns at line`
	defer look(resp)
	if err != nil {
		return err
	}
	return check(resp)
}

func silentLeftToAnother(url string, to chan<- *http.Response) error {
	resp, err := fetch(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	to <- resp
	return nil
}

func silentHandedBack(url string) (*http.Response, error) {
	resp, err := fetch(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func silentHelperCloses(url string) error {
	resp, err := fetch(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	shut(resp.Body)
	return nil
}

func shut(c io.Closer) { c.Close() }

// The success goes round at once.
func reportedLoop(urls []string) error {
	for _, url := range urls {
		resp, err := fetch(url) // want `response body of resp is not closed when the loop goes round at line`
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
	}
	return nil
}
