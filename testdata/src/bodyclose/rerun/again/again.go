// Package again calls functions again and again.
package again

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Client is there for net/http.
var Client = &http.Client{Timeout: time.Second}

// A Condition says whether to stop.
type Condition func(context.Context) (done bool, err error)

// Poll calls the condition until it is done, or fails.
func Poll(ctx context.Context, every time.Duration, is Condition) error {
	return poll(ctx, time.NewTicker(every), is)
}

func poll(ctx context.Context, ticks *time.Ticker, is Condition) error {
	defer ticks.Stop()
	for {
		if ok, err := guarded(ctx, is); err != nil || ok {
			return err
		}
		select {
		case <-ticks.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func guarded(ctx context.Context, is Condition) (bool, error) {
	defer func() { recover() }()
	return is(ctx)
}

// Once calls f.
func Once(f func() error) error {
	if err := f(); err != nil {
		return errors.Join(errors.New("once"), err)
	}
	return nil
}

// All calls f for each name as long as it does not fail.
func All(names []string, f func(name string) error) error {
	for _, name := range names {
		if err := f(name); err != nil {
			return err
		}
	}
	return nil
}

// Eventually calls the condition in a goroutine of its own until it holds.
func Eventually(holds func() bool, every time.Duration) bool {
	ch := make(chan bool, 1)
	check := func() { ch <- holds() }
	timeout := time.After(time.Minute)
	ticks := time.Tick(every)
	tick := ticks
	go check()
	for {
		select {
		case <-timeout:
			return false
		case <-tick:
			tick = nil
			go check()
		case ok := <-ch:
			if ok {
				return true
			}
			tick = ticks
		}
	}
}

// A Check says whether to stop.
type Check func() (done bool, err error)

// WithContext makes a condition of the check.
func (c Check) WithContext() Condition {
	return func(context.Context) (bool, error) {
		return c()
	}
}

// PollCheck calls the check until it is done, or fails.
func PollCheck(ctx context.Context, every time.Duration, is Check) error {
	return poll(ctx, time.NewTicker(every), is.WithContext())
}

// PollGuarded calls the condition until it is done, or fails, and outlives its panics.
func PollGuarded(ctx context.Context, every time.Duration, is Condition) error {
	for range time.Tick(every) {
		if ok, err := func() (bool, error) {
			defer func() { recover() }()
			return is(ctx)
		}(); err != nil || ok {
			return err
		}
	}
	return nil
}
