// Package named holds named results, deferred literals that close on some
// outcome only, and recover.
package named

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

var errStatus = errors.New("bad status")

// Silent: a bare return hands the named response over.
func bareReturn(u string) (resp *http.Response, err error) {
	resp, err = http.Get(u)
	return
}

// Silent: both returns hand it over.
func bareReturnTwice(u string) (resp *http.Response, err error) {
	resp, err = http.Get(u)
	if err != nil {
		return
	}
	log.Println(resp.Status)
	return
}

// Silent: the response goes out along with the error.
func returnedWithAnError(u string) (resp *http.Response, err error) {
	resp, err = http.Get(u)
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK {
		err = errStatus
	}
	return
}

func droppedWithAnError(u string) (resp *http.Response, err error) {
	resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 51"
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return
}

// Silent: closed before it is dropped.
func closedBeforeItIsDropped(u string) (resp *http.Response, err error) {
	resp, err = http.Get(u)
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errStatus
	}
	return
}

func namedErrorOnly(u string) (err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 76"
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK {
		err = errStatus
		return
	}
	err = resp.Body.Close()
	return
}

// Silent: the deferred literal adds the close's error to the result.
func deferredJoinsTheCloseError(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := resp.Body.Close(); err == nil {
			err = cerr
		}
	}()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

// Silent: the same by errors.Join.
func deferredErrorsJoin(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	return json.NewDecoder(resp.Body).Decode(new(any))
}

// Silent: closed on an error by the literal, handed over otherwise.
func closedOnErrorOnly(u string) (_ io.ReadCloser, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	if resp.ContentLength == 0 {
		return nil, fmt.Errorf("%s: empty", u)
	}
	return resp.Body, nil
}

func closedOnErrorOnlyAndDropped(u string) (n int, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 140"
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return 0, errStatus
	}
	return resp.StatusCode, nil
}

func closedOnSuccessOnly(u string) (err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 154"
	if err != nil {
		return err
	}
	defer func() {
		if err == nil {
			err = resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	return nil
}

// Silent: closed by the literal on success, by hand on the error.
func closedOnSuccessAndByHand(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		if err == nil {
			err = resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return errStatus
	}
	return nil
}

// literalChecksAnotherError has an err of its own, not the result.
func literalChecksAnotherError(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 189"
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	err = errStatus
	return nil
}

// Silent: the literal runs where the call's own error tells of a response.
func deferredBeforeTheCheckOnNil(u string) (err error) {
	resp, err := http.Get(u)
	defer func() {
		if resp != nil {
			_ = resp.Body.Close()
		}
	}()
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	return nil
}

// Silent: the named response is still there when the literal runs.
func namedClosedOnError(u string) (resp *http.Response, err error) {
	defer func() {
		if err != nil && resp != nil {
			resp.Body.Close()
		}
	}()
	resp, err = http.Get(u)
	if err != nil {
		return resp, err
	}
	if resp.StatusCode != http.StatusOK {
		return resp, errStatus
	}
	return resp, nil
}

// namedSetToNil sets the named response to nil before the literal runs.
func namedSetToNil(u string) (resp *http.Response, err error) {
	defer func() {
		if err != nil && resp != nil {
			resp.Body.Close()
		}
	}()
	resp, err = http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return resp, nil
}

// Silent: the literal has the response in a variable that return leaves alone.
func namedSetToNilOtherVariable(u string) (resp *http.Response, err error) {
	r, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			r.Body.Close()
		}
	}()
	if r.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return r, nil
}

// Silent: a success flag, set right before the response is handed over.
func successFlag(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	ok := false
	defer func() {
		if !ok {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	ok = true
	return resp, nil
}

func successFlagTooEarly(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 295"
	if err != nil {
		return nil, err
	}
	ok := false
	defer func() {
		if !ok {
			resp.Body.Close()
		}
	}()
	ok = true
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return resp, nil
}

// Silent: the panic is turned into an error, the close has its own defer.
func recovered(u string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(new(any))
}

func recoveredButOpen(u string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 325"
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(new(any))
}

func closedOnPanicOnly(u string) (err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 339"
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			resp.Body.Close()
			panic(r)
		}
	}()
	return json.NewDecoder(resp.Body).Decode(new(any))
}

// Silent: recovers and closes, whatever happened.
func closedInTheRecoveringLiteral(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
		resp.Body.Close()
	}()
	return json.NewDecoder(resp.Body).Decode(new(any))
}

// Silent: the named body carries it out.
func namedBody(u string) (body io.ReadCloser, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	body = resp.Body
	return body, nil
}

func namedBodyDropped(u string) (body io.ReadCloser, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 374"
	if err != nil {
		return nil, err
	}
	body = resp.Body
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return body, nil
}

// namedShadowed declares a resp of its own that the bare return leaves behind.
func namedShadowed(u string) (resp *http.Response, err error) {
	if u != "" {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return nil, err
		}
		log.Println(resp.Status)
	}
	return
}

// Silent: the literal replaces what is returned, having closed it.
func literalReplacesTheResult(u string) (resp *http.Response, err error) {
	defer func() {
		if err == nil && resp.StatusCode >= 500 {
			resp.Body.Close()
			resp, err = nil, errStatus
		}
	}()
	resp, err = http.Get(u)
	return resp, err
}

func literalDropsTheResult(u string) (resp *http.Response, err error) {
	defer func() {
		if err == nil && resp.StatusCode >= 500 {
			resp, err = nil, errStatus
		}
	}()
	resp, err = http.Get(u) // want "response body of resp is not closed"
	return resp, err
}

// Silent: two deferred literals, the first to run closes.
func twoDeferredLiterals(u string) (err error) {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() { log.Println("done", err) }()
	defer func() { resp.Body.Close() }()
	return nil
}

func deferredLiteralLogsOnly(u string) (err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 430"
	if err != nil {
		return err
	}
	defer func() { log.Println("done", resp.Status, err) }()
	return nil
}

// Silent: deferred in a branch, and closed by hand in the other.
func deferredInABranch(u string, late bool) (n int, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	if late {
		defer func() { _ = resp.Body.Close() }()
	} else {
		resp.Body.Close()
	}
	return resp.StatusCode, nil
}

func deferredInOneBranchOnly(u string, late bool) (n int, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 455"
	if err != nil {
		return 0, err
	}
	if late {
		defer func() { _ = resp.Body.Close() }()
	}
	return resp.StatusCode, nil
}
