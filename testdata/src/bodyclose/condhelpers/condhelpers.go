// Package condhelpers has helpers that close under a condition their caller can tell.
package condhelpers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// checkAndCloseOnError closes only when it returns an error.
func checkAndCloseOnError(resp *http.Response) error {
	if resp.StatusCode >= 200 && resp.StatusCode < 300 {
		return nil
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(io.LimitReader(resp.Body, 1024))
	if err != nil {
		return err
	}
	return fmt.Errorf("status %s: %s", resp.Status, b)
}

// decodeAndCloseOnSuccess closes only when it returns nil.
func decodeAndCloseOnSuccess(resp *http.Response, v any) error {
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	if err := json.NewDecoder(resp.Body).Decode(v); err != nil {
		return err
	}
	resp.Body.Close()
	return nil
}

// checkOnly reads the error text and closes nothing.
func checkOnly(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	b, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("status %d: %s", resp.StatusCode, b)
}

// checkStatus looks at the status alone.
func checkStatus(resp *http.Response, want ...int) error {
	for _, w := range want {
		if resp.StatusCode == w {
			return nil
		}
	}
	return fmt.Errorf("unexpected status %s", resp.Status)
}

// closeOnFailure closes when it returns false.
func closeOnFailure(resp *http.Response) bool {
	if resp.StatusCode == http.StatusOK {
		return true
	}
	resp.Body.Close()
	return false
}

// closeWhenDone closes when it returns true.
func closeWhenDone(resp *http.Response) bool {
	if resp.Header.Get("X-More") != "" {
		return false
	}
	resp.Body.Close()
	return true
}

// finish closes when closeBody is true.
func finish(resp *http.Response, closeBody bool) {
	if closeBody {
		resp.Body.Close()
	}
}

// keep closes when keepOpen is false.
func keep(body io.ReadCloser, keepOpen bool) {
	if !keepOpen {
		body.Close()
	}
}

// Closes on error only, used rightly.

func checkedAndDeferred(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if err := checkAndCloseOnError(resp); err != nil {
		return nil, err // silent: the checker closed it
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func checkedSameErr(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	err = checkAndCloseOnError(resp)
	if err != nil {
		return nil, err // silent: the checker closed it
	}
	b, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	return b, err
}

func checkedAndReturned(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	if err := checkAndCloseOnError(resp); err != nil {
		return nil, err // silent: the checker closed it
	}
	return resp, nil
}

func checkedInElse(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if err = checkAndCloseOnError(resp); err == nil {
		resp.Body.Close() // silent: closed here on success, in the checker on error
	}
	return err
}

func deferredAndChecked(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // silent: closed in any case
	return checkAndCloseOnError(resp)
}

// Closes on error only, used wrongly.

func checkedAndForgotten(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return checkAndCloseOnError(resp)
}

func checkedAndSuccessForgotten(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 165"
	if err != nil {
		return "", err
	}
	if err := checkAndCloseOnError(resp); err != nil {
		return "", err
	}
	return resp.Header.Get("ETag"), nil
}

func checkResultIgnored(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	_ = checkAndCloseOnError(resp)
	return nil
}

func checkedAndClosedOnTheWrongSide(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 186"
	if err != nil {
		return err
	}
	if err := checkAndCloseOnError(resp); err != nil {
		resp.Body.Close()
		return err
	}
	return nil
}

func checkedAndDecodeErrorForgotten(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 198"
	if err != nil {
		return err
	}
	if err := checkAndCloseOnError(resp); err != nil {
		return err
	}
	if err := json.NewDecoder(resp.Body).Decode(v); err != nil {
		return err
	}
	return resp.Body.Close()
}

// Closes on success only.

func successClosesErrorClosedByCaller(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if err := decodeAndCloseOnSuccess(resp, v); err != nil {
		resp.Body.Close() // silent: closed here on error, in the helper on success
		return err
	}
	return nil
}

func successClosesErrorForgotten(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if err := decodeAndCloseOnSuccess(resp, v); err != nil {
		return fmt.Errorf("decoding: %w", err)
	}
	return nil
}

func successClosesReturnedDirectly(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return decodeAndCloseOnSuccess(resp, v)
}

func successClosesFatalOnError(u string, v any) {
	resp, err := http.Get(u)
	if err != nil {
		panic(err)
	}
	if err := decodeAndCloseOnSuccess(resp, v); err != nil {
		panic(err) // silent: the path with the open body ends in a panic
	}
}

// Checkers that only read.

func checkOnlyAndDeferAfter(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 254"
	if err != nil {
		return nil, err
	}
	if err := checkOnly(resp); err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func checkOnlyAndDeferBefore(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close() // silent: deferred before the check
	if err := checkOnly(resp); err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func checkOnlyIsNoCloser(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return checkOnly(resp)
}

func statusCheckerIsNoCloser(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 285"
	if err != nil {
		return err
	}
	return checkStatus(resp, http.StatusOK, http.StatusCreated)
}

func statusCheckerClosedOnError(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if err := checkStatus(resp, http.StatusOK); err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp.Body, nil // silent: the caller gets the body
}

func statusCheckerDroppedOnError(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 306"
	if err != nil {
		return nil, err
	}
	if err := checkStatus(resp, http.StatusOK); err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Closes when it returns false or true.

func falseMeansClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if !closeOnFailure(resp) {
		return errors.New("bad status") // silent: false says that it is closed
	}
	return resp.Body.Close()
}

func falseMeansClosedTakenWrongly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if closeOnFailure(resp) {
		return nil
	}
	return errors.New("bad status")
}

func trueMeansClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if done := closeWhenDone(resp); !done {
		resp.Body.Close() // silent: closed here when the helper has not
	}
	return nil
}

func trueMeansClosedTakenWrongly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if done := closeWhenDone(resp); done {
		resp.Body.Close()
	}
	return nil
}

func boolResultIgnored(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 363"
	if err != nil {
		return err
	}
	closeWhenDone(resp)
	return nil
}

func boolResultInACondition(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if closeWhenDone(resp) {
		return nil, nil // silent: closed
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Closes when a parameter says so.

func constantTrueCloses(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish(resp, true) // silent: told to close
	return nil
}

func constantFalseLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	finish(resp, false)
	return nil
}

func constantFalseThenClose(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	finish(resp, false)
	finish(resp, true) // silent: closed the second time
	return nil
}

func keptOpenLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 414"
	if err != nil {
		return err
	}
	keep(resp.Body, true)
	return nil
}

func notKeptOpen(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	keep(resp.Body, false) // silent: told to close
	return nil
}

func unknownFlagLeaks(u string, closeBody bool) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	finish(resp, closeBody)
	return nil
}

func unknownFlagTestedToo(u string, closeBody bool) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	finish(resp, closeBody)
	if closeBody {
		return nil, nil // silent: closed by the helper
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// A checker that gets the error too.

// checkResult closes when it returns an error, and has none to close when err is not nil.
func checkResult(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
		return errors.New(resp.Status)
	}
	return nil
}

func checkResultFirst(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err := checkResult(resp, err); err != nil {
		return nil, err // silent: no response, or one that the checker closed
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func checkResultAndForgotten(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 476"
	if err := checkResult(resp, err); err != nil {
		return "", err
	}
	return resp.Status, nil
}

// A checker below a checker.

func (c *api) check(resp *http.Response) error {
	if err := checkAndCloseOnError(resp); err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	return nil
}

type api struct {
	name string
	http *http.Client
}

func (c *api) checkedTwoLevelsDown(req *http.Request) (io.ReadCloser, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if err := c.check(resp); err != nil {
		return nil, err // silent: closed two levels down
	}
	return resp.Body, nil
}

func (c *api) checkedTwoLevelsDownAndForgotten(req *http.Request) error {
	resp, err := c.http.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if err := c.check(resp); err != nil {
		return err
	}
	return nil
}

// A helper that hands back what it did not close.

// orNil closes a bad response and returns nil for it.
func orNil(resp *http.Response) *http.Response {
	if resp.StatusCode >= 400 {
		resp.Body.Close()
		return nil
	}
	return resp
}

func keptOrNil(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if good := orNil(resp); good != nil {
		return good.Body.Close() // silent: nil says that it is closed
	}
	return errors.New("bad status")
}

// Retry loops over a checker.

func retriedWithCloser(c *http.Client, req *http.Request) (*http.Response, error) {
	var last error
	for range 3 {
		resp, err := c.Do(req)
		if err != nil {
			last = err
			continue
		}
		if last = checkAndCloseOnError(resp); last != nil {
			continue // silent: the checker closed it
		}
		return resp, nil
	}
	return nil, last
}

func retriedWithReader(c *http.Client, req *http.Request) (*http.Response, error) {
	var last error
	for range 3 {
		resp, err := c.Do(req) // want "response body of resp is not closed"
		if err != nil {
			last = err
			continue
		}
		if last = checkOnly(resp); last != nil {
			continue
		}
		return resp, nil
	}
	return nil, last
}
