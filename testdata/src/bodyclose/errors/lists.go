package errors

import (
	"errors"
	"net/http"
)

// Silent: there is an error in the list if the call has failed.
func listed(u string) error {
	resp, err := http.Get(u)
	errs := []error{}
	if err != nil {
		errs = append(errs, err)
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	return resp.Body.Close()
}

func listedOther(u string, other error) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 31`
	errs := []error{}
	if err != nil {
		errs = append(errs, err)
	}
	if other != nil {
		errs = append(errs, other)
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	return resp.Body.Close()
}
