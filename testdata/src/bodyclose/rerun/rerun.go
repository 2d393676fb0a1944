// Package rerun has function literals that are called again and put each response into the same variable: those before the last
// are lost.
package rerun

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"

	"bodyclose/rerun/again"
)

var errBusy = errors.New("busy")

type permanent struct{ error }

func retry(f func() error) (err error) {
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func named(u string) (resp *http.Response, err error) {
	err = retry(func() error {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again, at line 33`
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errBusy
		}
		return nil
	})
	return
}

func closesLast(u string) error {
	var resp *http.Response
	err := retry(func() error {
		var err error
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again, at line 49`
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return fmt.Errorf("status %d", resp.StatusCode)
		}
		return nil
	})
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func status(resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return errBusy
	}
	return nil
}

func checked(u string) (resp *http.Response, err error) {
	err = retry(func() error {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		if err != nil {
			return err
		}
		return status(resp)
	})
	return
}

func closed(u string) (resp *http.Response, err error) {
	err = retry(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			resp.Body.Close()
			return errBusy
		}
		return nil
	})
	return
}

func closedNextTime(u string) (resp *http.Response, err error) {
	err = retry(func() error {
		if resp != nil {
			resp.Body.Close()
		}
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errBusy
		}
		return nil
	})
	return
}

func listed(u string) (all []*http.Response, err error) {
	var resp *http.Response
	err = retry(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		all = append(all, resp)
		if resp.StatusCode != http.StatusOK {
			return errBusy
		}
		return nil
	})
	return
}

func done(ctx context.Context, u string) (resp *http.Response, err error) {
	err = again.Poll(ctx, time.Second, func(context.Context) (bool, error) {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		if err != nil {
			return false, nil
		}
		return resp.StatusCode == http.StatusOK, nil
	})
	return
}

func failsAtOnce(ctx context.Context, u string) (resp *http.Response, err error) {
	err = again.Poll(ctx, time.Second, func(context.Context) (bool, error) {
		resp, err = http.Get(u)
		if err != nil {
			return false, nil
		}
		if resp.StatusCode != http.StatusOK {
			return false, errBusy
		}
		return true, nil
	})
	return
}

func once(u string) (resp *http.Response, err error) {
	err = again.Once(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errBusy
		}
		return nil
	})
	return
}

func last(names []string) (resp *http.Response, err error) {
	err = again.All(names, func(name string) error {
		resp, err = http.Get("http://" + name) // want `response body of resp is not closed when the function literal is called again`
		return err
	})
	return
}

func untilFound(names []string) (resp *http.Response, err error) {
	err = again.All(names, func(name string) error {
		resp, err = http.Get("http://" + name)
		if err != nil {
			return err
		}
		if resp.StatusCode == http.StatusOK {
			return errors.New("found")
		}
		return resp.Body.Close()
	})
	return
}

func unlessPermanent(f func() error) error {
	for {
		err := f()
		if err == nil {
			return nil
		}
		var p *permanent
		if errors.As(err, &p) {
			return p.error
		}
	}
}

func passes(u string) (resp *http.Response, err error) {
	err = unlessPermanent(func() error {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return fmt.Errorf("status %s", resp.Status)
		}
		return nil
	})
	return
}

func stays(u string) (resp *http.Response, err error) {
	err = unlessPermanent(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return &permanent{errBusy}
		}
		return nil
	})
	return
}

func wraps(u string) (resp *http.Response, err error) {
	err = unlessPermanent(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if err := inspect(resp); err != nil {
			return fmt.Errorf("inspect: %w", err)
		}
		return nil
	})
	return
}

func inspect(resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return &permanent{errBusy}
	}
	return nil
}

func ifTemporary(f func() error, temporary func(error) bool) error {
	for {
		if err := f(); err == nil || !temporary(err) {
			return err
		}
	}
}

func decided(u string) (resp *http.Response, err error) {
	err = ifTemporary(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errBusy
		}
		return nil
	}, func(err error) bool { return err != errBusy })
	return
}

func twiceIfBusy(f func() error) error {
	err := f()
	if err != errBusy {
		return err
	}
	return f()
}

func busy(u string) (resp *http.Response, err error) {
	err = twiceIfBusy(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			return errors.New("failed")
		}
		return nil
	})
	return
}

func backedOff(u string, b backoff.BackOff) (resp *http.Response, err error) {
	err = backoff.Retry(func() error {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			return errors.New(resp.Status)
		}
		return nil
	}, b)
	return
}

func backedOffButForPermanent(u string, b backoff.BackOff) (resp *http.Response, err error) {
	err = backoff.Retry(func() error {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			return backoff.Permanent(errors.New(resp.Status))
		}
		return nil
	}, b)
	return
}

type client struct{ tries int }

func (c *client) do(f func() error) (err error) {
	for i := 0; i < c.tries; i++ {
		err = f()
		if err == nil {
			break
		}
	}
	return err
}

func (c *client) get(u string) (*http.Response, error) {
	var resp *http.Response
	err := c.do(func() (err error) {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		if err != nil {
			return err
		}
		if resp.StatusCode == http.StatusTooManyRequests {
			return errBusy
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func (c *client) always(f func()) {
	for range c.tries {
		f()
	}
}

func (c *client) each(u string) (resp *http.Response, err error) {
	c.always(func() {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
	})
	return
}
