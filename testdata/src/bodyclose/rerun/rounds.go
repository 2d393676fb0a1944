package rerun

import (
	"context"
	"net/http"
	"time"

	"bodyclose/rerun/again"
)

func eventually(u string) (resp *http.Response, err error) {
	again.Eventually(func() bool {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		return err == nil && resp.StatusCode == http.StatusOK
	}, time.Second)
	return
}

func eventuallyAnswered(u string) (resp *http.Response, err error) {
	again.Eventually(func() bool {
		resp, err = http.Get(u)
		return err == nil
	}, time.Second)
	return
}

func eventuallyClosed(u string) (resp *http.Response, err error) {
	again.Eventually(func() bool {
		resp, err = http.Get(u)
		if err != nil {
			return false
		}
		if resp.StatusCode != http.StatusOK {
			resp.Body.Close()
			return false
		}
		return true
	}, time.Second)
	return
}

func inGoroutines(f func() bool) {
	ch := make(chan bool)
	for range 10 {
		go func() { ch <- f() }()
		if <-ch {
			return
		}
	}
}

func first(u string) (resp *http.Response, err error) {
	inGoroutines(func() bool {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		return err == nil && resp.StatusCode == http.StatusOK
	})
	return
}

func onceInGoroutine(f func() bool) bool {
	ch := make(chan bool)
	go func() { ch <- f() }()
	select {
	case ok := <-ch:
		return ok
	case <-time.After(time.Second):
		return false
	}
}

func onlyOnce(u string) (resp *http.Response, err error) {
	onceInGoroutine(func() bool {
		resp, err = http.Get(u)
		return err == nil && resp.StatusCode == http.StatusOK
	})
	return
}

func checkAgain(ctx context.Context, u string) (resp *http.Response, err error) {
	err = again.PollCheck(ctx, time.Second, func() (bool, error) {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		if err != nil {
			return false, err
		}
		return resp.StatusCode == http.StatusOK, nil
	})
	return
}

func checkOnce(ctx context.Context, u string) (resp *http.Response, err error) {
	err = again.PollCheck(ctx, time.Second, func() (bool, error) {
		resp, err = http.Get(u)
		return true, err
	})
	return
}

func guardedAgain(ctx context.Context, u string) (resp *http.Response, err error) {
	err = again.PollGuarded(ctx, time.Second, func(context.Context) (bool, error) {
		resp, err = http.Get(u) // want `response body of resp is not closed when the function literal is called again`
		if err != nil {
			return false, nil
		}
		return resp.StatusCode == http.StatusOK, nil
	})
	return
}

func guardedOnce(ctx context.Context, u string) (resp *http.Response, err error) {
	err = again.PollGuarded(ctx, time.Second, func(context.Context) (bool, error) {
		resp, err = http.Get(u)
		if err != nil {
			return false, nil
		}
		return true, nil
	})
	return
}
