// Package paths is checked at the level paths: some path closes the body unread.
package paths

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"testing"
	"time"
)

// Some path closes it unread.

func earlyReturnOnStatus(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func earlyReturnWithOwnClose(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	if resp.StatusCode == http.StatusNotFound {
		resp.Body.Close()
		return os.ErrNotExist
	}
	err = json.NewDecoder(resp.Body).Decode(v)
	resp.Body.Close()
	return err
}

func readOnFailureOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		b, _ := io.ReadAll(resp.Body)
		return fmt.Errorf("status %d: %s", resp.StatusCode, b)
	}
	return nil
}

func readWhenAskedFor(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if v != nil {
		return json.NewDecoder(resp.Body).Decode(v)
	}
	return nil
}

func oneArmUnread(u string) (b []byte, err error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch resp.Header.Get("Content-Type") {
	case "application/json":
		b, err = io.ReadAll(resp.Body)
	case "text/plain":
		err = errors.New("no text, please")
	default:
		b, err = io.ReadAll(resp.Body)
	}
	return b, err
}

func closedBeforeNextTry(u string) ([]byte, error) {
	for i := 0; ; i++ {
		resp, err := http.Get(u) // want "response body of resp is closed unread"
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusServiceUnavailable && i < 3 {
			resp.Body.Close()
			time.Sleep(time.Second)
			continue
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		return b, err
	}
}

func returnedOnSuccess(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func closedOnErrorOnly(u string) (body io.ReadCloser, err error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

func refusedFirst(rt http.RoundTripper, req *http.Request) (*http.Response, error) {
	resp, err := rt.RoundTrip(req) // want "response body of resp is closed unread"
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	resp.Body.Close()
	return rt.RoundTrip(req)
}

func earlyReturnOnOtherError(u, name string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(f, resp.Body)
	return err
}

func readWhenLong(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.ContentLength > 0 {
		return io.ReadAll(resp.Body)
	}
	return nil, nil
}

func readInSecondIfOnly(u string, verbose bool) (b []byte, err error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if verbose {
		log.Println(resp.Status)
	}
	if verbose {
		b, err = io.ReadAll(resp.Body)
	}
	return b, err
}

func neverReadAtAll(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func deletedAndChecked(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusNoContent {
		return errors.New(resp.Status)
	}
	return nil
}

func literalReadsOnOnePath(u string) (b []byte, err error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	read := func() { b, err = io.ReadAll(resp.Body) }
	if resp.StatusCode == http.StatusOK {
		read()
	}
	return b, err
}

// Every path reads it, in part at least.

func readEverywhere(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body) // silent: read before any check
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d: %s", resp.StatusCode, b)
	}
	return b, nil
}

func readInEachBranch(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		b, _ := io.ReadAll(io.LimitReader(resp.Body, 1024)) // silent at this level: read in part
		return fmt.Errorf("status %d: %s", resp.StatusCode, b)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func drainedBeforeEarlyReturn(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		_, _ = io.Copy(io.Discard, resp.Body) // silent: drained on this path too
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func drainedByDefer(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body) // silent: drained on each path
		_ = resp.Body.Close()
	}()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func drainedWithBoundBeforeNextTry(u string) ([]byte, error) {
	for i := 0; ; i++ {
		resp, err := http.Get(u)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusServiceUnavailable && i < 3 {
			_, _ = io.CopyN(io.Discard, resp.Body, 256<<10) // silent: drained as far as it pays
			resp.Body.Close()
			continue
		}
		b, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		return b, err
	}
}

func fatalOnBadStatus(u string) []byte {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Fatalf("status %s", resp.Status) // silent: this path ends the program
	}
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		panic(err)
	}
	return b
}

func testFatalOnBadStatus(t *testing.T, u string) {
	resp, err := http.Get(u)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("status %s", resp.Status) // silent: this path ends the test, with nothing closed
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func leftOpenOnBadStatus(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status) // silent: not closed here, that is bodyclose's
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func flagTestedTwice(u string, want bool) (b []byte, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if !want {
		_, _ = io.Copy(io.Discard, resp.Body)
	}
	if want {
		b, err = io.ReadAll(resp.Body) // silent: the one or the other has read it
	}
	resp.Body.Close()
	return b, err
}

func carriedOnSuccess(u string) (rc io.ReadCloser, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		b, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		return nil, errors.New(string(b))
	}
	return resp.Body, nil // silent: read on the one path, returned on the other
}

// Paths on which there is no body.

func noContent(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent {
		return nil // silent: a 204 has no body
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func notModified(c *http.Client, req *http.Request) ([]byte, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusNotModified, http.StatusNoContent:
		return nil, nil // silent: neither has a body
	}
	return io.ReadAll(resp.Body)
}

func accepted(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent || resp.StatusCode == http.StatusAccepted {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

// Silent: what reads is deferred last, in each turn, and so runs first.
func readDeferredBehindClose(us []string, some func() bool) error {
	var resp *http.Response
	for range us {
		if some() {
			defer func() { resp.Body.Close() }()
		}
		defer func() { _, _ = io.Copy(io.Discard, resp.Body) }()
	}
	var err error
	resp, err = http.Get(us[0])
	return err
}

func closeDeferredBehindRead(us []string, some func() bool) error {
	var resp *http.Response
	for range us {
		defer func() { _, _ = io.Copy(io.Discard, resp.Body) }()
		if some() {
			defer func() { resp.Body.Close() }()
		}
	}
	var err error
	resp, err = http.Get(us[0]) // want "response body of resp is closed unread"
	return err
}
