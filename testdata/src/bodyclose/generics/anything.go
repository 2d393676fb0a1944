package generics

import (
	"fmt"
	"net/http"
)

// Silent: what a function returns may be anything, and nothing says that it is a response.
func show[R any](fn func() (R, error)) string {
	res, err := func() (R, error) { return fn() }()
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(res)
}

func Expose[R any](fn func() (R, error)) func() {
	return func() { show(fn) }
}

func giveBack[R any](fn func() (R, error)) (R, error) { return fn() }

// Silent: no more is known of it behind another function.
func Ignore[R any](fn func() (R, error)) error {
	_, err := giveBack(fn)
	return err
}

func twice[R any](fn func() (R, error)) (R, error) {
	res, err := giveBack(fn)
	if err != nil {
		return giveBack(fn)
	}
	return res, nil
}

// Reported: whoever says that it is one has it to close.
func ShowStatus(url string) int {
	resp, err := twice(func() (*http.Response, error) { return http.Get(url) }) // want `response body of resp is not closed`
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
