// Package drainutil has the helpers that the other packages call.
package drainutil

import (
	"encoding/json"
	"io"
	"net/http"
)

// DrainAndClose reads the rest and closes.
func DrainAndClose(body io.ReadCloser) {
	_, _ = io.Copy(io.Discard, body)
	_ = body.Close()
}

// Finish reads the rest and closes.
func Finish(resp *http.Response) {
	defer resp.Body.Close()
	Drain(resp)
}

// Drain reads the rest and leaves it open.
func Drain(resp *http.Response) { _, _ = io.Copy(io.Discard, resp.Body) }

// Close closes, and reads nothing.
func Close(c io.Closer) { _ = c.Close() }

// CloseResponse closes, and reads nothing.
func CloseResponse(resp *http.Response) {
	if resp != nil && resp.Body != nil {
		Close(resp.Body)
	}
}

// OK looks at the status.
func OK(resp *http.Response) bool { return resp.StatusCode/100 == 2 }

// Bytes reads everything.
func Bytes(resp *http.Response) ([]byte, error) { return io.ReadAll(resp.Body) }

// Decode reads one value.
func Decode(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

// DecodeAndClose reads one value and closes.
func DecodeAndClose(resp *http.Response, v any) error {
	defer resp.Body.Close()
	return Decode(resp.Body, v)
}

// Get returns the response open.
func Get(c *http.Client, u string) (*http.Response, error) { return c.Get(u) }
