package carriers

import (
	"io"
	"net/http"
)

// A download has the body, and the function that closes it, in fields of their own.
type download struct {
	body  io.Reader
	close func()
	resp  *http.Response
}

func fetch(req *http.Request) (*download, error) {
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	return &download{body: res.Body, close: func() { _ = res.Body.Close() }}, nil
}

// Silent: close closes it.
func save(w io.Writer, req *http.Request) error {
	d, err := fetch(req)
	if err != nil {
		return err
	}
	defer d.close()
	_, err = io.Copy(w, d.body)
	return err
}

func fetchWhole(req *http.Request) (*download, error) {
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	return &download{resp: res, close: func() { _ = res.Body.Close() }}, nil
}

// Silent: close closes it.
func length(req *http.Request) (int64, error) {
	d, err := fetchWhole(req)
	if err != nil {
		return 0, err
	}
	d.close()
	return d.resp.ContentLength, nil
}

func lengthOnly(req *http.Request) (int64, error) {
	d, err := fetchWhole(req) // want "response body of d is not closed"
	if err != nil {
		return 0, err
	}
	return d.resp.ContentLength, nil
}

// fetchLogged has a function beside the response that does not close it.
func fetchLogged(req *http.Request) (*download, error) {
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	return &download{resp: res, close: func() { println(res.Status) }}, nil
}

func logged(req *http.Request) error {
	d, err := fetchLogged(req) // want "response body of d is not closed"
	if err != nil {
		return err
	}
	d.close()
	return nil
}
