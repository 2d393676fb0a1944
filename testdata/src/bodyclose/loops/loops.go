// Package loops holds calls inside loops: retries, fan-outs, polling, and what
// is left of the response after the loop.
package loops

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

var errGaveUp = errors.New("gave up")

func rangeNeverClosed(urls []string) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			log.Println(err)
			continue
		}
		fmt.Println(u, resp.Status)
	}
}

// Silent: closed at the end of each turn.
func rangeClosed(urls []string) {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			log.Println(err)
			continue
		}
		fmt.Println(u, resp.Status)
		resp.Body.Close()
	}
}

// Silent: late, but each response has a defer of its own that runs.
func deferInRange(urls []string) error {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		fmt.Println(u, resp.Status)
	}
	return nil
}

// Silent: each turn has a variable of its own, and so each literal too.
func deferredLiteralInRange(urls []string) error {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		defer func() {
			if err := resp.Body.Close(); err != nil {
				log.Println(err)
			}
		}()
	}
	return nil
}

// deferredLiteralSharesTheVariable closes the last response many times.
func deferredLiteralSharesTheVariable(urls []string) error {
	var resp *http.Response
	var err error
	for _, u := range urls {
		resp, err = http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return err
		}
		defer func() {
			resp.Body.Close()
		}()
	}
	return nil
}

// Silent: the variable is shared, but defer has taken its argument at once.
func deferSharesTheVariable(urls []string) error {
	var resp *http.Response
	var err error
	for _, u := range urls {
		resp, err = http.Get(u)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
	}
	return nil
}

// Silent: the literal of each turn ends with the turn.
func literalPerTurn(urls []string) error {
	for _, u := range urls {
		err := func() error {
			resp, err := http.Get(u)
			if err != nil {
				return err
			}
			defer resp.Body.Close()
			_, err = io.Copy(os.Stdout, resp.Body)
			return err
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

func literalPerTurnForgets(urls []string) error {
	for _, u := range urls {
		err := func() error {
			resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 129"
			if err != nil {
				return err
			}
			_, err = io.Copy(os.Stdout, resp.Body)
			return err
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

func continueBeforeTheClose(urls []string) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			continue
		}
		if resp.StatusCode != http.StatusOK {
			log.Println("skipping", u)
			continue
		}
		_, _ = io.Copy(os.Stdout, resp.Body)
		resp.Body.Close()
	}
}

// Silent: the continue has a close of its own.
func continueAfterItsClose(urls []string) {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		if resp.StatusCode != http.StatusOK {
			resp.Body.Close()
			continue
		}
		_, _ = io.Copy(os.Stdout, resp.Body)
		resp.Body.Close()
	}
}

func breakBeforeTheClose(urls []string) (found string) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 181"
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			found = u
			break
		}
		resp.Body.Close()
	}
	return found
}

func returnBeforeTheClose(urls []string) (string, error) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 191"
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			return u, nil
		}
		resp.Body.Close()
	}
	return "", errGaveUp
}

// Silent: closed before the break is decided on.
func closedBeforeTheBreak(urls []string) (found string) {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			found = u
			break
		}
	}
	return found
}

func returnOnReadErrorInLoop(urls []string) (all [][]byte, err error) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 222"
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		resp.Body.Close()
		all = append(all, data)
	}
	return all, nil
}

func retryOpen(c *http.Client, req *http.Request) (*http.Response, error) {
	for i := 0; i < 3; i++ {
		resp, err := c.Do(req) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			continue
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		time.Sleep(time.Second << i)
	}
	return nil, errGaveUp
}

// Silent: what is not returned is closed before the next try.
func retryClosed(c *http.Client, req *http.Request) (*http.Response, error) {
	for i := 0; i < 3; i++ {
		resp, err := c.Do(req)
		if err != nil {
			continue
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		_, _ = io.CopyN(io.Discard, resp.Body, 4<<10)
		resp.Body.Close()
		time.Sleep(time.Second << i)
	}
	return nil, errGaveUp
}

// Silent: the loop goes round with an error only.
func retryOnErrorOnly(c *http.Client, req *http.Request) ([]byte, error) {
	var resp *http.Response
	var err error
	for range 3 {
		resp, err = c.Do(req)
		if err == nil {
			break
		}
		time.Sleep(time.Second)
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func retryKeepsTheLastOpen(c *http.Client, req *http.Request) ([]byte, error) {
	var resp *http.Response
	var err error
	for range 3 {
		resp, err = c.Do(req) // want "response body of resp is not closed"
		if err == nil && resp.StatusCode < 500 {
			break
		}
		time.Sleep(time.Second)
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Silent: a response that is tried again is closed first, the last one below.
func retryClosesTheOthers(c *http.Client, req *http.Request) ([]byte, error) {
	var resp *http.Response
	var err error
	for i := 0; ; i++ {
		resp, err = c.Do(req)
		if err == nil && resp.StatusCode < 500 {
			break
		}
		if i == 2 {
			break
		}
		if err == nil {
			resp.Body.Close()
		}
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Silent: the condition of the loop asks for the error only.
func retryInTheCondition(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	for tries := 0; err != nil && tries < 3; tries++ {
		resp, err = c.Do(req)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func retryInTheConditionOnStatus(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want "response body of resp is not closed when it is overwritten at line 338"
	if err != nil {
		return err
	}
	for resp.StatusCode == http.StatusTooManyRequests {
		time.Sleep(time.Second)
		if resp, err = c.Do(req); err != nil { // want "response body of resp is not closed"
			return err
		}
	}
	return resp.Body.Close()
}

// Silent: closed before it is overwritten.
func retryInTheConditionClosed(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req)
	if err != nil {
		return err
	}
	for resp.StatusCode == http.StatusTooManyRequests {
		resp.Body.Close()
		time.Sleep(time.Second)
		if resp, err = c.Do(req); err != nil {
			return err
		}
	}
	return resp.Body.Close()
}

// Silent: the one of the turn before is closed at the start of the next.
func previousClosedFirst(c *http.Client, reqs []*http.Request) error {
	var resp *http.Response
	for _, req := range reqs {
		if resp != nil {
			resp.Body.Close()
		}
		var err error
		resp, err = c.Do(req)
		if err != nil {
			return err
		}
	}
	if resp != nil {
		resp.Body.Close()
	}
	return nil
}

func previousClosedLastForgotten(c *http.Client, reqs []*http.Request) error {
	var resp *http.Response
	for _, req := range reqs {
		if resp != nil {
			resp.Body.Close()
		}
		var err error
		resp, err = c.Do(req) // want "response body of resp is not closed when the function returns at line 392"
		if err != nil {
			return err
		}
	}
	return nil
}

// Silent: kept after the loop and closed there, by whoever left it non-nil.
func firstGoodIsKept(urls []string) ([]byte, error) {
	var good *http.Response
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			good = resp
			break
		}
		resp.Body.Close()
	}
	if good == nil {
		return nil, errGaveUp
	}
	defer good.Body.Close()
	return io.ReadAll(good.Body)
}

func firstGoodIsKeptAndLost(urls []string) (int, error) {
	var good *http.Response
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 432"
		if err != nil {
			continue
		}
		if resp.StatusCode == http.StatusOK {
			good = resp
			break
		}
		resp.Body.Close()
	}
	if good == nil {
		return 0, errGaveUp
	}
	return good.StatusCode, nil
}

func lastOneWins(urls []string) (*http.Response, error) {
	var last *http.Response
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return nil, err
		}
		last = resp
	}
	return last, nil
}

// Silent: every one is kept in the slice that is returned.
func allAreKept(urls []string) (all []*http.Response) {
	for _, u := range urls {
		if resp, err := http.Get(u); err == nil {
			all = append(all, resp)
		}
	}
	return all
}

// Silent: the last try's response is returned, whatever its status.
func lastTryIsReturned(c *http.Client, req *http.Request) (*http.Response, error) {
	const tries = 3
	for i := 1; ; i++ {
		resp, err := c.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusServiceUnavailable || i == tries {
			return resp, nil
		}
		resp.Body.Close()
	}
}

func lastTryIsLost(c *http.Client, req *http.Request) (*http.Response, error) {
	const tries = 3
	for i := 1; ; i++ {
		resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 483"
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusServiceUnavailable {
			return resp, nil
		}
		if i == tries {
			return nil, fmt.Errorf("%w after %s", errGaveUp, resp.Status)
		}
		resp.Body.Close()
	}
}

func waitIsCancelled(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for {
		resp, err := c.Do(req) // want "response body of resp is not closed when the function returns at line 497"
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
			if err == nil {
				resp.Body.Close()
			}
		}
	}
}

// Silent: closed before the wait.
func closedBeforeTheWait(ctx context.Context, c *http.Client, req *http.Request) (*http.Response, error) {
	for {
		resp, err := c.Do(req)
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp, nil
		}
		if err == nil {
			resp.Body.Close()
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

func pollForever(c *http.Client, u string) {
	for {
		resp, err := c.Get(u) // want "response body of resp is not closed when the loop goes round"
		if err == nil {
			log.Println(resp.Status)
		}
		time.Sleep(time.Minute)
	}
}

// Silent: closed in each turn that has one.
func pollForeverClosed(c *http.Client, u string) {
	for {
		resp, err := c.Get(u)
		if err == nil {
			log.Println(resp.Status)
			resp.Body.Close()
		}
		time.Sleep(time.Minute)
	}
}

func discardedInLoop(c *http.Client, u string, ticks <-chan time.Time) {
	for range ticks {
		if _, err := c.Get(u); err != nil { // want "response body of c.Get is not closed: the response is discarded"
			log.Println(err)
		}
	}
}

func waitUntilUp(u string) bool {
	for range 10 {
		if resp, err := http.Get(u); err == nil && resp.StatusCode == 200 { // want "response body of resp is not closed"
			return true
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

// Silent: closed as soon as there is one.
func waitUntilUpClosed(u string) bool {
	for range 10 {
		if resp, err := http.Get(u); err == nil {
			resp.Body.Close()
			if resp.StatusCode == 200 {
				return true
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

// Silent: page after page, each closed before the next is asked for.
func pages(c *http.Client, next string) (items []string, err error) {
	for next != "" {
		resp, err := c.Get(next)
		if err != nil {
			return items, err
		}
		var page struct {
			Items []string
			Next  string
		}
		err = json.NewDecoder(resp.Body).Decode(&page)
		resp.Body.Close()
		if err != nil {
			return items, err
		}
		items = append(items, page.Items...)
		next = page.Next
	}
	return items, nil
}

func pagesWithoutNext(c *http.Client, next string) (items []string, err error) {
	for {
		resp, err := c.Get(next) // want "response body of resp is not closed when the function returns at line 607"
		if err != nil {
			return items, err
		}
		if next = resp.Header.Get("X-Next"); next == "" {
			return items, nil
		}
		items = append(items, next)
		resp.Body.Close()
	}
}

// Silent: the inner loop reads, the close stands behind it.
func innerLoopReads(urls []string) {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		buf := make([]byte, 512)
		for {
			n, err := resp.Body.Read(buf)
			os.Stdout.Write(buf[:n])
			if err != nil {
				break
			}
		}
		resp.Body.Close()
	}
}

func innerLoopReturns(urls []string) error {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 646"
		if err != nil {
			continue
		}
		buf := make([]byte, 512)
		for {
			n, err := resp.Body.Read(buf)
			if err == io.EOF {
				break
			}
			if err != nil {
				return err
			}
			os.Stdout.Write(buf[:n])
		}
		resp.Body.Close()
	}
	return nil
}

// Silent: opened before the loop, closed in it on the way out.
func closedOnTheWayOut(u string, lines []string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l == "" {
			return resp.Body.Close()
		}
	}
	resp.Body.Close()
	return errGaveUp
}

func closedInsideALoopThatMayNotRun(u string, lines []string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 679"
	if err != nil {
		return err
	}
	for _, l := range lines {
		log.Println(l)
		resp.Body.Close()
	}
	return nil
}

// Silent: opened in the loop's head, which runs once.
func openedInTheHead(u string) {
	for resp, err := http.Get(u); err == nil; {
		resp.Body.Close()
		break
	}
}

// Silent: overwritten with nil where it is closed already.
func setToNilAfterTheClose(c *http.Client, reqs []*http.Request) *http.Response {
	var resp *http.Response
	for _, req := range reqs {
		var err error
		if resp, err = c.Do(req); err != nil {
			resp = nil
			continue
		}
		if resp.StatusCode == http.StatusOK {
			break
		}
		resp.Body.Close()
		resp = nil
	}
	return resp
}

func setToNilWithoutAClose(c *http.Client, reqs []*http.Request) *http.Response {
	var resp *http.Response
	for _, req := range reqs {
		var err error
		if resp, err = c.Do(req); err != nil { // want "response body of resp is not closed"
			resp = nil
			continue
		}
		if resp.StatusCode == http.StatusOK {
			break
		}
		resp = nil
	}
	return resp
}

func rangeOverFunc(seq func(yield func(string) bool)) {
	for u := range seq {
		resp, err := http.Get(u) // want "response body of resp is not closed"
		if err != nil {
			continue
		}
		log.Println(resp.Status)
	}
}

// Silent: closed in each turn.
func rangeOverFuncClosed(seq func(yield func(string) bool)) error {
	for u := range seq {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

// Silent: the loop's deferred closes all run at the function's end.
func deferInNestedLoops(hosts, paths []string) error {
	for _, h := range hosts {
		for _, p := range paths {
			resp, err := http.Get(h + p)
			if err != nil {
				return err
			}
			defer resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				continue
			}
			log.Println(resp.Header)
		}
	}
	return nil
}

func deferTooLateInLoop(urls []string) error {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			return err
		}
		if resp.StatusCode != http.StatusOK {
			continue
		}
		defer resp.Body.Close()
	}
	return nil
}

// Silent: whichever of the two comes first is used and closed, the other too.
func hedged(a, b string) error {
	results := make(chan *http.Response, 2)
	for _, u := range []string{a, b} {
		go func() {
			resp, err := http.Get(u)
			if err != nil {
				results <- nil
				return
			}
			results <- resp
		}()
	}
	for range 2 {
		if resp := <-results; resp != nil {
			resp.Body.Close()
		}
	}
	return nil
}

func setToNilInThePost(c *http.Client, u string) (err error) {
	var resp *http.Response
	for i := 0; i < 3; i, resp = i+1, nil {
		resp, err = c.Get(u) // want "response body of resp is not closed"
		if err != nil {
			return err
		}
		log.Println(i, resp.Status)
	}
	return nil
}

type lease struct{ n int }

func newLease(n int) *lease { return &lease{n} }

func (l *lease) end() { l.n = 0 }

// deferInLoop has one more deferred call each time round.
func deferInLoop(urls []string) {
	for i, u := range urls {
		l := newLease(i)
		defer l.end()
		_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
		if err != nil && i > 3 {
			println(err.Error())
		}
	}
}
