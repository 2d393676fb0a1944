package unread

import (
	"encoding/json"
	"io"
	"net/http"
	"sync"
)

func decoderOf(r io.Reader) func(any) error { return json.NewDecoder(r).Decode }

func literalOf(r io.Reader) func(any) error {
	return func(v any) error { return json.NewDecoder(r).Decode(v) }
}

// Silent: the function that comes back reads it.
func readByReturned(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decoderOf(resp.Body)(v)
}

// Silent: so does a literal.
func readByLiteral(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return literalOf(resp.Body)(v)
}

func shutterOf(r io.Closer) func() { return func() { println(r != nil) } }

func notReadByReturned(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread at line 43"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	shutterOf(resp.Body)()
	return nil
}

type lateBody struct {
	rc    io.ReadCloser
	close func() error
}

func (b *lateBody) Read(p []byte) (int, error) { return b.rc.Read(p) }
func (b *lateBody) Close() error               { return b.close() }

func lateClosed(rc io.ReadCloser) io.ReadCloser {
	return &lateBody{rc, sync.OnceValue(func() error { return rc.Close() })}
}

// Silent: nothing is closed before the caller does so.
func closedLater(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return lateClosed(resp.Body), nil
}
