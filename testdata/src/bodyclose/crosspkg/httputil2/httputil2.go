// Package httputil2 has the helpers that the other packages call.
package httputil2

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

// Close closes the body and logs what goes wrong.
func Close(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	if err := resp.Body.Close(); err != nil {
		log.Println(err)
	}
}

// CloseBody closes c.
func CloseBody(c io.Closer) { closeQuietly(c) }

func closeQuietly(c io.Closer) { _ = c.Close() }

// CloseAll closes all of them.
func CloseAll(cs ...io.Closer) (err error) {
	for _, c := range cs {
		err = errors.Join(err, c.Close())
	}
	return err
}

// Drain reads the rest and leaves it open.
func Drain(body io.Reader) { _, _ = io.Copy(io.Discard, body) }

// DrainAndClose reads the rest and closes.
func DrainAndClose(body io.ReadCloser) {
	Drain(body)
	CloseBody(body)
}

// Log logs the status.
func Log(resp *http.Response) { log.Println(resp.Status) }

// Status reads nothing.
func Status(resp *http.Response) (int, string) { return resp.StatusCode, resp.Status }

// Check returns an error for a bad status, and leaves the body open.
func Check(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	return fmt.Errorf("status %s", resp.Status)
}

// CheckAndClose closes the body when it returns an error.
func CheckAndClose(resp *http.Response) error {
	if err := Check(resp); err != nil {
		Close(resp)
		return err
	}
	return nil
}

// Decode decodes the body and closes it.
func Decode[T any](resp *http.Response) (v T, err error) {
	defer Close(resp)
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

// Peek decodes the body and leaves it open.
func Peek[T any](resp *http.Response) (v T, err error) {
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

// CloseT closes c.
func CloseT[C io.Closer](c C) { _ = c.Close() }

// Must returns v, and panics on an error.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Fetch returns the response with its body open.
func Fetch(c *http.Client, u string) (*http.Response, error) { return c.Get(u) }

// FetchBuffered returns the response with its body in memory.
func FetchBuffered(c *http.Client, u string) (*http.Response, error) {
	resp, err := c.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

// FetchClosed returns the response, for its headers, with the body closed.
func FetchClosed(c *http.Client, u string) (*http.Response, error) {
	resp, err := c.Get(u)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return resp, nil
}

// FetchInto decodes into v; the response that it returns is closed when v is not nil, and open otherwise.
func FetchInto(c *http.Client, u string, v any) (*http.Response, error) {
	resp, err := c.Get(u)
	if err != nil {
		return nil, err
	}
	if v == nil {
		return resp, nil
	}
	defer resp.Body.Close()
	return resp, json.NewDecoder(resp.Body).Decode(v)
}

// FetchOK drops the response when the status is bad.
func FetchOK(c *http.Client, u string) (*http.Response, error) {
	resp, err := c.Get(u) // want "response body of resp is not closed when the function returns at line 141"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

// Canned returns a response that was never on the wire.
func Canned(status int, body []byte) *http.Response {
	return &http.Response{StatusCode: status, Body: io.NopCloser(bytes.NewReader(body))}
}

// Same returns what it was given.
func Same(resp *http.Response) *http.Response { return resp }

// Sender sends requests.
type Sender interface {
	Send(req *http.Request) (*http.Response, error)
}

// Closer closes its body with a method.
type Closer struct{ Verbose bool }

// Done closes the body.
func (c Closer) Done(resp *http.Response) {
	if c.Verbose {
		Log(resp)
	}
	Close(resp)
}

// Seen only looks.
func (c *Closer) Seen(resp *http.Response) { Log(resp) }

// Fatal ends the program.
func Fatal(err error) {
	log.Fatalln("httputil2:", err)
}

// FatalIf ends the program when err is not nil.
func FatalIf(err error) {
	if err != nil {
		Fatal(err)
	}
}

// Buffer puts a copy of the body in its place, and leaves the body open.
func Buffer(resp *http.Response) {
	data, _ := io.ReadAll(resp.Body)
	resp.Body = io.NopCloser(bytes.NewReader(data))
}
