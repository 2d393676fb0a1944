package closures

import (
	"errors"
	"io"
	"net/http"
)

type check func(*http.Response) error

func apply(resp *http.Response, c check) error {
	if c == nil {
		return nil
	}
	return c(resp)
}

func applyTwice(resp *http.Response, depth int, c check) error {
	if depth > 0 {
		return applyTwice(resp, depth-1, c)
	}
	return c(resp)
}

func withBody(resp *http.Response, use func(io.ReadCloser) error) error { return use(resp.Body) }

func expectOK(resp *http.Response) error {
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}

func closeUnlessOK(resp *http.Response) error {
	if resp.StatusCode != 200 {
		resp.Body.Close()
		return errors.New(resp.Status)
	}
	return nil
}

func expecting(code int) check {
	return func(resp *http.Response) error {
		if resp.StatusCode != code {
			return errors.New(resp.Status)
		}
		return nil
	}
}

func closingUnless(code int) check {
	return func(resp *http.Response) error {
		if resp.StatusCode != code {
			resp.Body.Close()
			return errors.New(resp.Status)
		}
		return nil
	}
}

func checkedOpen(u string) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 67`
	if err != nil {
		return err
	}
	if err := apply(resp, expectOK); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: the check closes where it finds an error.
func checkedClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if err := apply(resp, closeUnlessOK); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: whose check it is, is not known.
func checkedBySome(u string, c check) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if err := apply(resp, c); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: through a recursion as well.
func checkedTwice(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if err := applyTwice(resp, 3, closeUnlessOK); err != nil {
		return err
	}
	return resp.Body.Close()
}

func madeOpen(u string) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 115`
	if err != nil {
		return err
	}
	check := expecting(200)
	if err := check(resp); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: what the function makes closes where it finds an error.
func madeClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	check := closingUnless(200)
	if err := check(resp); err != nil {
		return err
	}
	return resp.Body.Close()
}

func bodyRead(u string) error {
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 138`
	if err != nil {
		return err
	}
	return withBody(resp, func(r io.ReadCloser) error {
		_, err := io.Copy(io.Discard, r)
		return err
	})
}

// Silent: the literal closes it.
func bodyClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return withBody(resp, func(r io.ReadCloser) error {
		defer r.Close()
		_, err := io.Copy(io.Discard, r)
		return err
	})
}
