// Package anyresult is about bodies that come back as any.
package anyresult

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
)

func fetch(url string) (any, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func asserted(url string) ([]byte, error) {
	result, err := fetch(url) // want "response body result is not closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(result.(io.ReadCloser))
}

func silentAsserted(url string) ([]byte, error) {
	result, err := fetch(url)
	if err != nil {
		return nil, err
	}
	body := result.(io.ReadCloser)
	defer body.Close()
	return io.ReadAll(body)
}

func silentHandedOn(url string) (any, error) { return fetch(url) }

func silentOnlyIfCloser(url string) error {
	result, err := fetch(url)
	if err != nil {
		return err
	}
	if c, ok := result.(io.Closer); ok {
		return c.Close()
	}
	return nil
}

// decoded returns the body, or what is in it.
func decoded(url string, raw bool) (any, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if raw {
		return resp.Body, nil
	}
	defer resp.Body.Close()
	var v map[string]string
	err = json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

func silentDecoded(url string) (map[string]string, error) {
	v, err := decoded(url, false)
	if err != nil {
		return nil, err
	}
	return v.(map[string]string), nil
}

func silentTypeSwitch(url string, raw bool) error {
	v, err := decoded(url, raw)
	if err != nil {
		return err
	}
	switch v := v.(type) {
	case io.ReadCloser:
		return v.Close()
	case map[string]string:
		log.Println(v)
		return nil
	}
	return errors.New("what is it?")
}

func rawUnexpected(url string, raw bool) (map[string]string, error) {
	v, err := decoded(url, raw) // want "response body v is not closed when the function returns at line 96"
	if err != nil {
		return nil, err
	}
	m, ok := v.(map[string]string)
	if !ok {
		return nil, errors.New("not what was expected")
	}
	return m, nil
}

func rawRead(url string) ([]byte, error) {
	v, err := decoded(url, true) // want "response body v is not closed"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(v.(io.Reader))
}

type answer struct {
	status int
	result any
}

func ask(url string) (*answer, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &answer{resp.StatusCode, resp.Body}, nil
}

func inField(url string) ([]byte, error) {
	a, err := ask(url) // want "response body"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(a.result.(io.Reader))
}

func silentInField(url string) ([]byte, error) {
	a, err := ask(url)
	if err != nil {
		return nil, err
	}
	defer a.result.(io.Closer).Close()
	return io.ReadAll(a.result.(io.Reader))
}

func whole(url string) (any, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func silentWhole(url string) error {
	v, err := whole(url)
	if err != nil {
		return err
	}
	return v.(*http.Response).Body.Close()
}

func wholeLeaks(url string) error {
	v, err := whole(url) // want "response body"
	if err != nil {
		return err
	}
	log.Println(v.(*http.Response).Status)
	return nil
}
