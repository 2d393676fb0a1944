// Package helpers has responses that are given to helpers of the same package.
package helpers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
)

// Helpers that close.

func closeResponse(resp *http.Response) {
	resp.Body.Close()
}

func closeResponseIfAny(resp *http.Response) {
	if resp != nil && resp.Body != nil {
		_ = resp.Body.Close()
	}
}

func closeCloser(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Println(err)
	}
}

func closeReadCloser(rc io.ReadCloser) error {
	return rc.Close()
}

type shutter interface {
	Close() error
}

func closeShutter(s shutter, name string) {
	if err := s.Close(); err != nil {
		log.Printf("closing %s: %v", name, err)
	}
}

func closeAny(v any) {
	if c, ok := v.(io.Closer); ok {
		c.Close()
	}
}

func closeAnyBySwitch(v any) {
	switch v := v.(type) {
	case *http.Response:
		v.Body.Close()
	case io.Closer:
		v.Close()
	}
}

func closeT[T io.Closer](c T) {
	_ = c.Close()
}

func closeAll(cs ...io.Closer) {
	for _, c := range cs {
		c.Close()
	}
}

func closeAllResponses(resps ...*http.Response) {
	for _, r := range resps {
		r.Body.Close()
	}
}

func closeSlice(cs []io.Closer) {
	for i := range cs {
		cs[i].Close()
	}
}

func drainAndClose(body io.ReadCloser) {
	_, _ = io.Copy(io.Discard, body)
	_ = body.Close()
}

func drainAndCloseDeferred(resp *http.Response) {
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func readAndClose(resp *http.Response) ([]byte, error) {
	defer func() {
		if err := resp.Body.Close(); err != nil {
			log.Println(err)
		}
	}()
	return io.ReadAll(resp.Body)
}

func decodeAndClose(resp *http.Response, v any) error {
	defer closeCloser(resp.Body)
	return json.NewDecoder(resp.Body).Decode(v)
}

func callFunc(f func() error) {
	if err := f(); err != nil {
		log.Println(err)
	}
}

// Helpers that only read.

func readOnly(resp *http.Response) ([]byte, error) {
	return io.ReadAll(resp.Body)
}

func readOnlyBody(body io.Reader) string {
	var sb strings.Builder
	_, _ = io.Copy(&sb, body)
	return sb.String()
}

func readOnlyReadCloser(body io.ReadCloser, v any) error {
	return json.NewDecoder(body).Decode(v)
}

func logStatus(resp *http.Response) {
	log.Printf("%s %s: %s", resp.Request.Method, resp.Request.URL, resp.Status)
}

func logWhole(resp *http.Response) {
	log.Printf("%+v", resp)
}

func printAny(v any) {
	fmt.Println(v)
}

func ignore(*http.Response) {}

func doNothing(c io.Closer) { _ = c }

func countBodies(bodies ...io.ReadCloser) int { return len(bodies) }

func ignoreFunc(f func() error) { _ = f }

func isOK[T any](v T, want T) bool { return any(v) == any(want) }

// The callers.

func byResponseHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeResponse(resp) // silent: the helper closes
	return nil
}

func byDeferredResponseHelper(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer closeResponse(resp) // silent: the deferred helper closes
	return io.ReadAll(resp.Body)
}

func byNilCheckingHelperBeforeErrCheck(u string) error {
	resp, err := http.Get(u)
	defer closeResponseIfAny(resp) // silent: closes it wherever there is one
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return nil
}

func byCloserHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeCloser(resp.Body) // silent: closed as an io.Closer
	return nil
}

func byReadCloserHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return closeReadCloser(resp.Body) // silent: closed as an io.ReadCloser
}

func byOwnInterfaceHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeShutter(resp.Body, "body") // silent: closed through an interface of our own
	return nil
}

func byAnyHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeAny(resp.Body) // silent: closed behind a type assertion
	return nil
}

func bySwitchHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeAnyBySwitch(resp) // silent: closed in the arm for its type
	return nil
}

func byTypeParameterHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeT(resp.Body) // silent: closed through a type parameter
	return nil
}

func byVariadicHelper(a, b string) error {
	ra, err := http.Get(a)
	if err != nil {
		return err
	}
	rb, err := http.Get(b)
	if err != nil {
		closeAll(ra.Body)
		return err
	}
	closeAll(ra.Body, rb.Body) // silent: every one of the arguments is closed
	return nil
}

func byVariadicResponseHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer closeAllResponses(resp) // silent: closed in the helper's loop
	return nil
}

func bySliceHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closers := []io.Closer{resp.Body}
	defer closeSlice(closers) // silent: handed on in the slice
	return nil
}

func byDrainHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer drainAndClose(resp.Body) // silent: drained and closed
	return nil
}

func byDrainHelperOnResponse(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	drainAndCloseDeferred(resp) // silent: the helper's own defer closes
	return nil
}

func byReadHelper(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return readAndClose(resp) // silent: the helper reads and closes
}

func byDecodeHelper(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return decodeAndClose(resp, v) // silent: closed two levels down
}

func byMethodValueArgument(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer callFunc(resp.Body.Close) // silent: the helper calls the method value
	return nil
}

func byMethodValueIgnored(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	defer ignoreFunc(resp.Body.Close)
	return nil
}

func byLiteralArgument(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	callFunc(func() error { return resp.Body.Close() }) // silent: the helper calls the literal
	return nil
}

// Helpers that leave it open.

func readOnlyHelperLeaks(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 335"
	if err != nil {
		return nil, err
	}
	return readOnly(resp)
}

func readOnlyBodyHelperLeaks(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return readOnlyBody(resp.Body), nil
}

func readOnlyReadCloserHelperLeaks(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return readOnlyReadCloser(resp.Body, v)
}

func readOnlyHelperThenClose(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	b, err := readOnly(resp)
	resp.Body.Close() // silent: the caller closes after the helper has read
	return b, err
}

func loggingHelperLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 370"
	if err != nil {
		return err
	}
	logStatus(resp)
	return nil
}

func loggingWholeResponseLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	logWhole(resp)
	return nil
}

func printingHelperLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	printAny(resp)
	return nil
}

func ignoringHelperLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	defer ignore(resp)
	return nil
}

func doNothingCloserHelperLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	defer doNothing(resp.Body)
	return nil
}

func variadicHelperOnlyCounts(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return countBodies(resp.Body), nil
}

func comparingHelperLeaks(u string) (bool, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return false, err
	}
	return isOK(resp.StatusCode, http.StatusOK), nil
}

func standardLogLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	log.Println("got", resp, resp.Body)
	return nil
}

func helperBehindEarlyReturnLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 440"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	defer closeResponse(resp)
	return nil
}

func helperOnOtherResponseLeaks(a, b string) error {
	ra, err := http.Get(a) // want "response body of ra is not closed"
	if err != nil {
		return err
	}
	rb, err := http.Get(b)
	if err != nil {
		closeResponse(ra)
		return err
	}
	closeResponse(rb)
	closeResponse(rb)
	fmt.Println(ra.Status)
	return nil
}

// Several levels.

func closeLevel1(resp *http.Response) { closeLevel2(resp.Body) }

func closeLevel2(rc io.ReadCloser) { closeLevel3(rc, "body") }

func closeLevel3(c io.Closer, what string) {
	if err := c.Close(); err != nil {
		log.Println(what, err)
	}
}

func readLevel1(resp *http.Response) string { return readLevel2(resp.Body) }

func readLevel2(rc io.ReadCloser) string { return readLevel3(rc) }

func readLevel3(r io.Reader) string {
	b, _ := io.ReadAll(r)
	return string(b)
}

func threeLevelsDownCloses(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeLevel1(resp) // silent: closed three levels down
	return nil
}

func threeLevelsDownReads(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 497"
	if err != nil {
		return "", err
	}
	return readLevel1(resp), nil
}

// Helpers that close only sometimes.

func closeIfBadStatus(resp *http.Response) {
	if resp.StatusCode >= 400 {
		resp.Body.Close()
	}
}

func closeInOneArm(resp *http.Response, format string) {
	switch format {
	case "json":
		resp.Body.Close()
	case "text":
		logStatus(resp)
	}
}

func closeInEveryArm(resp *http.Response, format string) {
	switch format {
	case "json":
		drainAndClose(resp.Body)
	default:
		resp.Body.Close()
	}
}

func sometimesClosingHelperLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	closeIfBadStatus(resp)
	return nil
}

func sometimesClosingHelperThenClose(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeIfBadStatus(resp)
	resp.Body.Close() // silent: closed in any case
	return nil
}

func sometimesClosingArmLeaks(u, format string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	closeInOneArm(resp, format)
	return nil
}

func everyArmCloses(u, format string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeInEveryArm(resp, format) // silent: each arm closes
	return nil
}

// Recursion.

func closeAfterTries(resp *http.Response, n int) {
	if n > 0 {
		closeAfterTries(resp, n-1)
		return
	}
	resp.Body.Close()
}

func spin(resp *http.Response, n int) {
	if n > 0 {
		spin(resp, n-1)
	}
	logStatus(resp)
}

func ping(c io.Closer, n int) {
	if n == 0 {
		c.Close()
		return
	}
	pong(c, n-1)
}

func pong(c io.Closer, n int) {
	if n == 0 {
		c.Close()
		return
	}
	ping(c, n-1)
}

func tick(resp *http.Response, n int) string {
	if n == 0 {
		return resp.Status
	}
	return tock(resp, n-1)
}

func tock(resp *http.Response, n int) string {
	if n == 0 {
		return resp.Proto
	}
	return tick(resp, n-1)
}

func recursiveHelperLeaks(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	spin(resp, 3)
	return nil
}

func recursiveCloserThenClose(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // silent: whatever the recursion makes of it
	closeAfterTries(resp, 3)
	return nil
}

func recursiveCloser(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	closeAfterTries(resp, 3) // silent: the recursion ends in the close
	return nil
}

func mutuallyRecursiveCloser(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	ping(resp.Body, 4) // silent: both ends of the recursion close
	return nil
}

func mutuallyRecursiveReaderLeaks(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 652"
	if err != nil {
		return "", err
	}
	return tick(resp, 4), nil
}

// Methods.

type client struct {
	http  *http.Client
	debug bool
}

func (c *client) finish(resp *http.Response) {
	if c.debug {
		logStatus(resp)
	}
	resp.Body.Close()
}

func (c client) finishByValue(body io.ReadCloser) { body.Close() }

func (c *client) inspect(resp *http.Response) bool { return resp.StatusCode == http.StatusOK }

func (c *client) decode(resp *http.Response, v any) error {
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func (c *client) byMethod(req *http.Request) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer c.finish(resp) // silent: the method closes
	return nil
}

func (c *client) byMethodOnValue(req *http.Request) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer c.finishByValue(resp.Body) // silent: the method closes
	return nil
}

func (c *client) byMethodExpression(req *http.Request) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	(*client).finish(c, resp) // silent: the method closes, called as a function
	return nil
}

func (c *client) byDecodingMethod(req *http.Request, v any) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return c.decode(resp, v) // silent: the method closes on each of its paths
}

func (c *client) inspectingMethodLeaks(req *http.Request) (bool, error) {
	resp, err := c.http.Do(req) // want "response body of resp is not closed when the function returns at line 721"
	if err != nil {
		return false, err
	}
	return c.inspect(resp), nil
}

func (c *client) methodBehindContinueLeaks(reqs []*http.Request) {
	for _, req := range reqs {
		resp, err := c.http.Do(req) // want "response body of resp is not closed"
		if err != nil {
			continue
		}
		if !c.inspect(resp) {
			continue
		}
		c.finish(resp)
	}
}

// Helpers that keep or pass on.

var last *http.Response

func remember(resp *http.Response) { last = resp }

type handler interface {
	Handle(resp *http.Response) error
}

func byInterfaceMethod(u string, h handler) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return h.Handle(resp) // silent: an interface method may be anything, so it is handed on
}

func byFuncValue(u string, f func(*http.Response) error) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return f(resp) // silent: a func value may be anything
}

func byKeepingHelper(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	remember(resp) // silent: the helper keeps it
	return nil
}

func through(resp *http.Response) *http.Response {
	logStatus(resp)
	return resp
}

func helperReturnsItsArgumentLeaks(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 783"
	if err != nil {
		return "", err
	}
	resp = through(resp)
	return resp.Status, nil
}

func helperReturnsItsArgumentClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return through(resp).Body.Close() // silent: what comes back is the same response
}

func helperGetsAnArgumentDirectly(u string) (string, error) {
	return status(http.Get(u)) // silent: status closes
}

func status(resp *http.Response, err error) (string, error) {
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Status, nil
}

func statusOnly(resp *http.Response, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func helperGetsAnArgumentDirectlyLeaks(u string) (string, error) {
	return statusOnly(http.Get(u)) // want "response body of http.Get is not closed"
}

// Helpers that wrap what they are given.

type limited struct {
	io.Reader
	io.Closer
}

func limit(body io.ReadCloser, n int64) io.ReadCloser {
	return limited{Reader: io.LimitReader(body, n), Closer: body}
}

func unclosable(body io.ReadCloser) io.ReadCloser { return io.NopCloser(body) }

func closedThroughWrapper(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	body := limit(resp.Body, 1<<20)
	defer body.Close() // silent: the wrapper's Close is the body's
	return io.ReadAll(body)
}

func closedThroughNopCloserHelperLeaks(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	body := unclosable(resp.Body)
	defer body.Close()
	return io.ReadAll(body)
}
