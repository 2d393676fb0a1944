// Package closers hands out readers whose Close closes the body by something else that they hold.
package closers

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"os"
	"time"
)

// A reader is closed by a function.
type reader struct {
	io.Reader
	closeFn func() error
}

func (r *reader) Close() error { return r.closeFn() }

// Silent: what is returned closes the body by its literal.
func byLiteral(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return &reader{zr, func() error {
		zr.Close()
		return resp.Body.Close()
	}}, nil
}

func byLiteralNotClosed(u string) ([]byte, error) {
	rc, err := byLiteral(u) // want "response body rc is not closed when the function returns at line 43"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(rc)
}

func literalThatDoesNot(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 51"
	if err != nil {
		return nil, err
	}
	return &reader{resp.Body, func() error { return nil }}, nil
}

func literalThatOnlyLooks(u string, n *int64) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 59"
	if err != nil {
		return nil, err
	}
	return &reader{resp.Body, func() error {
		*n = resp.ContentLength
		return nil
	}}, nil
}

// A closeFunc is a function with a method.
type closeFunc func() error

func (f closeFunc) Close() error { return f() }

// Silent: the embedded closer is such a function.
func byFunc(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{resp.Body, closeFunc(func() error { return resp.Body.Close() })}, nil
}

// A holder has one of them.
type holder struct{ rc io.ReadCloser }

// Silent: in an object that is returned.
func inHolder(u string) (*holder, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &holder{&reader{resp.Body, func() error { return resp.Body.Close() }}}, nil
}

// Many closes all of its list.
type many struct {
	io.Reader
	closers []io.Closer
}

func (m *many) Close() (err error) {
	for _, c := range m.closers {
		if e := c.Close(); err == nil {
			err = e
		}
	}
	return err
}

// Silent: the list has the body.
func byList(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return &many{zr, []io.Closer{zr, resp.Body}}, nil
}

// Silent: also where it comes first.
func byListFirst(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return &many{zr, []io.Closer{resp.Body, zr}}, nil
}

func byListNotClosed(u string) ([]byte, error) {
	rc, err := byList(u) // want "response body rc is not closed when the function returns at line 142"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(rc)
}

func listWithoutIt(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 155"
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	return &many{zr, []io.Closer{zr}}, nil
}

// beside has a goroutine close the body.
func beside(ctx context.Context, u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	go func() {
		<-ctx.Done()
		resp.Body.Close()
	}()
	return resp.Body, nil
}

// later has a timer do it.
func later(u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	time.AfterFunc(time.Minute, func() { resp.Body.Close() })
	return resp.Body, nil
}

// never leaves it to the caller.
func never(u string) (io.Reader, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Silent: the goroutine closes it.
func silentBeside(ctx context.Context, u string) ([]byte, error) {
	r, err := beside(ctx, u)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Silent: the timer does.
func silentLater(u string) ([]byte, error) {
	r, err := later(u)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func readNever(u string) ([]byte, error) {
	r, err := never(u) // want "response body r is not closed when the function returns at line 213"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// input is the standard one, or comes from an address.
func input(name string) (io.ReadCloser, error) {
	if name == "-" {
		return os.Stdin, nil
	}
	resp, err := http.Get(name)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Silent: a body is not the standard input.
func silentInput(name string) ([]byte, error) {
	rc, err := input(name)
	if err != nil {
		return nil, err
	}
	if rc != os.Stdin {
		defer rc.Close()
	}
	return io.ReadAll(rc)
}

func onlyStandardInput(name string) ([]byte, error) {
	rc, err := input(name) // want "response body rc is not closed when the function returns at line 248"
	if err != nil {
		return nil, err
	}
	if rc == os.Stdin {
		defer rc.Close()
	}
	return io.ReadAll(rc)
}
