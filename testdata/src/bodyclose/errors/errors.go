// Package errors holds the ways in which code knows whether the call's error
// is nil: the paths where it is not have no response to close.
package errors

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var errRefused = errors.New("refused")

// Silent: open only where err is nil, and closed there.
func closedWhenNil(u string) {
	resp, err := http.Get(u)
	if err == nil {
		resp.Body.Close()
	}
}

func openWhenNil(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 37"
	if err == nil {
		log.Println(resp.Status)
	}
}

// Silent: the else branch has no response.
func closedWhenNilElseReturn(u string) error {
	resp, err := http.Get(u)
	if err == nil {
		defer resp.Body.Close()
	} else {
		return err
	}
	return nil
}

// Silent: nil is written first.
func nilWrittenFirst(u string) error {
	resp, err := http.Get(u)
	if nil != err {
		return err
	}
	return resp.Body.Close()
}

// checkTurnedRound has its comparison the wrong way round.
func checkTurnedRound(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 63"
	if err == nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: the if's own scope has both branches.
func scopedIfElse(u string) error {
	if resp, err := http.Get(u); err != nil {
		return err
	} else {
		defer resp.Body.Close()
		fmt.Println(resp.Status)
	}
	return nil
}

func scopedIfElseOpen(u string) error {
	if resp, err := http.Get(u); err != nil { // want "response body of resp is not closed when the function returns at line 86"
		return err
	} else {
		fmt.Println(resp.Status)
	}
	return nil
}

func scopedIfWithoutElse(u string) error {
	if resp, err := http.Get(u); err != nil { // want "response body of resp is not closed when the function returns at line 93"
		return fmt.Errorf("%v: %w", resp, err)
	}
	return nil
}

// Silent: closed in the scope of the if.
func scopedIfNil(u string) (n int) {
	if resp, err := http.Get(u); err == nil {
		n = resp.StatusCode
		resp.Body.Close()
	}
	return n
}

func scopedIfAnd(u string) bool {
	if resp, err := http.Get(u); err == nil && resp.StatusCode == 200 { // want "response body of resp is not closed when the function returns at line 110"
		resp.Body.Close()
		return true
	}
	return false
}

// Silent: errors.Is is true for no nil error.
func knownByIs(u string) error {
	resp, err := http.Get(u)
	if errors.Is(err, context.Canceled) {
		return nil
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// otherThanCanceled takes an error that is not Canceled for none at all.
func otherThanCanceled(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 130"
	if !errors.Is(err, context.Canceled) {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: errors.As is true for no nil error.
func knownByAs(u string) error {
	resp, err := http.Get(u)
	var ue *url.Error
	if errors.As(err, &ue) {
		return ue.Err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func asIsFalse(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 153"
	var ue *url.Error
	if !errors.As(err, &ue) {
		return nil
	}
	_ = resp
	return ue
}

// Silent: the generic form is true for no nil error either.
func knownByAsType(u string) error {
	resp, err := http.Get(u)
	if ne, ok := errors.AsType[net.Error](err); ok && ne.Timeout() {
		return context.DeadlineExceeded
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: compared with errors that are not nil.
func knownBySentinel(u string) error {
	resp, err := http.Get(u)
	if err == context.DeadlineExceeded || err == errRefused {
		return nil
	}
	switch err {
	case nil:
		return resp.Body.Close()
	case io.EOF:
		return io.ErrUnexpectedEOF
	default:
		return err
	}
}

func switchOnErrorOpen(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 194"
	switch err {
	case io.EOF:
		return io.ErrUnexpectedEOF
	case nil:
		log.Println(resp.Status)
		return nil
	}
	return err
}

// Silent: the error's text is read, which panics on nil.
func knownByText(u string) string {
	resp, err := http.Get(u)
	if resp == nil || u == "" {
		return err.Error()
	}
	defer resp.Body.Close()
	return resp.Status
}

// Silent: whoever reads the text of a nil error panics first.
func textReadBeforeTheCheck(u string, strict bool) string {
	resp, err := http.Get(u)
	if strict {
		msg := err.Error()
		log.Println(msg)
		return msg
	}
	if err == nil {
		resp.Body.Close()
	}
	return ""
}

// Silent: the assertion without comma-ok panics on nil.
func knownByAssertion(u string, strict bool) error {
	resp, err := http.Get(u)
	if strict {
		ue := err.(*url.Error)
		return ue.Err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: the assertion holds for no nil error.
func knownByCommaOK(u string) error {
	resp, err := http.Get(u)
	if ue, ok := err.(*url.Error); ok {
		return ue.Err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func commaOKIsFalse(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 252"
	ue, ok := err.(*url.Error)
	if !ok {
		return nil
	}
	_ = resp
	return ue.Err
}

// Silent: every case but nil has an error.
func knownByTypeSwitch(u string) error {
	resp, err := http.Get(u)
	switch e := err.(type) {
	case nil:
		return resp.Body.Close()
	case *url.Error:
		return e.Err
	case net.Error:
		return e
	default:
		return err
	}
}

func typeSwitchWithoutNil(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 280"
	switch e := err.(type) {
	case *url.Error:
		return e.Err
	default:
		_ = resp
		return nil
	}
}

// Silent: a copy of the error is checked.
func knownByCopy(u string) error {
	resp, err := http.Get(u)
	getErr := err
	if getErr != nil {
		return getErr
	}
	defer resp.Body.Close()
	return nil
}

// Silent: the copy is checked after err has become another error.
func copyOutlivesTheOriginal(u, file string) error {
	resp, err := http.Get(u)
	getErr := err
	_, err = os.Stat(file)
	if getErr != nil {
		return getErr
	}
	defer resp.Body.Close()
	return err
}

// originalIsAnotherError checks err after it has become another error.
func originalIsAnotherError(u, file string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 312"
	_, err = os.Stat(file)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: a bool kept from the check.
func knownByBool(u string) error {
	resp, err := http.Get(u)
	failed := err != nil
	log.Println("failed:", failed)
	if failed {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: the bool is the other way round.
func knownByOKBool(u string) error {
	resp, err := http.Get(u)
	ok := err == nil
	if !ok {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func boolTurnedRound(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 345"
	ok := err == nil
	if ok {
		return nil
	}
	defer resp.Body.Close()
	return err
}

// Silent: the bool of two conditions still tells that there is a response.
func knownByCombinedBool(u string, strict bool) error {
	resp, err := http.Get(u)
	good := err == nil && resp != nil
	if !good {
		return errRefused
	}
	return resp.Body.Close()
}

func combinedBoolHidesTheStatus(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 365"
	good := err == nil && resp.StatusCode == 200
	if !good {
		return errRefused
	}
	return resp.Body.Close()
}

// Silent: the error is wrapped where it is not nil, and checked again.
func checkedAgainAfterWrapping(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		err = fmt.Errorf("get: %w", err)
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: wrapped in a variable of its own that is nil otherwise.
func wrappedInItsOwnVariable(u string) error {
	var failure error
	resp, err := http.Get(u)
	if err != nil {
		failure = fmt.Errorf("get: %w", err)
	}
	if failure != nil {
		return failure
	}
	return resp.Body.Close()
}

// alwaysWrapped returns always: what Errorf makes is never nil.
func alwaysWrapped(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 401"
	wrapped := fmt.Errorf("get: %w", err)
	if wrapped != nil {
		return wrapped
	}
	return resp.Body.Close()
}

// Silent: logged on the way, returned later, closed when there is one.
func loggedThenChecked(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		log.Println(err)
	}
	if err == nil {
		defer resp.Body.Close()
	}
	return err
}

func loggedButGoesOn(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		log.Println(err)
	} else if resp.StatusCode == 200 {
		resp.Body.Close()
	}
	return err
}

// Silent: an expressionless switch.
func bareSwitch(u string) error {
	resp, err := http.Get(u)
	switch {
	case err != nil:
		return err
	case resp.StatusCode != 200:
		resp.Body.Close()
		return errRefused
	}
	return resp.Body.Close()
}

func bareSwitchForgets(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 447"
	switch {
	case err != nil:
		return err
	case resp.StatusCode != 200:
		return errRefused
	}
	return resp.Body.Close()
}

// Silent: a switch with true and a combined case.
func switchTrue(u string) error {
	resp, err := http.Get(u)
	switch true {
	case err != nil, resp == nil:
		return err
	}
	return resp.Body.Close()
}

// shadowedInner returns on another error of the same name.
func shadowedInner(u, file string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 466"
	if _, err := os.Stat(file); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// shadowedResponse closes the outer variable, which is still nil.
func shadowedResponse(u string) (err error) {
	var resp *http.Response
	if u != "" {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return err
		}
		log.Println(resp.Status)
	}
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// Silent: assigned, not declared anew, and so closed below.
func notShadowed(u string) (err error) {
	var resp *http.Response
	if u != "" {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// wrongErrorChecked looks at the error of the step before.
func wrongErrorChecked(c *http.Client, u, file string) error {
	data, err := os.ReadFile(file)
	resp, postErr := c.Post(u, "text/plain", bytes.NewReader(data)) // want "response body of resp is not closed when the function returns at line 510"
	if err != nil {
		return err
	}
	if postErr != nil {
		return postErr
	}
	return resp.Body.Close()
}

// Silent: the errors have names of their own, and each is checked in its place.
func ownNames(c *http.Client, u string) error {
	req, reqErr := http.NewRequest(http.MethodGet, u, nil)
	if reqErr != nil {
		return reqErr
	}
	resp, doErr := c.Do(req)
	if doErr != nil {
		return doErr
	}
	_, readErr := io.Copy(os.Stdout, resp.Body)
	closeErr := resp.Body.Close()
	if readErr != nil {
		return readErr
	}
	return closeErr
}

// Silent: the error was put in a field and is checked there.
func errorInAField(u string) error {
	var out struct {
		status int
		err    error
	}
	resp, err := http.Get(u)
	out.err = err
	if out.err != nil {
		return out.err
	}
	out.status = resp.StatusCode
	return resp.Body.Close()
}

// Silent: a timeout is an error.
func knownByTimeout(u string) error {
	resp, err := http.Get(u)
	if os.IsTimeout(err) {
		return context.DeadlineExceeded
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: only an error that is not nil wraps one.
func knownByUnwrap(u string) error {
	resp, err := http.Get(u)
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: the error is checked in a helper that tells by a bool.
func knownByHelper(u string) error {
	resp, err := http.Get(u)
	if isError(err) {
		return err
	}
	return resp.Body.Close()
}

func isError(err error) bool { return err != nil }

// Silent: an error is what the test wants, and a nil one is fatal.
func wantedErrorFatal(t *testing.T, u string) {
	_, err := http.Get(u)
	if err == nil {
		t.Fatal("no error")
	}
	if err.Error() == "" {
		t.Error("no text")
	}
}

// Silent: the same with a named response.
func wantedErrorFatalNamed(t *testing.T, u string) {
	resp, err := http.Get(u)
	if err == nil {
		t.Fatalf("got %v, want an error", resp)
	}
}

func wantedErrorGoesOn(t *testing.T, u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	if err == nil {
		t.Error("no error")
	}
}

func wantedErrorGoesOnNamed(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 617"
	if err == nil {
		t.Errorf("got %v, want an error", resp)
	}
}

// Silent: the text of the error is read on the only path.
func wantedErrorText(t *testing.T, c *http.Client, req *http.Request) {
	_, err := c.Do(req)
	if got := err.Error(); got != "refused" {
		t.Error(got)
	}
}

// Silent: require stops the test when there is no error.
func requireError(t *testing.T, u string) {
	_, err := http.Get(u)
	require.Error(t, err)
}

// Silent: the same with a named response.
func requireErrorNamed(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.Error(t, err)
	require.Nil(t, resp)
}

func assertErrorGoesOn(t *testing.T, u string) {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	assert.Error(t, err)
}

func assertErrorGoesOnNamed(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 649"
	assert.Error(t, err)
	assert.Nil(t, resp)
}

// Silent: the kin of require.Error.
func requireErrorKin(t *testing.T, c *http.Client, req *http.Request) {
	_, err := c.Do(req)
	require.ErrorIs(t, err, context.Canceled)
	_, err = c.Do(req)
	require.ErrorContains(t, err, "refused")
	_, err = c.Do(req)
	require.EqualError(t, err, "refused")
	var ue *url.Error
	_, err = c.Do(req)
	require.ErrorAs(t, err, &ue)
	_, err = c.Do(req)
	require.NotNil(t, err)
}

func assertErrorKin(t *testing.T, c *http.Client, req *http.Request) {
	_, err := c.Do(req) // want "response body of c.Do is not closed: the response is discarded"
	assert.ErrorIs(t, err, context.Canceled)
	_, err = c.Do(req) // want "response body of c.Do is not closed: the response is discarded"
	assert.ErrorContains(t, err, "refused")
	_, err = c.Do(req) // want "response body of c.Do is not closed: the response is discarded"
	assert.EqualError(t, err, "refused")
	var ue *url.Error
	_, err = c.Do(req) // want "response body of c.Do is not closed: the response is discarded"
	assert.ErrorAs(t, err, &ue)
}

// Silent: the methods of require's object stop as well.
func requireObject(t *testing.T, u string) {
	must := require.New(t)
	_, err := http.Get(u)
	must.Error(err)
	resp, err := http.Get(u)
	must.NoError(err)
	defer resp.Body.Close()
}

func assertObject(t *testing.T, u string) {
	is := assert.New(t)
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	is.Error(err)
}

func requireNoErrorOpen(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 698"
	require.NoError(t, err)
	assert.Equal(t, 200, resp.StatusCode)
}

// Silent: closed behind require.NoError.
func requireNoErrorClosed(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	defer resp.Body.Close()
	require.Equal(t, 200, resp.StatusCode)
}

func requireStopsBeforeTheClose(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 713"
	require.NoError(t, err)
	require.Equal(t, 200, resp.StatusCode)
	if len(resp.Header) == 0 {
		return
	}
	resp.Body.Close()
}

// Silent: a failing require ends the test before the close, as t.Fatal does.
func requireBetween(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.NoError(t, err)
	require.Equal(t, 200, resp.StatusCode)
	resp.Body.Close()
}

// Silent: assert.NoError is true only for a nil error.
func assertNoErrorIsTrue(t *testing.T, u string) {
	resp, err := http.Get(u)
	if assert.NoError(t, err) {
		resp.Body.Close()
	}
}

// Silent: assert.NoError is false only for an error.
func assertNoErrorIsFalse(t *testing.T, u string) {
	resp, err := http.Get(u)
	if !assert.NoError(t, err) {
		return
	}
	defer resp.Body.Close()
}

func assertErrorIsFalse(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 746"
	if !assert.Error(t, err) {
		return
	}
	t.Log(resp, err)
}

// Silent: require.Nil leaves no response.
func requireNilResponse(t *testing.T, u string) {
	resp, err := http.Get(u)
	require.Nil(t, resp)
	t.Log(err)
}

// Silent: the error returned is the one that came with no response.
func errorReturnedFirst(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	if err == nil {
		defer resp.Body.Close()
	}
	return 200, nil
}

func negatedTwice(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 773"
	if !(err != nil) {
		return nil
	}
	log.Println(resp)
	return err
}
