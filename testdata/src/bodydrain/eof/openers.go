package eof

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

func closesSniffed(u string) error {
	resp, err := sniffed(u) // want "may be closed before it was read to its end"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
