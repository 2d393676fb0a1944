// Package eof is checked at the level eof: some path reads the body, but may stop before its end.
package eof

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

// Read in part.

func decodedOnce(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

func decodedOnceThroughVariable(u string) (n int, err error) {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	dec.DisallowUnknownFields()
	err = dec.Decode(&n)
	return n, err
}

func limitedOnOnePath(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		b, _ := io.ReadAll(io.LimitReader(resp.Body, 1024))
		return nil, fmt.Errorf("status %d: %s", resp.StatusCode, b)
	}
	return io.ReadAll(resp.Body)
}

func drainedOnSuccessOnly(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(v); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func decodedInLiteral(u string, v any) (err error) {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	func() { err = json.NewDecoder(resp.Body).Decode(v) }()
	return err
}

func decodedBeforeNextTry(u string, v *struct{ Ready bool }) error {
	for {
		resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
		if err != nil {
			return err
		}
		err = json.NewDecoder(resp.Body).Decode(v)
		resp.Body.Close()
		if err != nil || v.Ready {
			return err
		}
	}
}

func decodedThenReturnedClosed(u string, v any) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp, json.NewDecoder(resp.Body).Decode(v)
}

func drainedAfterClose(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp may be closed before it was read to its end"
	if err != nil {
		return err
	}
	err = json.NewDecoder(resp.Body).Decode(v)
	resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return err
}

// The levels below.

func neverRead(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func unreadOnOnePath(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

// Read to the end.

func readAll(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body) // silent: read to its end
}

func readAllThenUnmarshalled(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body) // silent: read to its end
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}

func decodedThenDrained(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(v)
	_, _ = io.Copy(io.Discard, resp.Body) // silent: the rest is drained, error or not
	return err
}

func decodedThenDrainedWithBound(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	err = json.NewDecoder(resp.Body).Decode(v)
	_, _ = io.CopyN(io.Discard, resp.Body, 256<<10) // silent: the rest is drained as far as it pays
	resp.Body.Close()
	return err
}

func drainedByDeferredLiteral(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body) // silent: the rest is drained on each path
		resp.Body.Close()
	}()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func drainedByDefer(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	defer io.Copy(io.Discard, resp.Body) // silent: runs before the close
	return json.NewDecoder(resp.Body).Decode(v)
}

func limitedThenDrained(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(io.LimitReader(resp.Body, 1024))
	_, _ = io.Copy(io.Discard, resp.Body) // silent: the rest is drained
	return errors.New(string(b))
}

// Somebody else's.

func decodedAndNeverClosed(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(v) // silent: never closed is bodyclose's
}

func decodedAndReturned(u string, v any) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	err = json.NewDecoder(resp.Body).Decode(v)
	return resp.Body, err // silent: the caller may read the rest
}

func decodedOrFatal(u string, v any) {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewDecoder(resp.Body).Decode(v); err != nil {
		log.Fatal(err) // silent: this path ends the program
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

type parser interface {
	Parse(r io.Reader) error
}

func parsed(u string, p parser) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return p.Parse(resp.Body) // silent: an interface method may read it to its end
}

func headDecoded(u string, v any) error {
	resp, err := http.Head(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v) // silent: HEAD
}

func headRequestDecoded(c *http.Client, u string, v any) error {
	req, err := http.NewRequest("HEAD", u, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v) // silent: HEAD
}
