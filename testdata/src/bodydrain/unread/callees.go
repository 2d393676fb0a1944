package unread

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"bodydrain/drainutil"
)

func asked(u string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	req.Close = true
	return http.DefaultClient.Do(req)
}

func askedSometimes(u string, once bool) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	if once {
		req.Header.Set("Connection", "close")
		return http.DefaultClient.Do(req)
	}
	return http.Get(u)
}

// Silent: the callee asks for a connection that is not kept.
func single(u string) (int, error) {
	resp, err := asked(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// Silent: so does one in another package, by a header field.
func singleElsewhere(u string) (int, error) {
	resp, err := drainutil.Once(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func keptSometimes(u string) (int, error) {
	resp, err := askedSometimes(u, len(u) > 20) // want `response body of resp is closed unread at line 59`
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

type until struct {
	io.ReadCloser
	stop func() bool
}

// untilDone hands the body on, and closes it when the context ends.
func untilDone(ctx context.Context, rc io.ReadCloser) io.ReadCloser {
	u := &until{ReadCloser: rc}
	u.stop = context.AfterFunc(ctx, func() { _ = rc.Close() })
	return u
}

// Silent: whoever gets the body reads it, until the context ends.
func stream(ctx context.Context, u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 300 {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return untilDone(ctx, resp.Body), nil
}

// Silent: the same by a timer.
func limited(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	time.AfterFunc(time.Minute, func() { resp.Body.Close() })
	return resp.Body, nil
}

func closesAtOnce(rc io.ReadCloser) func() {
	func() { rc.Close() }()
	return func() {}
}

func notLater(u string) error {
	resp, err := http.Get(u) // want `response body of resp is closed unread at line 109`
	if err != nil {
		return err
	}
	closesAtOnce(resp.Body)
	return nil
}
