package errors

import (
	"fmt"
	"io"
	"net/http"
)

// silentMadeOfBody returns an error that tells of the body's type, with which a deferred literal closes it.
func silentMadeOfBody(u string) (w io.ReadWriteCloser, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	body := resp.Body
	defer func() {
		if err != nil {
			body.Close()
		}
	}()
	w, ok := body.(io.ReadWriteCloser)
	if !ok {
		return nil, fmt.Errorf("not to be written to: %T", body)
	}
	return w, nil
}

// reportedMadeOfBody has no error where the body is forgotten.
func reportedMadeOfBody(u string) (text string, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line"
	if err != nil {
		return "", err
	}
	body := resp.Body
	defer func() {
		if err != nil {
			body.Close()
		}
	}()
	return fmt.Sprintf("%T", body), nil
}
