// Package unread is checked at the level unread: no path reads the body at all.
package unread

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/gorilla/websocket"
	"github.com/samber/lo"
)

// Closed and never read.

func statusOnly(u string) (int, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func statusChecked(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	return nil
}

func headerOnly(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("ETag"), nil
}

func cookiesOnly(c *http.Client, u string) ([]*http.Cookie, error) {
	r, err := c.Get(u) // want "response body of r is closed unread"
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	return r.Cookies(), nil
}

func locationOnly(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return "", err
	}
	resp.Body.Close()
	loc, err := resp.Location()
	if err != nil {
		return "", err
	}
	return loc.String(), nil
}

func closedAtOnce(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func closedWhenNoError(u string) {
	if resp, err := http.Get(u); err == nil { // want "response body of resp is closed unread"
		resp.Body.Close()
	}
}

func closedWhenNotNil(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if resp != nil {
		defer resp.Body.Close()
	}
	return err
}

func posted(u, text string) error {
	resp, err := http.Post(u, "text/plain", strings.NewReader(text)) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func postedForm(u string) error {
	resp, err := http.PostForm(u, nil) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer func() {
		if err := resp.Body.Close(); err != nil {
			log.Println(err)
		}
	}()
	return nil
}

func done(c *http.Client, req *http.Request) error {
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return errors.New(resp.Status)
	}
	return nil
}

func roundTripped(rt http.RoundTripper, req *http.Request) (bool, error) {
	resp, err := rt.RoundTrip(req) // want "response body of resp is closed unread"
	if err != nil {
		return false, err
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK, nil
}

func deleted(ctx context.Context, c *http.Client, u string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, u, nil)
	if err != nil {
		return err
	}
	resp, err := c.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	resp.Body.Close()
	return nil
}

func closedInEachBranch(u string) string {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return ""
	}
	switch {
	case resp.StatusCode < 300:
		resp.Body.Close()
		return "fine"
	case resp.StatusCode < 500:
		resp.Body.Close()
		return "ours"
	default:
		resp.Body.Close()
		return "theirs"
	}
}

func polled(u string) {
	for {
		resp, err := http.Get(u) // want "response body of resp is closed unread"
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return
		}
		time.Sleep(time.Second)
	}
}

func polledInGoroutine(u string, up chan<- bool) {
	go func() {
		resp, err := http.Get(u) // want "response body of resp is closed unread"
		if err != nil {
			up <- false
			return
		}
		defer resp.Body.Close()
		up <- resp.StatusCode == http.StatusOK
	}()
}

func closedByMethodValue(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	closeBody := resp.Body.Close
	defer closeBody()
	return nil
}

func logged(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	log.Printf("%v", resp)
	return nil
}

func bodyComparedOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	if resp.Body != nil {
		resp.Body.Close()
	}
	return nil
}

func bodyInVariable(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	body := resp.Body
	defer body.Close()
	return nil
}

func returnedClosed(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp, nil
}

func gotClosed(u string) (int, error) {
	resp, err := returnedClosed(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil // silent: the report stands where it was closed
}

func mustUnread(u string) {
	_ = lo.Must(http.Get(u)).Body.Close() // want "response body of http.Get is closed unread"
}

func pinged(get func(string) (*http.Response, error), u string) bool {
	resp, err := get(u) // want "response body of resp is closed unread"
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return true
}

// Read at the wrong time, or not in truth.

func drainedAfterClose(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return nil
}

func drainDeferredBeforeClose(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer io.Copy(io.Discard, resp.Body)
	defer resp.Body.Close()
	return nil
}

func readerMadeAndNeverRead(u string) error {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	br := bufio.NewReader(resp.Body)
	dec := json.NewDecoder(io.LimitReader(br, 1<<10))
	dec.UseNumber()
	return nil
}

func otherBodyRead(a, b string) ([]byte, error) {
	ra, err := http.Get(a) // want "response body of ra is closed unread"
	if err != nil {
		return nil, err
	}
	defer ra.Body.Close()
	rb, err := http.Get(b)
	if err != nil {
		return nil, err
	}
	defer rb.Body.Close()
	return io.ReadAll(rb.Body)
}

func firstOfTwoUnread(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	resp, err = http.Get(u + "/again")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func requestBodyRead(req *http.Request) ([]byte, error) {
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is closed unread"
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(req.Body)
}

// Read, on some path at least.

func readAll(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body) // silent: read
}

func drained(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body) // silent: drained
	return err
}

func drainedInDeferredLiteral(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body) // silent: drained before the close
		resp.Body.Close()
	}()
	return nil
}

func drainDeferredAfterClose(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	defer io.Copy(io.Discard, resp.Body) // silent: the last one deferred runs first
	return nil
}

func drainedWithBound(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	_, _ = io.CopyN(io.Discard, resp.Body, 256<<10) // silent: drained as far as it pays
	return resp.Body.Close()
}

func decoded(u string, v any) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v) // silent at this level: read
}

func readOnSuccess(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body) // silent at this level: one path reads it
}

func readOnFailure(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		b, _ := io.ReadAll(resp.Body) // silent at this level: one path reads it
		return fmt.Errorf("status %d: %s", resp.StatusCode, b)
	}
	return nil
}

func readAtTheLastTry(u string) ([]byte, error) {
	for i := 0; ; i++ {
		resp, err := http.Get(u)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 500 && i < 3 {
			resp.Body.Close()
			continue
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body) // silent at this level: one path reads it
	}
}

func readInLiteral(u string) (b []byte, err error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	func() { b, err = io.ReadAll(resp.Body) }() // silent: the literal reads
	return b, err
}

func readByGoroutine(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	ready := make(chan error)
	go func() {
		_, err := io.Copy(io.Discard, resp.Body) // silent: the goroutine reads
		ready <- err
	}()
	return <-ready
}

// Somebody else's.

func neverClosed(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil // silent: never closed is bodyclose's
}

func returnedOpen(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp, nil // silent: the caller may read it
}

func returnedOnSuccess(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil // silent at this level: the caller may read it
}

func gotOpen(u string) error {
	resp, err := returnedOpen(u) // want "response body of resp is closed unread"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type parser interface {
	Parse(r io.Reader) error
}

func parsed(u string, p parser) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return p.Parse(resp.Body) // silent: an interface method may read it
}

func parsedByFunc(u string, parse func(*http.Response) error) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return parse(resp) // silent: a func value may read it
}

type response struct{ *http.Response }

func carried(u string) (*response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &response{resp}, nil // silent: carried out
}

func sentOn(c *http.Client, from, to string) error {
	resp, err := http.Get(from)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	req, err := http.NewRequest(http.MethodPut, to, resp.Body)
	if err != nil {
		return err
	}
	out, err := c.Do(req) // want "response body of out is closed unread"
	if err != nil {
		return err
	}
	return out.Body.Close() // silent for resp: the transport reads it as the request's body
}

// No connection behind it.

func recorded(h http.Handler, req *http.Request) int {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	resp := w.Result()
	defer resp.Body.Close() // silent: it was recorded in memory
	return resp.StatusCode
}

func inMemory() int {
	resp := &http.Response{StatusCode: 200, Body: io.NopCloser(strings.NewReader("text"))}
	defer resp.Body.Close() // silent: it was made here
	return resp.StatusCode
}

func dialled(ctx context.Context, u string) (*websocket.Conn, error) {
	conn, resp, err := websocket.DefaultDialer.DialContext(ctx, u, nil)
	if resp != nil {
		defer resp.Body.Close() // silent: a dialer's response has its body in memory
	}
	return conn, err
}

// Paths that do not end.

func fatalAtOnce(u string) {
	resp, err := http.Get(u)
	if err != nil {
		log.Fatal(err)
	}
	resp.Body.Close()
	log.Fatal("enough") // silent: the only path ends the program
}
