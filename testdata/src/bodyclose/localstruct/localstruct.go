// Package localstruct holds responses and bodies that are put in a struct which
// never leaves the function: what nobody outside can close is lost here.
package localstruct

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

var errStatus = errors.New("bad status")

type page struct {
	resp *http.Response
	body io.ReadCloser
	size int64
}

// progress counts what is read; it has no Close.
type progress struct {
	r io.Reader
	n int64
}

// Read counts.
func (p *progress) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	p.n += int64(n)
	return n, err
}

// deaf has a Close that does nothing.
type deaf struct{ io.Reader }

// Close does nothing.
func (deaf) Close() error { return nil }

func fieldNeverClosed(u string) (err error) {
	var p page
	p.resp, err = http.Get(u) // want "response body of p.resp is not closed"
	if err != nil {
		return err
	}
	fmt.Println(p.resp.Status)
	return nil
}

// Silent: closed through the field.
func fieldClosed(u string) (err error) {
	var p page
	p.resp, err = http.Get(u)
	if err != nil {
		return err
	}
	defer p.resp.Body.Close()
	p.size, err = io.Copy(os.Stdout, p.resp.Body)
	return err
}

func fieldEarlyReturn(u string) (err error) {
	var p page
	p.resp, err = http.Get(u) // want "response body of p.resp is not closed when the function returns at line 70"
	if err != nil {
		return err
	}
	if p.resp.StatusCode != http.StatusOK {
		return errStatus
	}
	return p.resp.Body.Close()
}

func namelessStructFieldEarlyReturn(u string) (err error) {
	var got struct {
		resp *http.Response
		err  error
	}
	got.resp, got.err = http.Get(u) // want "response body of got.resp is not closed when the function returns at line 85"
	if got.err != nil {
		return got.err
	}
	if got.resp.StatusCode != http.StatusOK {
		return errStatus
	}
	return got.resp.Body.Close()
}

func fieldOverwritten(a, b string) (err error) {
	var p page
	p.resp, err = http.Get(a) // want "response body of p.resp is not closed when it is overwritten at line 96"
	if err != nil {
		return err
	}
	p.resp, err = http.Get(b)
	if err != nil {
		return err
	}
	return p.resp.Body.Close()
}

// Silent: closed before it is overwritten.
func fieldOverwrittenClosed(a, b string) (err error) {
	var p page
	p.resp, err = http.Get(a)
	if err != nil {
		return err
	}
	p.resp.Body.Close()
	p.resp, err = http.Get(b)
	if err != nil {
		return err
	}
	return p.resp.Body.Close()
}

func literalDropped(u string) (int64, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	p := page{resp: resp, size: resp.ContentLength}
	log.Println(p.resp.Status)
	return p.size, nil
}

// Silent: closed through the literal's field.
func literalClosed(u string) (int64, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	p := page{resp: resp, body: resp.Body}
	defer p.body.Close()
	return io.Copy(os.Stdout, p.body)
}

func pointerDropped(u string) (int64, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	p := &page{body: resp.Body}
	p.size, err = io.Copy(os.Stdout, p.body)
	return p.size, err
}

// Silent: the struct is returned, so the caller has the body.
func pointerReturned(u string) (*page, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	p := &page{body: resp.Body}
	p.size = resp.ContentLength
	return p, nil
}

func progressReader(u string, f *os.File) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	pr := &progress{r: resp.Body}
	_, err = io.Copy(f, pr)
	log.Println(pr.n)
	return err
}

// Silent: read through the progress reader, closed below.
func progressReaderClosed(u string, f *os.File) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	pr := &progress{r: resp.Body}
	_, err = io.Copy(f, pr)
	return err
}

func deafWrapperClosed(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	rc := deaf{resp.Body}
	defer rc.Close()
	_, err = io.Copy(os.Stdout, rc)
	return err
}

func fieldInLoop(urls []string) (total int64) {
	for _, u := range urls {
		var p page
		var err error
		if p.resp, err = http.Get(u); err != nil { // want "response body of p.resp is not closed"
			continue
		}
		total += p.resp.ContentLength
	}
	return total
}

// Silent: closed through the field in each turn.
func fieldInLoopClosed(urls []string) (total int64) {
	for _, u := range urls {
		var p page
		var err error
		if p.resp, err = http.Get(u); err != nil {
			continue
		}
		total += p.resp.ContentLength
		p.resp.Body.Close()
	}
	return total
}

// Silent: a copy of the struct closes the same body.
func copyOfTheStructCloses(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	p := page{resp: resp}
	q := p
	return q.resp.Body.Close()
}

func shallowCopyDropped(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	cp := *resp
	cp.Header = resp.Header.Clone()
	return cp.StatusCode, nil
}

// Silent: the shallow copy has the same body, and closes it.
func shallowCopyCloses(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	cp := *resp
	defer cp.Body.Close()
	return cp.StatusCode, nil
}
