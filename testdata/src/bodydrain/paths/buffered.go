package paths

import (
	"errors"
	"io"
	"net/http"

	"bodydrain/drainutil"
)

// A lineReader reads where it has no whole line.
type lineReader struct {
	r     io.Reader
	buf   []byte
	ahead int
	err   error
}

func newLineReader(r io.Reader) *lineReader { return &lineReader{r: r} }

func (d *lineReader) line() (string, error) {
	if d.err != nil {
		return "", d.err
	}
	for {
		for i, c := range d.buf {
			if c == '\n' {
				s := string(d.buf[:i])
				d.buf = d.buf[i+1:]
				return s, nil
			}
		}
		b := make([]byte, 512)
		n, err := d.r.Read(b)
		d.buf = append(d.buf, b[:n]...)
		if err != nil {
			d.err = err
			return "", err
		}
	}
}

func (d *lineReader) has() bool { return d.ahead > 0 }

func (d *lineReader) all() ([]byte, error) {
	if d.has() {
		d.ahead--
		return nil, nil
	}
	return io.ReadAll(d.r)
}

func (d *lineReader) into(v any) error {
	if v == nil {
		return errors.New("nowhere to put it")
	}
	_, err := io.ReadAll(d.r)
	return err
}

func (d *lineReader) buffered() int {
	if d.err != nil {
		return 0
	}
	return len(d.buf)
}

// Silent: a new reader reads.
func bufferedLine(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return newLineReader(resp.Body).line()
}

// Silent: so does this one, whatever says so.
func bufferedAll(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return newLineReader(resp.Body).all()
}

// Silent: and so does one of another package.
func bufferedTokens(u string) ([]string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return drainutil.Tokens(resp.Body), nil
}

// Silent: by its methods, as well.
func bufferedToken(u string) (string, error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return drainutil.NewTokenizer(resp.Body).Next()
}

func bufferedNowhere(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return newLineReader(resp.Body).into(v)
}

func bufferedNothing(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return newLineReader(resp.Body).buffered(), nil
}

func bufferedSome(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	d := newLineReader(resp.Body)
	if resp.StatusCode >= 400 {
		return "", errors.New(resp.Status)
	}
	return d.line()
}

type exchange struct {
	resp  *http.Response
	debug bool
}

// dump is told to read by who makes the exchange.
func (x *exchange) dump() {
	if x.debug {
		io.Copy(io.Discard, x.resp.Body)
	}
}

func dumped(u string, debug bool) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	x := exchange{resp, debug}
	x.dump()
	return nil
}
