// Package nilcheck holds what the path knows of the response, of its body and
// of flags that stand for them.
package nilcheck

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

var errStatus = errors.New("bad status")

// Silent: nil responses need no close.
func deferredIfNotNil(u string) error {
	resp, err := http.Get(u)
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

// Silent: the same as a plain close at the end.
func closedIfNotNil(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		log.Println(err)
	}
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

func returnsBeforeTheNilCheck(u string, dry bool) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 44"
	if dry {
		return err
	}
	if resp != nil {
		resp.Body.Close()
	}
	return err
}

// Silent: returns where there is no response.
func returnsIfNil(u string) error {
	resp, err := http.Get(u)
	if resp == nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func nilCheckTurnedRound(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 67"
	if resp == nil {
		defer resp.Body.Close()
	}
	return err
}

// Silent: the response that nobody looked at is nil there.
func errorOrNil(u string) error {
	resp, err := http.Get(u)
	if err != nil || resp == nil {
		return err
	}
	return resp.Body.Close()
}

func nilOrStatus(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 82"
	if resp == nil || resp.StatusCode != http.StatusOK {
		return err
	}
	return resp.Body.Close()
}

func notNilAndStatus(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 92"
	if resp != nil && resp.StatusCode == http.StatusOK {
		resp.Body.Close()
	}
	return err
}

// Silent: a nil body needs no close.
func closedIfBodyNotNil(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.Body != nil {
		defer resp.Body.Close()
	}
	return nil
}

// Silent: response and body in one condition.
func closedIfBothNotNil(u string) error {
	resp, err := http.Get(u)
	if resp != nil && resp.Body != nil {
		defer resp.Body.Close()
	}
	return err
}

// Silent: returns where the body is nil.
func returnsIfBodyNil(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.Body == nil {
		return errStatus
	}
	return resp.Body.Close()
}

func bodyNilTurnedRound(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 134"
	if err != nil {
		return err
	}
	if resp.Body != nil {
		return nil
	}
	return resp.Body.Close()
}

// Silent: the body's own variable is checked.
func bodyVariableChecked(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if body := resp.Body; body != nil {
		defer body.Close()
	}
	return nil
}

// lengthIsNoNilCheck leaves a response without a length open.
func lengthIsNoNilCheck(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 160"
	if err != nil {
		return err
	}
	if resp.ContentLength > 0 {
		resp.Body.Close()
	}
	return nil
}

// Silent: the checks stand inside a deferred literal.
func checksInDeferredLiteral(u string) error {
	resp, err := http.Get(u)
	defer func() {
		if resp != nil && resp.Body != nil {
			resp.Body.Close()
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

// Silent: the literal was deferred before there was a response.
func deferredBeforeTheCall(u string) error {
	var resp *http.Response
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	var err error
	if resp, err = http.Get(u); err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	return nil
}

// Silent: the same parameter is tested twice.
func flagTestedTwice(u string, remote bool) (err error) {
	var resp *http.Response
	if remote {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	log.Println("fetched:", remote)
	if remote {
		resp.Body.Close()
	}
	return nil
}

func otherFlagTested(u string, remote, keep bool) (err error) {
	var resp *http.Response
	if remote {
		resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 225"
		if err != nil {
			return err
		}
	}
	if remote && !keep {
		resp.Body.Close()
	}
	return nil
}

func flagChangedBetween(u string, remote bool) (err error) {
	var resp *http.Response
	if remote {
		resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 240"
		if err != nil {
			return err
		}
		remote = false
	}
	if remote {
		resp.Body.Close()
	}
	return nil
}

// Silent: the response of the branch not taken is nil.
func nilInTheOtherBranch(u string, remote bool) error {
	var resp *http.Response
	if remote {
		r, err := http.Get(u)
		if err != nil {
			return err
		}
		resp = r
	}
	if resp != nil {
		return resp.Body.Close()
	}
	return nil
}

// Silent: the flag is set exactly where the response was opened.
func openedFlag(u string) (err error) {
	opened := false
	resp, err := http.Get(u)
	if err == nil {
		opened = true
	}
	if opened {
		resp.Body.Close()
	}
	return err
}

func openedFlagTooLate(u string) (err error) {
	opened := false
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 281"
	if err == nil && resp.StatusCode == http.StatusOK {
		opened = true
	}
	if opened {
		resp.Body.Close()
	}
	return err
}

// Silent: the closed flag skips the second close only.
func closedFlag(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closed := false
	if resp.ContentLength == 0 {
		resp.Body.Close()
		closed = true
	}
	fmt.Println(resp.Status)
	if !closed {
		resp.Body.Close()
	}
	return nil
}

func closedFlagLies(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 315"
	if err != nil {
		return err
	}
	closed := false
	if len(resp.Header) == 0 {
		closed = true
	}
	fmt.Println(resp.Status)
	if !closed {
		resp.Body.Close()
	}
	return nil
}

// Silent: the deferred literal heeds the flag, which is set behind a close.
func closedFlagInDeferredLiteral(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closed := false
	defer func() {
		if !closed {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode == http.StatusNoContent {
		closed = true
		return resp.Body.Close()
	}
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

// Silent: the status is compared twice, and the same way.
func statusComparedTwice(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
	}
	log.Println(u)
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	return resp.Body.Close()
}

// Silent: of two opposite comparisons one holds.
func statusComparedBothWays(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
	}
	if resp.StatusCode != http.StatusOK {
		log.Println(resp.Status)
		resp.Body.Close()
	}
}

func statusComparedWithTwoValues(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 380"
	if err != nil {
		return
	}
	if resp.StatusCode == http.StatusOK {
		resp.Body.Close()
	}
	if resp.StatusCode == http.StatusNotFound {
		resp.Body.Close()
	}
}

// Silent: the comparison was kept in a variable.
func statusKeptInABool(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	bad := resp.StatusCode >= 400
	if bad {
		resp.Body.Close()
	}
	log.Println(u, bad)
	if bad {
		return errStatus
	}
	return resp.Body.Close()
}

// Silent: an error variable stands for the bad status.
func statusAsError(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		err = errStatus
		resp.Body.Close()
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func statusAsErrorOpen(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 424"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		err = errStatus
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: a later error closes, as no error does further down.
func laterErrorTestedTwice(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		resp.Body.Close()
	}
	log.Println(len(data))
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return data, nil
}

// Silent: the response is set to nil once it is closed.
func setToNilWhenClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		resp = nil
	}
	if resp == nil {
		return errStatus
	}
	return resp.Body.Close()
}

func setToNilWhileOpen(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		resp = nil
	}
	if resp == nil {
		return errStatus
	}
	return resp.Body.Close()
}

// Silent: a copy of the response is checked.
func copyChecked(u string) error {
	resp, err := http.Get(u)
	got := resp
	if got != nil {
		defer got.Body.Close()
	}
	return err
}

// Silent: what was found out is kept in a bool.
func nilKeptInABool(u string) error {
	resp, err := http.Get(u)
	have := resp != nil
	if have {
		defer resp.Body.Close()
	}
	return err
}

func requestCheckedInstead(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 503"
	if err != nil {
		return err
	}
	if req.Body == nil {
		return nil
	}
	return resp.Body.Close()
}

func otherResponseChecked(a, b string) error {
	first, err := http.Get(a) // want "response body of first is not closed when the function returns at line 518"
	if err != nil {
		return err
	}
	second, _ := http.Get(b)
	if second != nil {
		first.Body.Close()
		second.Body.Close()
	}
	return nil
}

// Silent: a switch over the flag, then one more.
func modeTestedTwice(u, mode string) error {
	var resp *http.Response
	var err error
	switch mode {
	case "remote":
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
	}
	if mode == "remote" {
		return resp.Body.Close()
	}
	return nil
}

// Silent: the empty response is a nil one.
func nilReturned(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if resp == nil {
		return resp, err
	}
	return resp, nil
}
