// Package hidden puts bodies into types of another package whose fields it cannot set.
package hidden

import (
	"net/http"

	"bodyclose/hidden/box"
)

func constructed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return box.New(resp.Body).Close() // silent
}

func constructedOnly(u string) (string, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 23`
	if err != nil {
		return "", err
	}
	return box.New(resp.Body).Name(), nil
}

func wrapped(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return box.Wrap(box.New(resp.Body)).Close() // silent
}

func wrappedOnly(u string) (string, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 39`
	if err != nil {
		return "", err
	}
	return box.Wrap(box.New(resp.Body)).Name(), nil
}

func kept(k *box.Kept, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	k.Keep(resp.Body) // silent
	return k.Close()
}

func keptOnly(u string) (string, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 58`
	if err != nil {
		return "", err
	}
	var k box.Kept
	k.Keep(resp.Body)
	return k.Name(), nil
}

func beside(k *box.Kept, u string) (string, error) {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 66`
	if err != nil {
		return "", err
	}
	return resp.Status, k.Close()
}
