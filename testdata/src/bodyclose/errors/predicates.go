package errors

import (
	"context"
	"net"
	"net/http"
	"net/url"
)

// These are true for errors only.

func isEither(err error) bool { return err == context.Canceled || err == context.DeadlineExceeded }

func isTimeout(err error) bool {
	ne, ok := err.(net.Error)
	return ok && ne.Timeout()
}

func isTemporary(err error) bool {
	if ue, ok := err.(*url.Error); ok {
		return ue.Temporary()
	}
	return false
}

func isNested(err error) bool {
	switch e := err.(type) {
	case *url.Error:
		return isNested(e.Err)
	case net.Error:
		return e.Timeout()
	}
	return err == context.Canceled
}

// This may be true without one.
func isOdd(err error, odd bool) bool { return odd || err == context.Canceled }

// This is true without one.
func isFine(err error) bool {
	_, ok := err.(net.Error)
	return !ok
}

func leftOnEither(u string) error {
	resp, err := http.Get(u)
	if isEither(err) {
		return err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func leftOnTimeout(u string) error {
	resp, err := http.Get(u)
	if isTimeout(err) {
		return err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func leftOnTemporary(u string) error {
	resp, err := http.Get(u)
	if isTemporary(err) {
		return err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func againOnNested(u string) error {
	for i := 0; ; i++ {
		resp, err := http.Get(u)
		if isNested(err) && i < 3 {
			continue
		}
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
}

func leftOnOdd(u string, odd bool) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 94`
	if isOdd(err, odd) {
		return err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func leftOnFine(u string) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 105`
	if isFine(err) {
		return nil
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
