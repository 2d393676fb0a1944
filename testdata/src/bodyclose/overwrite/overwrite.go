// Package overwrite holds responses and bodies whose variable gets another
// value while the first is open.
package overwrite

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

var errStatus = errors.New("bad status")

func secondOverFirst(a, b string) error {
	resp, err := http.Get(a) // want "response body of resp is not closed when it is overwritten at line 24"
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	resp, err = http.Get(b)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: the first is closed before.
func firstClosedBefore(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp, err = http.Get(b)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// deferTakesTheFirst shows that defer evaluates its arguments at once.
func deferTakesTheFirst(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	resp, err = http.Get(b) // want "response body of resp is not closed when the function returns at line 59"
	if err != nil {
		return err
	}
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

// Silent: each has a defer of its own.
func deferForEach(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	resp, err = http.Get(b)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

// deferredLiteralTakesTheLast shows that a literal looks at the variable late.
func deferredLiteralTakesTheLast(a, b string) error {
	resp, err := http.Get(a) // want "response body of resp is not closed when it is overwritten at line 89"
	if err != nil {
		return err
	}
	defer func() { resp.Body.Close() }()
	r, err := http.Get(b)
	if err != nil {
		return err
	}
	resp = r
	return nil
}

// Silent: the literal has the first as an argument, the second a defer.
func deferredLiteralWithArgument(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	defer func(r *http.Response) { r.Body.Close() }(resp)
	resp, err = http.Get(b)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

// Silent: the first was closed, the literal closes the last.
func deferredLiteralClosesTheLastOnly(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	defer func() { resp.Body.Close() }()
	r, err := http.Get(b)
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp = r
	return nil
}

// Silent: the first is in another variable by then.
func firstKeptElsewhere(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		return err
	}
	first := resp
	defer func() { first.Body.Close() }()
	resp, err = http.Get(b)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: swapped, and both closed.
func swapped(a, b string) error {
	x, err := http.Get(a)
	if err != nil {
		return err
	}
	defer x.Body.Close()
	y, err := http.Get(b)
	if err != nil {
		return err
	}
	x, y = y, x
	defer x.Body.Close()
	log.Println(y.Status)
	return nil
}

func swappedAndOneClosedTwice(a, b string) {
	x, errX := http.Get(a)
	if errX != nil {
		return
	}
	y, errY := http.Get(b) // want "response body of y is not closed"
	if errY != nil {
		x.Body.Close()
		return
	}
	x.Body.Close()
	x, y = y, x
	y.Body.Close()
	log.Println(x.Status)
}

func fallbackOverBadStatus(a, b string) error {
	resp, err := http.Get(a) // want "response body of resp is not closed when it is overwritten at line 175"
	if err != nil || resp.StatusCode != http.StatusOK {
		resp, err = http.Get(b)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: the fallback comes after an error only.
func fallbackOverError(a, b string) error {
	resp, err := http.Get(a)
	if err != nil {
		resp, err = http.Get(b)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Silent: the bad one is closed before the fallback.
func fallbackClosesTheBadOne(a, b string) error {
	resp, err := http.Get(a)
	if err == nil && resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		err = errStatus
	}
	if err != nil {
		resp, err = http.Get(b)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func unauthorizedRetry(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req) // want "response body of resp is not closed when it is overwritten at line 218"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		req.Header.Set("Authorization", "Bearer x")
		resp, err = c.Do(req)
		if err != nil {
			return nil, err
		}
	}
	return resp, nil
}

func unauthorizedRetryReturns(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		req.Header.Set("Authorization", "Bearer x")
		return c.Do(req)
	}
	return resp, nil
}

// Silent: the refused one is closed before the second try.
func unauthorizedRetryClosed(c *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusUnauthorized {
		resp.Body.Close()
		req.Header.Set("Authorization", "Bearer x")
		return c.Do(req)
	}
	return resp, nil
}

func overwrittenWithNil(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	resp = nil
	log.Println(resp == nil)
	return nil
}

func overwrittenByALiteral(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusAccepted {
		resp = &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}
	}
	return resp, nil
}

// Silent: closed before a response of memory takes its place.
func closedThenReplaced(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNotModified {
		resp.Body.Close()
		resp = &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}
	}
	return resp, nil
}

func bodyReplacedWhileOpen(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 296"
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return resp, nil
}

// Silent: read, closed, then replaced by what was read.
func bodyReplacedAfterTheClose(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return resp, nil
}

// Silent: the replaced body is in memory, so dropping it loses nothing.
func replacedAndDropped(u string) (int, error) {
	resp, err := http.Get(u)
	if err != nil {
		return 0, err
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return 0, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return bytes.Count(data, []byte("\n")) + resp.StatusCode, nil
}

// Silent: defer has taken the first body before it is replaced.
func deferTakesTheFirstBody(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	log.Println(resp.Status)
	return data, nil
}

// deferredLiteralTakesTheReplacement closes the body made of memory.
func deferredLiteralTakesTheReplacement(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 354"
	if err != nil {
		return nil, err
	}
	defer func() { resp.Body.Close() }()
	data, _ := io.ReadAll(resp.Body)
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return data, nil
}

// Silent: the first body is in a variable of its own.
func bodyKeptInAVariable(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	original := resp.Body
	data, err := io.ReadAll(original)
	resp.Body = io.NopCloser(bytes.NewReader(data))
	original.Close()
	return data, err
}

func bodyVariableForgotten(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	original := resp.Body
	resp.Body = http.NoBody
	data, err := io.ReadAll(original)
	resp.Body.Close()
	return data, err
}

func bodySetToNoBody(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 389"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusAccepted {
		resp.Body = http.NoBody
	}
	return resp, nil
}

func bodySetToNil(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when it is overwritten at line 399"
	if err != nil {
		return err
	}
	resp.Body = nil
	return nil
}

// Silent: set to nil behind the close.
func bodySetToNilClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp.Body = nil
	return nil
}

// Silent: the replacement closes what it wraps.
func bodyWrapped(w http.ResponseWriter, u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	resp.Body = http.MaxBytesReader(w, resp.Body, 1<<20)
	defer resp.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}

func bodyWrappedNeverClosed(w http.ResponseWriter, u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	resp.Body = http.MaxBytesReader(w, resp.Body, 1<<20)
	_, err = io.Copy(w, resp.Body)
	return err
}

// Silent: the replacement closes the first body and is handed to the caller.
func bodyWrappedReturned(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, 1<<20), resp.Body}
	return resp, nil
}

func bodyBecomesItsGzip(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	if resp.Header.Get("Content-Encoding") != "gzip" {
		return resp, nil
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = zr
	return resp, nil
}

func bodyBecomesItsNopCloser(u string) ([]byte, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(io.LimitReader(resp.Body, 1<<20))
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Silent: another response's field is set.
func otherResponsesBodySet(u string) error {
	fake := &http.Response{StatusCode: 200}
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	fake.Body = io.NopCloser(strings.NewReader("x"))
	log.Println(fake.StatusCode)
	return resp.Body.Close()
}

// Silent: overwriting other fields loses nothing.
func otherFieldsSet(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	resp.StatusCode = http.StatusOK
	resp.Header = http.Header{}
	resp.ContentLength = -1
	return resp, nil
}

func overwrittenInOneBranch(a, b string, again bool) error {
	resp, err := http.Get(a) // want "response body of resp is not closed when it is overwritten at line 506"
	if err != nil {
		return err
	}
	if again {
		resp, err = http.Get(b)
		if err != nil {
			return err
		}
	}
	return resp.Body.Close()
}

func threeInARow(a string) error {
	resp, err := http.Get(a) // want "response body of resp is not closed when it is overwritten at line 516"
	resp, err = http.Get(a)  // want "response body of resp is not closed when it is overwritten at line 517"
	resp, err = http.Get(a)  // want "response body of resp is not closed when the function returns at line 522"
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	return nil
}

// Silent: closed, asked for again, and closed again.
func closeAndAgain(a string) error {
	resp, err := http.Get(a)
	if err == nil {
		resp.Body.Close()
		resp, err = http.Get(a)
	}
	if err == nil {
		resp.Body.Close()
	}
	return err
}

type session struct{ last *http.Response }

// Silent: whether the field's old value was open is the session's affair.
func fieldOverwritten(s *session, u string) (err error) {
	s.last, err = http.Get(u)
	return err
}

// Silent: no body comes with a 304, so that nothing is lost.
func overwrittenWhenNotModified(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNotModified {
		resp = &http.Response{StatusCode: http.StatusOK, Body: http.NoBody}
	}
	return resp, nil
}

// Silent: nor with a 204.
func bodyReplacedWhenThereIsNone(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNoContent {
		resp.Body = http.NoBody
	}
	return resp, nil
}
