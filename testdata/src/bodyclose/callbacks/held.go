package callbacks

import (
	"encoding/json"
	"io"
	"net/http"
)

type decoder struct{ into any }

func (d decoder) decode(r io.Reader) error { return json.NewDecoder(r).Decode(d.into) }

func (d decoder) finish(r io.ReadCloser) error {
	defer r.Close()
	return d.decode(r)
}

func drained(r io.Reader) error {
	_, err := io.Copy(io.Discard, r)
	return err
}

func closing(r io.Reader) error {
	if c, ok := r.(io.Closer); ok {
		defer c.Close()
	}
	return drained(r)
}

type methodReader struct{ decode func(io.Reader) error }

// NewMethodReader makes one whose function is a method.
func NewMethodReader(into any) *methodReader {
	return &methodReader{decode: decoder{into}.decode}
}

func (m *methodReader) get(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 42"
	if err != nil {
		return err
	}
	return m.decode(resp.Body)
}

type functionReader struct {
	name   string
	decode func(io.Reader) error
}

// NewFunctionReader makes one whose function is declared.
func NewFunctionReader() *functionReader { return &functionReader{"x", drained} }

func (f *functionReader) get(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 58"
	if err != nil {
		return err
	}
	return f.decode(resp.Body)
}

type literalChecker struct{ check func(*http.Response) error }

// NewLiteralChecker makes one whose function is a literal.
func NewLiteralChecker() *literalChecker {
	return &literalChecker{check: func(resp *http.Response) error { return nil }}
}

func (l *literalChecker) get(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 73"
	if err != nil {
		return err
	}
	return l.check(resp)
}

type methodCloser struct{ finish func(io.ReadCloser) error }

// NewMethodCloser makes one whose method closes.
func NewMethodCloser(into any) *methodCloser { return &methodCloser{decoder{into}.finish} }

func (m *methodCloser) get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return m.finish(resp.Body)
}

type eitherReader struct{ decode func(io.Reader) error }

// NewEitherReader makes one whose function may close.
func NewEitherReader(closes bool) *eitherReader {
	e := &eitherReader{decode: drained}
	if closes {
		e.decode = closing
	}
	return e
}

func (e *eitherReader) get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return e.decode(resp.Body)
}

type givenReader struct{ decode func(io.Reader) error }

// NewGivenReader makes one whose function is the caller's.
func NewGivenReader(decode func(io.Reader) error) *givenReader {
	if decode == nil {
		return &givenReader{decode: drained}
	}
	return &givenReader{decode: decode}
}

func (g *givenReader) get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return g.decode(resp.Body)
}

var readersByType = map[string]func(io.Reader) error{
	"json": decoder{}.decode,
	"text": func(r io.Reader) error { return drained(r) },
}

func init() { readersByType["none"] = drained }

func byType(url string) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 139"
	if err != nil {
		return err
	}
	if read, ok := readersByType[resp.Header.Get("Content-Type")]; ok {
		return read(resp.Body)
	}
	return resp.Body.Close()
}

var someClose = map[string]func(io.Reader) error{"x": drained, "y": closing}

func bySome(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return someClose[url](resp.Body)
}

var registered = map[string]func(io.Reader) error{"x": drained}

// Register adds to them.
func Register(name string, f func(io.Reader) error) { registered[name] = f }

func byName(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return registered[url](resp.Body)
}

var lentOut = map[string]func(io.Reader) error{"x": drained}

// All has them all.
func All() map[string]func(io.Reader) error { return lentOut }

func byAny(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return lentOut[url](resp.Body)
}

func passedOn(url string, read func(io.Reader) error) error {
	resp, err := http.Get(url) // want "response body of resp is not closed when the function returns at line 185"
	if err != nil {
		return err
	}
	return read(resp.Body)
}

func passedMethod(url string) error { return passedOn(url, decoder{}.decode) }
