package closures

import (
	"encoding/json"
	"io"
	"net/http"
	"sync"
)

func closerOf(b io.Closer) func() { return func() { b.Close() } }

// Silent: the function that comes back closes the body.
func closesByReturned(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closerOf(resp.Body)()
	_, err = io.ReadAll(resp.Body)
	return err
}

func readerOf(b io.Reader) func() ([]byte, error) {
	return func() ([]byte, error) { return io.ReadAll(b) }
}

func readsByReturned(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 33"
	if err != nil {
		return err
	}
	_, err = readerOf(resp.Body)()
	return err
}

func consumerOf(resp *http.Response) (func(v any) error, error) {
	return func(v any) error {
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	}, nil
}

// Silent: so does this one, which comes with an error.
func consumesByReturned(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	consume, err := consumerOf(resp)
	if err != nil {
		return err
	}
	return consume(v)
}

type onceBody struct {
	rc    io.ReadCloser
	close func() error
}

func (b *onceBody) Read(p []byte) (int, error) { return b.rc.Read(p) }
func (b *onceBody) Close() error               { return b.close() }

func closedOnce(rc io.ReadCloser) io.ReadCloser {
	return &onceBody{rc, sync.OnceValue(rc.Close)}
}

func closedOnceByLiteral(rc io.ReadCloser) io.ReadCloser {
	return &onceBody{rc, sync.OnceValue(func() error { return rc.Close() })}
}

type emptyBody struct {
	rc    io.ReadCloser
	close func() error
}

func (b *emptyBody) Read(p []byte) (int, error) { return b.rc.Read(p) }
func (b *emptyBody) Close() error               { return b.close() }

func neverClosed(rc io.ReadCloser) io.ReadCloser {
	return &emptyBody{rc, sync.OnceValue(func() error { return nil })}
}

// Silent: the wrapper closes the body, once.
func wrapsOnce(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return closedOnce(resp.Body), nil
}

// Silent: the same.
func wrapsOnceByLiteral(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return closedOnceByLiteral(resp.Body), nil
}

func wrapsNever(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 107"
	if err != nil {
		return nil, err
	}
	return neverClosed(resp.Body), nil
}

// Silent: a function that closes it is called in the end.
func closesOnce(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	done := sync.OnceFunc(func() { resp.Body.Close() })
	defer done()
	_, err = io.ReadAll(resp.Body)
	return err
}
