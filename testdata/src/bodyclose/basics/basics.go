// Package basics holds the plainest shapes: every way of net/http to get a
// response, and one thing done with it.
package basics

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
)

func getNeverClosed(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 24"
	if err != nil {
		return err
	}
	fmt.Println(resp.Status)
	return nil
}

// Silent: closed on the only path that has a response.
func getDeferred(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status)
	return nil
}

// Silent: closed without defer, nothing returns before it.
func getClosedAtOnce(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func getReadNotClosed(u string) ([]byte, error) {
	res, err := http.Get(u) // want "response body of res is not closed when the function returns at line 53"
	if err != nil {
		return nil, err
	}
	return io.ReadAll(res.Body)
}

// Silent: read, then closed, the read's error looked at afterwards.
func getReadThenClosed(u string) ([]byte, error) {
	res, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil {
		return nil, err
	}
	return data, nil
}

func getDrainedNotClosed(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 77"
	if err != nil {
		log.Println(err)
		return
	}
	_, _ = io.Copy(io.Discard, resp.Body)
}

func decodeNotClosed(u string, v any) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func scanNotClosed(u string) (lines []string, err error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	return lines, sc.Err()
}

func postNotClosed(u, payload string) error {
	resp, err := http.Post(u, "application/json", strings.NewReader(payload)) // want "response body of resp is not closed"
	if err != nil {
		return fmt.Errorf("post: %w", err)
	}
	if resp.StatusCode >= 400 {
		return fmt.Errorf("post: %s", resp.Status)
	}
	return nil
}

// Silent: deferred right behind the check.
func postClosed(u, payload string) error {
	resp, err := http.Post(u, "application/json", strings.NewReader(payload))
	if err != nil {
		return fmt.Errorf("post: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return fmt.Errorf("post: %s", resp.Status)
	}
	return nil
}

func postFormNotClosed(u string) (string, error) {
	r, err := http.PostForm(u, url.Values{"q": {"x"}}) // want "response body of r is not closed when the function returns at line 128"
	if err != nil {
		return "", err
	}
	return r.Header.Get("Location"), nil
}

// Silent: the deferred literal closes it.
func postFormClosed(u string) (string, error) {
	r, err := http.PostForm(u, url.Values{"q": {"x"}})
	if err != nil {
		return "", err
	}
	defer func() { _ = r.Body.Close() }()
	return r.Header.Get("Location"), nil
}

type api struct {
	hc   *http.Client
	base string
}

func (a *api) getNotClosed(path string) error {
	resp, err := a.hc.Get(a.base + path) // want "response body of resp is not closed when the function returns at line 152"
	if err != nil {
		return err
	}
	log.Print(resp.StatusCode)
	return nil
}

// Silent: closed by defer.
func (a *api) getClosed(path string) error {
	resp, err := a.hc.Get(a.base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	log.Print(resp.StatusCode)
	return nil
}

func (a api) postNotClosed(path string, body io.Reader) (int, error) {
	resp, err := a.hc.Post(a.base+path, "text/plain", body) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (a api) postFormNotClosed(path string, v url.Values) bool {
	resp, err := a.hc.PostForm(a.base+path, v) // want "response body of resp is not closed when the function returns at line 176"
	return err == nil && resp.StatusCode == http.StatusOK
}

func (a *api) doNotClosed(ctx context.Context, path string) (http.Header, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := a.hc.Do(req) // want "response body of resp is not closed when the function returns at line 188"
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

// Silent: the request's own errors return before there is a response.
func (a *api) doClosed(ctx context.Context, path string) (http.Header, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, a.base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := a.hc.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp.Header, nil
}

func doOnClientValue(req *http.Request) error {
	var c http.Client
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	if resp.ContentLength > 1<<20 {
		return fmt.Errorf("too large: %d", resp.ContentLength)
	}
	return nil
}

func callOverManyLines(u string) error {
	resp, err := http.Post( // want "response body of resp is not closed when the function returns at line 229"
		u,
		"application/x-www-form-urlencoded",
		strings.NewReader(url.Values{
			"grant_type": {"client_credentials"},
		}.Encode()),
	)
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, resp.Status)
	return nil
}

func roundTripInterfaceNotClosed(rt http.RoundTripper, req *http.Request) (int, error) {
	resp, err := rt.RoundTrip(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: closed by defer.
func roundTripInterfaceClosed(rt http.RoundTripper, req *http.Request) (int, error) {
	resp, err := rt.RoundTrip(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func roundTripTransportNotClosed(tr *http.Transport, req *http.Request) error {
	resp, err := tr.RoundTrip(req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

func roundTripDefaultNotClosed(req *http.Request) error {
	resp, err := http.DefaultTransport.RoundTrip(req) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	log.Println(resp.Proto)
	return nil
}

func readResponseNotClosed(br *bufio.Reader, req *http.Request) (int, error) {
	resp, err := http.ReadResponse(br, req) // want "response body of resp is not closed when the function returns at line 273"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Silent: closed by defer.
func readResponseClosed(br *bufio.Reader, req *http.Request) (int, error) {
	resp, err := http.ReadResponse(br, req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func statementDiscards(u string) {
	http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

func blankDiscards(u string) error {
	_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
	return err
}

func bothBlank(c *http.Client, req *http.Request) {
	_, _ = c.Do(req) // want "response body of c.Do is not closed: the response is discarded"
}

func blankDiscardsAndChecks(client *http.Client, req *http.Request) error {
	if _, err := client.Do(req); err != nil { // want "response body of client.Do is not closed: the response is discarded"
		return fmt.Errorf("ping: %w", err)
	}
	return nil
}

func (a *api) fieldDiscards(path string) error {
	_, err := a.hc.Post(a.base+path, "", nil) // want "response body of a.hc.Post is not closed: the response is discarded"
	if err != nil {
		return err
	}
	return nil
}

func defaultClientDiscards(req *http.Request) {
	http.DefaultClient.Do(req) // want "response body of http.DefaultClient.Do is not closed: the response is discarded"
}

func literalClientDiscards(req *http.Request) {
	(&http.Client{}).Do(req) // want "the response is discarded"
}

func goDiscards(u string) {
	go http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
}

func deferDiscards(c *http.Client, u string) {
	defer c.Get(u) // want "response body of c.Get is not closed: the response is discarded"
	log.Println("notified later")
}

func funcVariableDiscards(u string) {
	get := http.Get
	get(u) // want "response body of get is not closed: the response is discarded"
}

func funcParameterNotClosed(get func(string) (*http.Response, error), u string) int {
	resp, err := get(u) // want "response body of resp is not closed when the function returns at line 341"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: whatever get is, its response is closed.
func funcParameterClosed(get func(string) (*http.Response, error), u string) int {
	resp, err := get(u)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

func methodValueNotClosed(c *http.Client, req *http.Request) int {
	do := c.Do
	resp, err := do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func methodExpressionNotClosed(c *http.Client, req *http.Request) int {
	resp, err := (*http.Client).Do(c, req) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func errorIgnoredNotClosed(u string) string {
	resp, _ := http.Get(u) // want "response body of resp is not closed when the function returns at line 373"
	return resp.Status
}

// Silent: the error is ignored, the close is not.
func errorIgnoredClosed(u string) string {
	resp, _ := http.Get(u)
	defer resp.Body.Close()
	return resp.Status
}

// Silent: closing before the error check panics on an error, but leaks nothing.
func deferredBeforeTheCheck(u string) error {
	resp, err := http.Get(u)
	defer resp.Body.Close()
	if err != nil {
		return err
	}
	return nil
}

func assignedToBlankOnly(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	_, _ = resp, err
}

func declaredWithVar(u string) int {
	var resp *http.Response
	var err error
	resp, err = http.Get(u) // want "response body of resp is not closed when the function returns at line 405"
	if err != nil {
		return -1
	}
	return resp.StatusCode
}

// Silent: the variable was declared first, and is closed.
func declaredWithVarClosed(u string) int {
	var (
		resp *http.Response
		err  error
	)
	if resp, err = http.Get(u); err != nil {
		return -1
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

func printedOnly(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(resp)
}

func formattedOnly(u string) string {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%+v", resp)
}

// Silent: the body went through a variable of its own.
func closedThroughBodyVariable(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	body := resp.Body
	defer body.Close()
	return io.ReadAll(body)
}

func bodyVariableReadOnly(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	body := resp.Body
	return io.ReadAll(body)
}

// Silent: closed through an io.Closer.
func closedThroughCloser(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	var c io.Closer = resp.Body
	return c.Close()
}

// Silent: closed through a second name for the same response.
func closedThroughAlias(u string) int {
	resp, err := http.Get(u)
	if err != nil {
		return 0
	}
	last := resp
	defer last.Body.Close()
	return resp.StatusCode
}

// Silent: the close's error is the result.
func closeIsTheResult(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: closed in the condition of an if.
func closedInACondition(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	if err := resp.Body.Close(); err != nil {
		log.Print(err)
	}
}

// Silent: closed twice is closed.
func closedTwice(u string) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func deferredDrainOnly(u string) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 516"
	if err != nil {
		return
	}
	defer io.Copy(io.Discard, resp.Body)
	log.Println(resp.Status)
}

// Silent: the error is only logged, but then the defer panics on the nil response.
func loggedAndDeferred(u string) {
	resp, err := http.Get(u)
	if err != nil {
		log.Println(err)
	}
	defer resp.Body.Close()
}

// closeFieldSet sets a field that is called Close, which closes nothing.
func closeFieldSet(u string) int {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	resp.Close = true
	return resp.StatusCode
}

func requestCloseSet(req *http.Request) int {
	req.Close = true
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func idleConnectionsClosed(c *http.Client, u string) int {
	defer c.CloseIdleConnections()
	resp, err := c.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func requestBodyClosedInstead(c *http.Client, req *http.Request) int {
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0
	}
	defer resp.Request.Body.Close()
	return resp.StatusCode
}

func otherResponseClosed(a, b string) error {
	first, err := http.Get(a) // want "response body of first is not closed"
	if err != nil {
		return err
	}
	log.Println(first.Status)
	second, err := http.Get(b)
	if err != nil {
		return err
	}
	defer second.Body.Close()
	defer second.Body.Close()
	return nil
}

func firstLostWhenSecondFails(a, b string) error {
	first, err := http.Get(a) // want "response body of first is not closed when the function returns at line 586"
	if err != nil {
		return err
	}
	second, err := http.Get(b)
	if err != nil {
		return err
	}
	defer first.Body.Close()
	defer second.Body.Close()
	return nil
}

// Silent: the first has its defer before the second is asked for.
func bothClosed(a, b string) error {
	first, err := http.Get(a)
	if err != nil {
		return err
	}
	defer first.Body.Close()
	second, err := http.Get(b)
	if err != nil {
		return err
	}
	defer second.Body.Close()
	return nil
}

func bothLeak(a, b string) int {
	first, err := http.Get(a) // want "response body of first is not closed"
	if err != nil {
		return 0
	}
	second, err := http.Get(b) // want "response body of second is not closed when the function returns at line 617"
	if err != nil {
		return 0
	}
	return first.StatusCode + second.StatusCode
}

// mustGet hands its caller an open response.
//
// Silent: returned.
func mustGet(u string) *http.Response {
	resp, err := http.Get(u)
	if err != nil {
		panic(err)
	}
	return resp
}

func statusOfExpression(u string) int {
	return mustGet(u).StatusCode // want "response body of mustGet is not closed"
}

func readOfExpression(u string) ([]byte, error) {
	return io.ReadAll(mustGet(u).Body) // want "response body of mustGet is not closed"
}

// Silent: closed without ever having had a name.
func closedExpression(u string) {
	mustGet(u).Body.Close()
}

// Silent: deferred without ever having had a name.
func deferredExpression(u string) {
	defer mustGet(u).Body.Close()
	log.Println("warmed up")
}

func mustGetDiscarded(u string) {
	mustGet(u) // want "response body of mustGet is not closed: the response is discarded"
}

func mustGetNotClosed(u string) string {
	resp := mustGet(u) // want "response body of resp is not closed when the function returns at line 656"
	return resp.Header.Get("ETag")
}

// Silent: the caller owns what is returned.
func returnsTheCall(u string) (*http.Response, error) {
	return http.Get(u)
}

// Silent: the caller owns the body.
func returnsTheBody(u string) (io.ReadCloser, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Silent: the body is among the named results.
func returnsTheBodyAmongOthers(u string) (body io.ReadCloser, size int64, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	body, size = resp.Body, resp.ContentLength
	return
}

func returnsTheHeaderOnly(u string) (http.Header, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	h := resp.Header.Clone()
	return h, nil
}

func inAFunctionLiteral(u string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 700"
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.WriteHeader(resp.StatusCode)
	}
}

// Silent: closed inside the literal.
func inAFunctionLiteralClosed(u string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get(u)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		w.WriteHeader(resp.StatusCode)
	}
}

var status = func() string {
	resp, err := http.Get("http://localhost/status") // want "response body of resp is not closed"
	if err != nil {
		return ""
	}
	return resp.Status
}()

var probes = map[string]func(string) error{
	"leaks": func(u string) error {
		_, err := http.Get(u) // want "response body of http.Get is not closed: the response is discarded"
		return err
	},
	// Silent: closed.
	"closes": func(u string) error {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	},
}

func init() {
	resp, err := http.Get("http://localhost/warmup") // want "response body of resp is not closed"
	if err == nil {
		log.Print(resp.Status)
	}
}

func oneFailsTheOtherStaysOpen(a, b string) (ok bool) {
	r1, err1 := http.Get(a) // want "response body of r1 is not closed"
	r2, err2 := http.Get(b) // want "response body of r2 is not closed"
	if err1 != nil || err2 != nil {
		return false
	}
	r1.Body.Close()
	r2.Body.Close()
	return true
}
