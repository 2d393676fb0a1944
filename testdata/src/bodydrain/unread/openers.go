package unread

import (
	"io"
	"net/http"
)

// drainedOnTheWay hands over what it has read.
func drainedOnTheWay(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp, nil
}

// drainedABit hands over what it has read, if that is not too long.
func drainedABit(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	_, _ = io.CopyN(io.Discard, resp.Body, 256<<10)
	return resp, nil
}

// sniffed hands over what it has read a little of.
func sniffed(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if _, err := resp.Body.Read(make([]byte, 8)); err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp, nil
}

// Silent: there is nothing left to read.
func closesDrained(u string) error {
	resp, err := drainedOnTheWay(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent, as if it were read here.
func closesDrainedABit(u string) error {
	resp, err := drainedABit(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: part of it is read, which is not for this level.
func closesSniffed(u string) error {
	resp, err := sniffed(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// recent is what somebody else may read.
var recent io.Reader

// remembered hands over what others may have as well.
func remembered(u string, remember bool) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if remember {
		recent = resp.Body
	}
	return resp, nil
}

// Silent: whoever remembers it may have read it.
func closesRemembered(u string, remember bool) error {
	resp, err := remembered(u, remember)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// looked hands over what nobody else has.
func looked(u string, look bool) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if look {
		println(resp.Status)
	}
	return resp, nil
}

func closesLooked(u string, look bool) error {
	resp, err := looked(u, look) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
