// Package paths holds the ways out of a function between the call and the
// close, and the statements that never come to an end.
package paths

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"
)

var errStatus = errors.New("bad status")

func earlyReturnOnStatus(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 28"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Silent: the defer stands above the status check.
func deferAboveTheStatusCheck(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return io.ReadAll(resp.Body)
}

func statusInTheErrorCheck(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 50"
	if err != nil || resp.StatusCode != http.StatusOK {
		return fmt.Errorf("get %s: %v", u, err)
	}
	defer resp.Body.Close()
	return nil
}

func closedOnlyWhenAllIsWell(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 61"
	if err == nil && resp.StatusCode == http.StatusOK {
		resp.Body.Close()
	}
}

func returnOnReadError(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 70"
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return data, nil
}

func returnOnDecodeError(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 82"
	if err != nil {
		return err
	}
	if err := json.NewDecoder(resp.Body).Decode(v); err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	return resp.Body.Close()
}

// Silent: the decode error closes as well.
func closedOnDecodeErrorToo(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if err := json.NewDecoder(resp.Body).Decode(v); err != nil {
		resp.Body.Close()
		return fmt.Errorf("decode: %w", err)
	}
	return resp.Body.Close()
}

func earlyReturnForTheCaller(u string, verbose bool) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 106"
	if err != nil {
		return err
	}
	if !verbose {
		return nil
	}
	defer resp.Body.Close()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

func closedInOneBranch(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 123"
	if err != nil {
		return err
	}
	if resp.StatusCode >= 300 {
		resp.Body.Close()
	} else {
		log.Println("fine")
	}
	return nil
}

// Silent: each branch closes.
func closedInBothBranches(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 300 {
		resp.Body.Close()
		return errStatus
	} else {
		_, _ = io.Copy(os.Stdout, resp.Body)
		resp.Body.Close()
	}
	return nil
}

// Silent: closed on the bad status, deferred for the rest.
func closedThenDeferred(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		_ = resp.Body.Close()
		return nil, errStatus
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func switchCaseForgets(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 167"
	if err != nil {
		return "", err
	}
	switch resp.StatusCode {
	case http.StatusOK:
		defer resp.Body.Close()
		data, err := io.ReadAll(resp.Body)
		return string(data), err
	case http.StatusNotFound:
		return "", os.ErrNotExist
	default:
		resp.Body.Close()
		return "", errStatus
	}
}

func switchWithoutDefault(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 186"
	if err != nil {
		return err
	}
	switch {
	case resp.StatusCode < 300:
		return resp.Body.Close()
	case resp.StatusCode < 400:
		resp.Body.Close()
		return errStatus
	}
	return nil
}

// Silent: every case closes, and so does the default.
func switchAllClose(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case 200, 204:
		return resp.Body.Close()
	case 404:
		resp.Body.Close()
		return os.ErrNotExist
	default:
		resp.Body.Close()
	}
	return errStatus
}

// Silent: the case that does not close falls through into one that does.
func switchFallsThrough(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	switch resp.StatusCode {
	case 500:
		log.Println("server")
		fallthrough
	default:
		resp.Body.Close()
	}
}

func switchBreaksOut(u string, quiet bool) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 234"
	if err != nil {
		return
	}
	switch {
	default:
		if quiet {
			break
		}
		resp.Body.Close()
	}
}

func switchWithInit(c *http.Client, u string) error {
	switch resp, err := c.Get(u); { // want "response body of resp is not closed when the function returns at line 243"
	case err != nil:
		return err
	case resp.StatusCode == http.StatusOK:
		return resp.Body.Close()
	default:
		return errStatus
	}
}

// Silent: the default closes too.
func switchWithInitClosed(c *http.Client, u string) error {
	switch resp, err := c.Get(u); {
	case err != nil:
		return err
	default:
		defer resp.Body.Close()
		return nil
	}
}

func typeSwitchForgets(u string, out any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 272"
	if err != nil {
		return err
	}
	switch v := out.(type) {
	case nil:
		return resp.Body.Close()
	case io.Writer:
		_, err = io.Copy(v, resp.Body)
		resp.Body.Close()
		return err
	case *string:
		*v = resp.Status
		return nil
	default:
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(v)
	}
}

// Silent: the defer stands above the type switch.
func typeSwitchClosed(u string, out any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch v := out.(type) {
	case nil:
		return nil
	case io.Writer:
		_, err = io.Copy(v, resp.Body)
		return err
	default:
		return json.NewDecoder(resp.Body).Decode(v)
	}
}

func selectArmForgets(ctx context.Context, u string, results chan<- int) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 307"
	if err != nil {
		return err
	}
	select {
	case results <- resp.StatusCode:
		resp.Body.Close()
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Silent: each arm closes.
func selectArmsClose(ctx context.Context, u string, results chan<- int) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	select {
	case results <- resp.StatusCode:
		return resp.Body.Close()
	case <-ctx.Done():
		resp.Body.Close()
		return ctx.Err()
	}
}

func selectDefaultForgets(stop <-chan struct{}, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return
	}
	select {
	case <-stop:
		resp.Body.Close()
	default:
	}
}

func labelledBreakSkipsTheClose(u string, lines []string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 354"
	if err != nil {
		return err
	}
scan:
	for {
		for _, l := range lines {
			if l == "" {
				break scan
			}
			if l == "end" {
				return resp.Body.Close()
			}
		}
	}
	return nil
}

// Silent: the labelled break leads to the close.
func labelledBreakReachesTheClose(u string, lines []string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
scan:
	for {
		for _, l := range lines {
			if l == "" {
				break scan
			}
		}
	}
	return resp.Body.Close()
}

func labelledContinueSkipsTheClose(c *http.Client, urls []string, words []string) {
next:
	for _, u := range urls {
		resp, err := c.Get(u) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			continue
		}
		for _, w := range words {
			if resp.Header.Get(w) != "" {
				continue next
			}
		}
		resp.Body.Close()
	}
}

// Silent: closed before the labelled continue.
func labelledContinueAfterTheClose(c *http.Client, urls []string, words []string) {
next:
	for _, u := range urls {
		resp, err := c.Get(u)
		if err != nil {
			continue next
		}
		h := resp.Header
		resp.Body.Close()
		for _, w := range words {
			if h.Get(w) != "" {
				continue next
			}
		}
		log.Println(u, "has none")
	}
}

// Silent: goto leads to the close.
func gotoReachesTheClose(u string) (err error) {
	var data []byte
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		err = errStatus
		goto done
	}
	if data, err = io.ReadAll(resp.Body); err != nil {
		goto done
	}
	log.Println(len(data))
done:
	resp.Body.Close()
	return err
}

func gotoSkipsTheClose(u string) (err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 440"
	if err != nil {
		goto done
	}
	if resp.StatusCode != http.StatusOK {
		err = errStatus
		goto done
	}
	resp.Body.Close()
done:
	return err
}

// Silent: goto back to the call, the body of the last try closed.
func gotoRetriesClosed(c *http.Client, req *http.Request) (int, error) {
	tries := 0
again:
	resp, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	if tries++; resp.StatusCode >= 500 && tries < 3 {
		goto again
	}
	return resp.StatusCode, nil
}

func gotoRetriesOpen(c *http.Client, req *http.Request) (int, error) {
	tries := 0
again:
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	if tries++; resp.StatusCode >= 500 && tries < 3 {
		goto again
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

// Silent: the function never ends.
func servesForever(u string, ticks <-chan time.Time) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	for {
		select {
		case t := <-ticks:
			log.Println(t, resp.Status)
		}
	}
}

func loopEndsOnStop(u string, ticks <-chan time.Time, stop <-chan struct{}) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 496"
	if err != nil {
		return
	}
	for {
		select {
		case t := <-ticks:
			log.Println(t, resp.Status)
		case <-stop:
			return
		}
	}
}

// Silent: an empty select never ends.
func emptySelect(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	log.Println(resp.Status)
	select {}
}

// Silent: an endless loop never ends.
func endlessLoop(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	for {
		log.Println(resp.Status)
		time.Sleep(time.Second)
	}
}

// Silent: a panic is no path, and the other one closes.
func panicsOnStatus(u string) {
	resp, err := http.Get(u)
	if err != nil {
		panic(err)
	}
	if resp.StatusCode != http.StatusOK {
		panic(resp.Status)
	}
	resp.Body.Close()
}

func panicsOnErrorOnly(u string) int {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 540"
	if err != nil {
		panic(err)
	}
	return resp.StatusCode
}

// Silent: os.Exit on the path that does not close.
func exitsOnStatus(u string) {
	resp, err := http.Get(u)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if resp.StatusCode != http.StatusOK {
		fmt.Fprintln(os.Stderr, resp.Status)
		os.Exit(2)
	}
	resp.Body.Close()
}

// Silent: the one path that is left ends the program.
func alwaysExits(u string) {
	resp, err := http.Get(u)
	if err != nil {
		os.Exit(1)
	}
	_, _ = io.Copy(os.Stdout, resp.Body)
	os.Exit(0)
}

// Silent: syscall.Exit ends it as well.
func exitsBySyscall(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	log.Println(resp.Status)
	syscall.Exit(3)
}

// Silent: log.Fatal and its kin end the program.
func fatals(u string, n int) {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	switch n {
	case 0:
		log.Fatalf("status %s", resp.Status)
	case 1:
		log.Fatalln(resp.Status)
	case 2:
		log.Panic(resp.Status)
	case 3:
		log.Panicf("status %d", resp.StatusCode)
	}
	resp.Body.Close()
}

func printsInsteadOfFatal(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 603"
	if err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		log.Printf("status %s", resp.Status)
		return
	}
	resp.Body.Close()
}

// Silent: a logger of one's own is fatal too.
func loggerFatal(l *log.Logger, u string) {
	resp, err := http.Get(u)
	if err != nil {
		l.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		l.Fatalf("status %s", resp.Status)
	}
	resp.Body.Close()
}

func loggerPrints(l *log.Logger, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		l.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		l.Println(resp.Status)
	} else {
		resp.Body.Close()
	}
}

// Silent: the goroutine ends there.
func goexits(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK {
		runtime.Goexit()
	}
	resp.Body.Close()
}

// Silent: the test ends there.
func testFatals(t *testing.T, u string) {
	resp, err := http.Get(u)
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("status %s", resp.Status)
	}
	if resp.ContentLength < 0 {
		t.FailNow()
	}
	if resp.Uncompressed {
		t.Skip("compressed")
	}
	resp.Body.Close()
}

func testErrorGoesOn(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 669"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %s", resp.Status)
		return
	}
	resp.Body.Close()
}

func testNeverClosed(t *testing.T, u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 682"
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Fatal(resp.Status)
	}
}

// Silent: a benchmark's Fatal and the interface's end it too.
func otherFatals(tb testing.TB, b *testing.B, u string) {
	resp, err := http.Get(u)
	if err != nil {
		tb.Fatal(err)
	}
	switch {
	case resp.StatusCode >= 500:
		tb.Fatalf("status %s", resp.Status)
	case resp.StatusCode >= 400:
		b.Fatal(resp.Status)
	}
	resp.Body.Close()
}

// die never returns.
func die(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format, args...)
	os.Exit(1)
}

// dieQuietly never returns, one level further down.
func dieQuietly() { die("sorry") }

// crash never returns either.
func crash(err error) {
	if err != nil {
		panic(err)
	}
	panic("no error")
}

// hang never returns.
func hang() {
	for {
		time.Sleep(time.Hour)
	}
}

// warn returns.
func warn(format string, args ...any) { fmt.Fprintf(os.Stderr, format, args...) }

// dieOnError returns when there is no error.
func dieOnError(err error) {
	if err != nil {
		die("%v", err)
	}
}

// Silent: the helpers on the paths that do not close never return.
func ownHelpersDie(u string) {
	resp, err := http.Get(u)
	if err != nil {
		die("%v", err)
	}
	switch resp.StatusCode {
	case 500:
		die("status %s", resp.Status)
	case 501:
		dieQuietly()
	case 502:
		crash(errStatus)
	case 503:
		hang()
	}
	resp.Body.Close()
}

func ownHelperWarns(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 759"
	if err != nil {
		die("%v", err)
	}
	if resp.StatusCode != http.StatusOK {
		warn("status %s", resp.Status)
		return
	}
	resp.Body.Close()
}

// Silent: the error is dealt with by a helper that returns only without one.
func checkedByHelper(u string) {
	resp, err := http.Get(u)
	dieOnError(err)
	defer resp.Body.Close()
}

func checkedByHelperNotClosed(u string) int {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	dieOnError(err)
	return resp.StatusCode
}

func lostWhenTheHelperReturns(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 784"
	if err != nil {
		return
	}
	_, err = io.Copy(os.Stdout, resp.Body)
	dieOnError(err)
}

// Silent: a local literal that ends the program.
func localLiteralDies(u string) {
	bail := func(msg string) {
		log.Println(msg)
		os.Exit(1)
	}
	resp, err := http.Get(u)
	if err != nil {
		bail(err.Error())
	}
	if resp.StatusCode != http.StatusOK {
		bail(resp.Status)
	}
	resp.Body.Close()
}

// Silent: nothing leaves between the call and the defer.
func logsBetweenCallAndDefer(u string) error {
	start := time.Now()
	resp, err := http.Get(u)
	log.Println(time.Since(start))
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	defer resp.Body.Close()
	return nil
}

func deferInTheWrongBranch(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 824"
	if err != nil {
		if resp != nil {
			defer resp.Body.Close()
		}
		return err
	}
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

func otherCheckBetween(u, out string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 834"
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	defer resp.Body.Close()
	_, err = io.Copy(f, resp.Body)
	return err
}

func deeplyNested(u string, a, b, c bool) (n int) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 859"
	if err == nil {
		if a {
			if b {
				resp.Body.Close()
				n = 1
			} else if c {
				n = 2
			} else {
				n = 3
				resp.Body.Close()
			}
		} else {
			resp.Body.Close()
		}
	}
	return n
}

// Silent: every leaf of the tree closes.
func deeplyNestedClosed(u string, a, b bool) (n int) {
	resp, err := http.Get(u)
	if err == nil {
		if a {
			if b {
				resp.Body.Close()
			} else {
				resp.Body.Close()
				n = 3
			}
		} else {
			resp.Body.Close()
		}
	}
	return n
}

// Silent: the response exists in one branch only, and is closed there.
func onlyInOneBranch(u string, remote bool) ([]byte, error) {
	if remote {
		resp, err := http.Get(u)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	}
	return os.ReadFile(u)
}

// Silent: one close serves the calls of both branches.
func closeAfterTheIfThatAssigned(u string, req *http.Request) error {
	var resp *http.Response
	var err error
	if req != nil {
		resp, err = http.DefaultClient.Do(req)
	} else {
		resp, err = http.Get(u)
	}
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func oneOfTwoBranchesForgets(u string, req *http.Request) error {
	var resp *http.Response
	var err error
	if req != nil {
		resp, err = http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
	} else {
		resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 925"
		if err != nil {
			return err
		}
	}
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

// Silent: the early return comes before the call.
func earlyReturnBeforeTheCall(u string) error {
	if u == "" {
		return errors.New("no url")
	}
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// survives returns, whatever f does.
func survives(f func()) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	f()
	panic("not what it should be")
}

func mustSurvive(f func()) {
	if !survives(f) {
		return
	}
	panic("it did not")
}

func afterPanic(u string) {
	mustSurvive(func() { panic("here") })
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}
