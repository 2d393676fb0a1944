// Package carriers has structs that carry a response out of the function that got it.
package carriers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
)

// wrapper embeds the response, as API clients do.
type wrapper struct {
	*http.Response
	NextPage int
}

func newWrapper(r *http.Response) *wrapper {
	w := &wrapper{Response: r}
	if r.Header.Get("Link") != "" {
		w.NextPage = 2
	}
	return w
}

// result hides the response behind an accessor.
type result struct {
	resp *http.Response
	err  error
}

func (r *result) Response() *http.Response { return r.resp }

func (r *result) Body() io.ReadCloser { return r.resp.Body }

func (r *result) Close() error { return r.resp.Body.Close() }

func (r *result) Status() string { return r.resp.Status }

func (r result) Err() error { return r.err }

// stream carries the body alone.
type stream struct {
	body io.ReadCloser
	dec  *json.Decoder
}

func (s *stream) Close() error { return s.body.Close() }

// summary carries nothing that needs closing.
type summary struct {
	Code   int
	Header http.Header
	Size   int64
}

// Carried out.

func carriedEmbedded(u string) (*wrapper, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &wrapper{Response: resp}, nil // silent: carried out
}

func carriedByConstructor(u string) (*wrapper, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return newWrapper(resp), nil // silent: carried out by what the constructor returns
}

func carriedByValue(u string) (wrapper, error) {
	resp, err := http.Get(u)
	return wrapper{Response: resp}, err // silent: carried out
}

func carriedWithError(u string) *result {
	resp, err := http.Get(u)
	return &result{resp: resp, err: err} // silent: carried out, the error with it
}

func carriedDirectly(u string) (r result) {
	r.resp, r.err = http.Get(u)
	return r // silent: carried out
}

func carriedBody(u string) (*stream, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &stream{body: resp.Body, dec: json.NewDecoder(resp.Body)}, nil // silent: the body is carried out
}

func carriedNested(u string) (any, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	type page struct {
		inner struct{ w wrapper }
		n     int
	}
	var p page
	p.inner.w.Response = resp
	return p, nil // silent: carried out two structs deep
}

func carriedInSlice(us []string) (rs []*wrapper) {
	for _, u := range us {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		rs = append(rs, newWrapper(resp))
	}
	return rs // silent: carried out
}

func carriedInMap(us []string) map[string]*http.Response {
	m := make(map[string]*http.Response, len(us))
	for _, u := range us {
		if resp, err := http.Get(u); err == nil {
			m[u] = resp
		}
	}
	return m // silent: carried out
}

func carriedThroughPointer(u string, out **http.Response) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	*out = resp
	return nil // silent: the caller's variable has it
}

func carriedInCallersStruct(u string, out *result) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	out.resp = resp
	return nil // silent: the caller's struct has it
}

func carriedByYield(us []string) func(yield func(string, *http.Response) bool) {
	return func(yield func(string, *http.Response) bool) {
		for _, u := range us {
			resp, err := http.Get(u)
			if err != nil {
				return
			}
			if !yield(u, resp) { // silent: the loop's body has it
				return
			}
		}
	}
}

// Not carried out.

func onlyPartsCarried(u string) (*summary, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 173"
	if err != nil {
		return nil, err
	}
	return &summary{Code: resp.StatusCode, Header: resp.Header, Size: resp.ContentLength}, nil
}

func onlyPartsCarriedAndClosed(u string) (*summary, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close() // silent: closed
	return &summary{Code: resp.StatusCode, Header: resp.Header}, nil
}

func onlyRequestCarried(u string) (*http.Request, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return nil, err
	}
	return resp.Request, nil
}

func onlyTextCarried(u string) (string, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return "", err
	}
	return fmt.Sprint(resp), nil
}

func droppedBeforeCarried(u string) (*wrapper, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 207"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		return nil, errors.New(resp.Status)
	}
	return newWrapper(resp), nil
}

func closedBeforeCarried(u string) (*wrapper, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return newWrapper(resp), nil // silent: closed on the one path, carried out on the other
}

func carriedInErrorOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 232"
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		return &apiError{resp: resp}
	}
	return nil
}

type apiError struct{ resp *http.Response }

func (e *apiError) Error() string { return e.resp.Status }
func (e *apiError) Close() error  { return e.resp.Body.Close() }

func carriedInErrorOrClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		return &apiError{resp: resp} // silent: the error carries it out
	}
	return resp.Body.Close()
}

func bodyDroppedBetween(u string) (*stream, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 258"
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(resp.Body)
	if _, err := dec.Token(); err != nil {
		return nil, err
	}
	return &stream{body: resp.Body, dec: dec}, nil
}

// Accessors.

func accessorCloses(u string) error {
	tmp := carriedWithError(u)
	if tmp.Err() != nil {
		return tmp.Err()
	}
	return tmp.Response().Body.Close() // silent: closed through the accessor
}

func accessorOnlyLooks(r *result) int {
	return r.Response().StatusCode // silent: the accessor hands nothing over
}

func accessorIntoVariable(r *result) (string, int) {
	resp := r.Response()
	return resp.Status, resp.StatusCode // silent: the accessor hands nothing over
}

func accessorWithinFunction(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	tmp := &result{resp: resp}
	defer tmp.Response().Body.Close() // silent: closed through the accessor
	fmt.Println(tmp.Status())
	return nil
}

func bodyAccessorWithinFunction(u string) ([]byte, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	tmp := result{resp: resp}
	defer tmp.Body().Close() // silent: closed through the accessor
	return io.ReadAll(tmp.Body())
}

func embeddedWithinFunction(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	w := newWrapper(resp)
	defer w.Body.Close() // silent: closed through the embedded response
	fmt.Println(w.NextPage)
	return nil
}

func closeMethodWithinFunction(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	tmp := &result{resp: resp}
	defer tmp.Close() // silent: its Close closes the body
	fmt.Println(tmp.Status())
	return nil
}

func fieldWithinFunction(u string) error {
	var r result
	r.resp, r.err = http.Get(u)
	if r.err != nil {
		return r.err
	}
	return r.resp.Body.Close() // silent: closed through the field
}

// Several results.

func both(a, b string) (ra, rb *http.Response, err error) {
	ra, err = http.Get(a)
	if err != nil {
		return nil, nil, err
	}
	rb, err = http.Get(b)
	if err != nil {
		ra.Body.Close()
		return nil, nil, err
	}
	return ra, rb, nil // silent: both go to the caller
}

func bothLeaks(a, b string) (ra, rb *http.Response, err error) {
	ra, err = http.Get(a) // want "response body of ra is not closed when the function returns at line 356"
	if err != nil {
		return nil, nil, err
	}
	rb, err = http.Get(b)
	if err != nil {
		return nil, nil, err
	}
	return ra, rb, nil
}

func callsBoth(a, b string) error {
	ra, rb, err := both(a, b)
	if err != nil {
		return err
	}
	return errors.Join(ra.Body.Close(), rb.Body.Close()) // silent: both closed
}

func bodyAndLength(u string) (io.ReadCloser, int64, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, 0, err
	}
	if resp.ContentLength < 0 {
		resp.Body.Close()
		return nil, 0, errors.New("no length")
	}
	return resp.Body, resp.ContentLength, nil // silent: the body goes to the caller
}

func bodyOrError(u string) (body io.ReadCloser, err error) {
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
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil // silent: closed on error, returned otherwise
}

func decodedAndWrapped(c *http.Client, req *http.Request, v any) (*wrapper, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	w := newWrapper(resp)
	return w, json.NewDecoder(resp.Body).Decode(v) // silent: closed, though carried out
}

func callsDecodedAndWrapped(c *http.Client, req *http.Request) (int, error) {
	var v map[string]any
	w, err := decodedAndWrapped(c, req, &v)
	if err != nil {
		return 0, err
	}
	return w.NextPage, nil // silent: the wrapper's body is closed
}

// Kept for later.

type poller struct {
	mu   sync.Mutex
	last *http.Response
	all  []*http.Response
	body io.ReadCloser
}

func (p *poller) keep(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last = resp
	return nil // silent: kept in a field
}

func (p *poller) keepBody(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	p.body = resp.Body
	return nil // silent: kept in a field
}

func (p *poller) keepMany(us ...string) error {
	for _, u := range us {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		p.all = append(p.all, resp) // silent: kept in a slice
	}
	return nil
}

func (p *poller) keepStatusOnly(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	p.last = &http.Response{Status: resp.Status, StatusCode: resp.StatusCode}
	return nil
}

func (p *poller) closeLast() error {
	if p.last == nil {
		return nil
	}
	return p.last.Body.Close() // silent: nothing was got here
}
