package paths

import (
	"errors"
	"io"
	"net/http"

	"bodydrain/drainutil"
)

// sendBelow400 returns a response whose status is good, or an error.
func sendBelow400(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		return nil, errors.New(string(text))
	}
	return resp, nil
}

// Silent: the status is bad on no path, what sends the request has seen to that.
func silentLookedAtTwice(url string) ([]byte, error) {
	resp, err := sendBelow400(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func lookedAtForMore(url string) ([]byte, error) {
	resp, err := sendBelow400(url) // want `response body of resp is closed unread at line 43, so the connection is not reused`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK { // 201
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// passBelow400 tells its callers what sendBelow400 tells it.
func passBelow400(url string) (*http.Response, error) {
	resp, err := sendBelow400(url)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

// Silent: however many functions are between.
func silentPassedOn(url string) ([]byte, error) {
	resp, err := passBelow400(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode > 499 {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// sendRaw returns a bad response as well where it is asked for that.
func sendRaw(url string, raw bool) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 && !raw {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		return nil, errors.New(string(text))
	}
	return resp, nil
}

func lookedAtRaw(url string, raw bool) ([]byte, error) {
	resp, err := sendRaw(url, raw) // want `response body of resp is closed unread at line 91, so the connection is not reused`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// Silent: so it is in another package.
func silentElsewhere(url string) ([]byte, error) {
	resp, err := drainutil.GetSuccess(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func elsewhereForMore(url string) ([]byte, error) {
	resp, err := drainutil.GetSuccess(url) // want `response body of resp is closed unread at line 116, so the connection is not reused`
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode < 201 {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}
