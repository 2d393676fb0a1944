package statuses

import (
	"errors"
	"io"
	"log"
	"net/http"
)

// failure closes the response of a request that has failed, and leaves the others to its callers.
func failure(resp *http.Response) error {
	if resp.StatusCode >= 200 && resp.StatusCode < 300 {
		return nil
	}
	defer resp.Body.Close()
	text, _ := io.ReadAll(resp.Body)
	return errors.New(string(text))
}

// Silent: both ask for the same.
func silentAskedTwice(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		return failure(resp)
	}
	defer resp.Body.Close()
	return nil
}

// Silent: what is asked for here is less.
func silentAskedForLess(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode == 404 || resp.StatusCode > 499 {
		return failure(resp)
	}
	defer resp.Body.Close()
	return nil
}

func askedForMore(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 52"
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		return failure(resp) // 201
	}
	defer resp.Body.Close()
	return nil
}

func askedAtTheEdge(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 64"
	if err != nil {
		return err
	}
	if 299 <= resp.StatusCode {
		return failure(resp)
	}
	defer resp.Body.Close()
	return nil
}

// Silent: what is closed above 399 needs no second Close above 499.
func silentOneByOne(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
	}
	if resp.StatusCode >= 500 {
		return errors.New(resp.Status)
	}
	if resp.StatusCode < 400 {
		resp.Body.Close()
	}
	return nil
}

func oneByOne(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 97"
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
	}
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

// unless closes it in some other way, and tells so.
func unless(resp *http.Response) bool {
	switch {
	case resp.StatusCode < 400:
		return false
	case resp.StatusCode < 500:
		log.Println(resp.Status)
	}
	resp.Body.Close()
	return true
}

func silentUnless(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode > 399 {
		unless(resp)
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

func notUnless(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 133"
	if err != nil {
		return err
	}
	if resp.StatusCode > 299 {
		unless(resp)
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

func failed(resp *http.Response) error {
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

// The error of what leaves the body open either way says which statuses are left.
func silentAfterFailed(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if err := failed(resp); err != nil {
		resp.Body.Close()
		return err
	}
	if resp.StatusCode >= 400 {
		return errors.New("cannot be")
	}
	return resp.Body.Close()
}

func afterFailed(url string) error {
	resp, err := http.Get(url) // want `response body of resp is not closed when the function returns at line \d+`
	if err != nil {
		return err
	}
	if err := failed(resp); err != nil {
		resp.Body.Close()
		return err
	}
	if resp.StatusCode >= 204 {
		return errors.New("no content")
	}
	return resp.Body.Close()
}
