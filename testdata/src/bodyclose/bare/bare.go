// Package bare is about functions that hand out a body without its response.
package bare

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"

	"bodyclose/bare/fetch"
)

// open returns an open body.
func open(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

// reader returns it as what nobody can close.
func reader(url string) (io.Reader, error) {
	return open(url)
}

func neverCloses(url string, v any) error {
	body, err := open(url) // want `^response body body is not closed when the function returns at line 39$`
	if err != nil {
		return err
	}
	return json.NewDecoder(body).Decode(v)
}

func closes(url string, v any) error {
	body, err := open(url)
	if err != nil {
		return err
	}
	defer body.Close()
	return json.NewDecoder(body).Decode(v)
}

func closesLate(url string) ([]byte, error) {
	body, err := open(url) // want `^response body body is not closed when the function returns at line 58$`
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	return data, body.Close()
}

func cannotClose(url string, v any) error {
	r, err := reader(url) // want `^response body r is not closed when the function returns at line 68$`
	if err != nil {
		return err
	}
	return json.NewDecoder(r).Decode(v)
}

func closesAsserted(url string, v any) error {
	r, err := reader(url)
	if err != nil {
		return err
	}
	if c, ok := r.(io.Closer); ok {
		defer c.Close()
	}
	return json.NewDecoder(r).Decode(v)
}

func discards(url string) error {
	_, err := open(url) // want `^response body of open is not closed: it is discarded$`
	return err
}

func passes(url string) (io.ReadCloser, error) {
	return open(url)
}

func behindAnother(url string) error {
	rc, err := passes(url) // want `^response body rc is not closed when the function returns at line 97$`
	if err != nil {
		return err
	}
	_, err = io.Copy(os.Stdout, rc)
	return err
}

func overwrites(urls [2]string) error {
	body, err := open(urls[0]) // want `^response body body is not closed when it is overwritten at line 105$`
	if err != nil {
		return err
	}
	body, err = open(urls[1])
	if err != nil {
		return err
	}
	return body.Close()
}

func loops(urls []string) error {
	for _, url := range urls {
		body, err := open(url) // want `^response body body is not closed when the loop goes round at line 114$`
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			return body.Close()
		}
	}
	return nil
}

// unzips returns what closes the body as well as the gzip reader.
func unzips(url string) (io.ReadCloser, error) {
	body, err := open(url)
	if err != nil {
		return nil, err
	}
	zr, err := gzip.NewReader(body)
	if err != nil {
		body.Close()
		return nil, err
	}
	return zipped{zr, body}, nil
}

type zipped struct {
	*gzip.Reader
	body io.Closer
}

func (z zipped) Close() error { return errors.Join(z.Reader.Close(), z.body.Close()) }

func unzipped(url string) ([]byte, error) {
	zr, err := unzips(url) // want `^response body zr is not closed when the function returns at line 151$`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr)
}

func unzippedClosed(url string) ([]byte, error) {
	zr, err := unzips(url)
	if err != nil {
		return nil, err
	}
	defer zr.Close()
	return io.ReadAll(zr)
}

// lines wraps the body of another package in a reader that does not close it.
func lines(url string) (int, error) {
	body, err := fetch.Open(url) // want `^response body body is not closed when the function returns at line 172$`
	if err != nil {
		return 0, err
	}
	n := 0
	for sc := bufio.NewScanner(body); sc.Scan(); n++ {
	}
	return n, nil
}

func loaded(url string) ([]byte, error) {
	body, err := fetch.Load(url)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

// behindInterface cannot know whether what it gets is the body of a response.
func behindInterface(s fetch.Source, url string) ([]byte, error) {
	body, err := s.Open(url)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(body)
}

type page struct{ body io.ReadCloser }

func keeps(p *page, url string) (err error) {
	p.body, err = open(url)
	return err
}

func uploads(from, to string) error {
	body, err := open(from)
	if err != nil {
		return err
	}
	resp, err := http.Post(to, "text/plain", body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// fileOr opens a file where there is one.
func fileOr(name, url string) (io.ReadCloser, error) {
	if f, err := os.Open(name); err == nil {
		return f, nil
	}
	return open(url)
}

func either(name, url string) ([]byte, error) {
	rc, err := fileOr(name, url) // want `^response body rc is not closed when the function returns at line 224$`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(rc)
}
