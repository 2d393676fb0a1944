// Package closures holds function literals: called, deferred, run by go, passed
// on and kept, with the response captured or assigned inside.
package closures

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

var errStatus = errors.New("bad status")

// run calls what it is given.
func run(f func()) { f() }

// retry calls f until it has no error.
func retry(f func() error) (err error) {
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

// Silent: the literal closes and is called on the spot.
func calledLiteral(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	func() {
		defer resp.Body.Close()
		_, _ = io.Copy(os.Stdout, resp.Body)
	}()
}

func calledLiteralReadsOnly(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 53"
	if err != nil {
		return
	}
	func() {
		_, _ = io.Copy(os.Stdout, resp.Body)
	}()
}

// Silent: the literal is deferred.
func deferredLiteral(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}()
	return json.NewDecoder(resp.Body).Decode(new(any))
}

func deferredLiteralReadsOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 76"
	if err != nil {
		return err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body)
	}()
	return json.NewDecoder(resp.Body).Decode(new(any))
}

// Silent: the literal takes the response as its argument.
func deferredLiteralWithArgument(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func(body io.Closer) {
		_ = body.Close()
	}(resp.Body)
	return nil
}

func deferredLiteralWithUnusedArgument(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	defer func(r *http.Response) {
		log.Println(r.Status)
	}(resp)
	return nil
}

func deferredTooLate(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 108"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	defer func() { resp.Body.Close() }()
	return nil
}

// Silent: the goroutine closes.
func goLiteral(u string, out io.Writer) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go func() {
		defer resp.Body.Close()
		_, _ = io.Copy(out, resp.Body)
	}()
	return nil
}

// Silent: the goroutine has the body as its argument.
func goLiteralWithArgument(u string, out io.Writer) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	go func(rc io.ReadCloser) {
		_, _ = io.Copy(out, rc)
		rc.Close()
	}(resp.Body)
	return nil
}

func goLiteralReadsOnly(u string, out io.Writer) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	go func() {
		_, _ = io.Copy(out, resp.Body)
	}()
	return nil
}

func insideGoLiteral(u string, statuses chan<- string) {
	go func() {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 158"
		if err != nil {
			return
		}
		statuses <- resp.Status
	}()
}

// Silent: each goroutine closes its own.
func insideGoLiteralClosed(urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.Get(u)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			_, _ = io.Copy(io.Discard, resp.Body)
		}()
	}
	wg.Wait()
}

func insideGoLiteralReturnsEarly(urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() {
			resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 188"
			if err != nil {
				return
			}
			if resp.StatusCode != http.StatusOK {
				return
			}
			resp.Body.Close()
		})
	}
	wg.Wait()
}

// Silent: passed on to a function that calls it.
func passedOn(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	run(func() { resp.Body.Close() })
	return nil
}

func passedOnReadsOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return retry(func() error {
		return json.NewDecoder(resp.Body).Decode(new(any))
	})
}

// Silent: passed on to a function of another package that calls it later.
func passedOnToAfterFunc(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	time.AfterFunc(time.Minute, func() { resp.Body.Close() })
	return nil
}

// Silent: a once's function closes.
func passedOnToOnce(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	var once sync.Once
	shut := func() { once.Do(func() { resp.Body.Close() }) }
	defer shut()
	return nil
}

// Silent: the literal is in a variable, and that is deferred.
func variableDeferred(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	cleanup := func() { resp.Body.Close() }
	defer cleanup()
	return nil
}

// Silent: the literal in the variable is called on both ways out.
func variableCalled(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	cleanup := func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	if resp.StatusCode != http.StatusOK {
		cleanup()
		return errStatus
	}
	cleanup()
	return nil
}

func variableCalledOnOneWay(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 274"
	if err != nil {
		return err
	}
	cleanup := func() { resp.Body.Close() }
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	cleanup()
	return nil
}

func variableNeverCalled(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	cleanup := func() { resp.Body.Close() }
	_ = cleanup
	return nil
}

// Silent: the closing literal is handed to the caller.
func variableReturned(u string) (string, func(), error) {
	resp, err := http.Get(u)
	if err != nil {
		return "", nil, err
	}
	return resp.Status, func() { resp.Body.Close() }, nil
}

func returnedLiteralKeepsTheStatus(u string) (func() string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	status := resp.Status
	return func() string { return status }, nil
}

// Silent: kept by the literal that is returned, which hands out the body.
func returnedLiteralKeeps(u string) (func() io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return func() io.ReadCloser { return resp.Body }, nil
}

// Silent: the method value is deferred.
func methodValueDeferred(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	shut := resp.Body.Close
	defer shut()
	return nil
}

// Silent: the method value is called.
func methodValueCalled(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	shut := resp.Body.Close
	log.Println(resp.Status)
	return shut()
}

func methodValueUnused(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	shut := resp.Body.Close
	_ = shut
	return nil
}

// Silent: the method value goes to the caller.
func methodValueReturned(u string) (io.Reader, func() error, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, nil, err
	}
	return resp.Body, resp.Body.Close, nil
}

// Silent: the method values are collected and called in the end.
func methodValuesCollected(urls []string) error {
	var closers []func() error
	defer func() {
		for _, c := range closers {
			_ = c()
		}
	}()
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		closers = append(closers, resp.Body.Close)
	}
	return nil
}

// Silent: the method value of the read is not the one of the close, but the
// body is closed besides.
func readMethodValue(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	read := resp.Body.Read
	_, err = read(make([]byte, 1))
	resp.Body.Close()
	return err
}

func readMethodValueOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	read := resp.Body.Read
	_, err = read(make([]byte, 1))
	return err
}

// Silent: assigned inside the literal, closed outside.
func assignedInRetry(u string) error {
	var resp *http.Response
	err := retry(func() error {
		var err error
		resp, err = http.Get(u)
		return err
	})
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func assignedInRetryNeverClosed(u string) (int, error) {
	var resp *http.Response
	err := retry(func() error {
		var err error
		resp, err = http.Get(u) // want "response body of resp is not closed"
		return err
	})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// assignedInRetryBadStatus leaves each refused response behind.
func assignedInRetryBadStatus(u string) error {
	var resp *http.Response
	err := retry(func() error {
		var err error
		resp, err = http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			return errStatus
		}
		return nil
	})
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: the refused responses are closed inside.
func assignedInRetryBadStatusClosed(u string) error {
	var resp *http.Response
	err := retry(func() error {
		var err error
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			resp.Body.Close()
			return errStatus
		}
		return nil
	})
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: response and error are both assigned inside.
func bothAssignedInside(u string) error {
	var resp *http.Response
	var err error
	run(func() { resp, err = http.Get(u) })
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: assigned by a local literal that is called here.
func assignedByLocalLiteral(u string) error {
	var resp *http.Response
	fetch := func() (err error) {
		resp, err = http.Get(u)
		return err
	}
	if err := fetch(); err != nil {
		return err
	}
	return resp.Body.Close()
}

func assignedByLocalLiteralNeverClosed(u string) error {
	var resp *http.Response
	fetch := func() (err error) {
		resp, err = http.Get(u) // want "response body of resp is not closed"
		return err
	}
	if err := fetch(); err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

// Silent: returned by the literal, closed by the one who calls it.
func returnedByLocalLiteral(u string) error {
	fetch := func() (*http.Response, error) { return http.Get(u) }
	resp, err := fetch()
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func returnedByLocalLiteralNeverClosed(u string) error {
	fetch := func() (*http.Response, error) { return http.Get(u) }
	resp, err := fetch() // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

// Silent: calling what makes a literal opens nothing.
func literalThatOpens(u string) func() (*http.Response, error) {
	return func() (*http.Response, error) { return http.Get(u) }
}

func openedByAMadeLiteral(u string) (string, error) {
	resp, err := literalThatOpens(u)() // want "response body of resp is not closed when the function returns at line 537"
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

// Silent: what is not called opens nothing.
func madeLiteralNotCalled(u string) bool {
	open := literalThatOpens(u)
	return open != nil
}

// Silent: two levels of literals, the inner one closes.
func nestedLiterals(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		func() {
			resp.Body.Close()
		}()
	}()
	return nil
}

func nestedLiteralsReadOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	defer func() {
		func() {
			fmt.Println(resp.Status)
		}()
	}()
	return nil
}

// Silent: opened in the outer literal, closed by the inner goroutine.
func openedInOuterLiteral(u string) {
	run(func() {
		resp, err := http.Get(u)
		if err != nil {
			return
		}
		go func() { resp.Body.Close() }()
	})
}

func openedInOuterLiteralForgotten(u string) {
	run(func() {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return
		}
		run(func() { log.Println(resp.Status) })
	})
}

// Silent: sent to a goroutine's channel and closed there.
func closedByWorker(urls []string) {
	open := make(chan *http.Response)
	go func() {
		for resp := range open {
			resp.Body.Close()
		}
	}()
	for _, u := range urls {
		if resp, err := http.Get(u); err == nil {
			open <- resp
		}
	}
	close(open)
}

// literalClosesSometimes closes a bad response, and leaves a good one.
func literalClosesSometimes(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	func() {
		if resp.StatusCode >= 400 {
			resp.Body.Close()
		}
	}()
	return nil
}

// Silent: the literal closes, drained or not, and runs on both ways out.
func literalClosesBothWays(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	shut := func(drain bool) {
		if drain {
			_, _ = io.Copy(io.Discard, resp.Body)
		}
		resp.Body.Close()
	}
	if resp.StatusCode >= 400 {
		shut(true)
		return errStatus
	}
	shut(false)
	return nil
}
