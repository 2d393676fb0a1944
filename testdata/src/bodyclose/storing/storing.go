// Package storing holds responses that are returned or put where they outlive
// the function, next to those of which only a part is.
package storing

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"sync"
)

var errStatus = errors.New("bad status")

var (
	last     *http.Response
	lastBody io.ReadCloser
	lastCode int
	byURL    = map[string]*http.Response{}
	cache    sync.Map
)

type conn struct {
	hc     *http.Client
	resp   *http.Response
	body   io.ReadCloser
	dec    *json.Decoder
	header http.Header
	code   int
}

type key struct{}

// Silent: returned.
func returned(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func returnedOnOneWay(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 53"
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errStatus
	}
	return resp, nil
}

// Silent: the result is an interface that holds the response.
func returnedAsAny(u string) (any, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

// Silent: the shallow copy carries the body out.
func returnedCopy(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	cp := *resp
	cp.Header = resp.Header.Clone()
	return &cp, nil
}

// Silent: copied to where the caller wants it.
func copiedOut(u string, out *http.Response) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	*out = *resp
	return nil
}

// Silent: the caller's pointer gets it.
func storedThroughPointer(u string, out **http.Response) (err error) {
	*out, err = http.Get(u)
	return err
}

// Silent: stored in the receiver's field by the call itself.
func (c *conn) storedAtTheCall(u string) (err error) {
	c.resp, err = c.hc.Get(u)
	return err
}

// Silent: stored in the receiver's field afterwards.
func (c *conn) storedAfterwards(u string) error {
	resp, err := c.hc.Get(u)
	if err != nil {
		return err
	}
	c.resp = resp
	return nil
}

func (c *conn) returnsBeforeItIsStored(u string) error {
	resp, err := c.hc.Get(u) // want "response body of resp is not closed when the function returns at line 116"
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errStatus
	}
	c.resp = resp
	return nil
}

// Silent: the body alone is stored.
func (c *conn) bodyStored(u string) error {
	resp, err := c.hc.Get(u)
	if err != nil {
		return err
	}
	c.body = resp.Body
	return nil
}

func (c *conn) headerStored(u string) error {
	resp, err := c.hc.Get(u) // want "response body of resp is not closed when the function returns at line 139"
	if err != nil {
		return err
	}
	c.header = resp.Header
	c.code = resp.StatusCode
	return nil
}

// Silent: the header is stored, the body closed.
func (c *conn) headerStoredClosed(u string) error {
	resp, err := c.hc.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	c.header = resp.Header
	c.code = resp.StatusCode
	return nil
}

// Silent: stored by value of a receiver that is returned.
func (c conn) storedInACopy(u string) (conn, error) {
	resp, err := c.hc.Get(u)
	if err != nil {
		return c, err
	}
	c.resp = resp
	return c, nil
}

// Silent: part of a struct that is returned.
func newConn(u string) (*conn, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &conn{resp: resp, code: resp.StatusCode}, nil
}

// Silent: the body, and the decoder over it, go out in a struct.
func newDecoderConn(u string) (*conn, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &conn{body: resp.Body, dec: json.NewDecoder(resp.Body)}, nil
}

func newConnWithoutTheResponse(u string) (*conn, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 187"
	if err != nil {
		return nil, err
	}
	return &conn{header: resp.Header, code: resp.StatusCode}, nil
}

func newConnFailsLate(u string) (*conn, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 196"
	if err != nil {
		return nil, err
	}
	if _, err := url.Parse(resp.Header.Get("Location")); err != nil {
		return nil, err
	}
	return &conn{resp: resp}, nil
}

// Silent: a global holds it.
func storedInGlobal(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	last = resp
	return nil
}

// Silent: a global holds it, assigned by the call itself.
func storedInGlobalAtTheCall(u string) (err error) {
	last, err = http.Get(u)
	return err
}

// Silent: a global holds the body.
func bodyStoredInGlobal(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	lastBody = resp.Body
	return nil
}

func statusStoredInGlobal(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 233"
	if err != nil {
		return err
	}
	lastCode = resp.StatusCode
	return nil
}

// Silent: a map holds it.
func storedInMap(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	byURL[u] = resp
	return nil
}

func statusStoredInMap(u string, m map[string]string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	m[u] = resp.Status
	return nil
}

// Silent: a sync.Map holds it.
func storedInSyncMap(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	cache.Store(u, resp)
	return nil
}

func statusStoredInSyncMap(u string) error {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return err
	}
	cache.Store(u, resp.StatusCode)
	return nil
}

// Silent: a slice holds it.
func storedInSlice(u string, all []*http.Response) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	all[0] = resp
	return nil
}

// Silent: appended to a slice that is returned.
func appended(u string, all []*http.Response) ([]*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return all, err
	}
	return append(all, resp), nil
}

// Silent: appended to a slice of bodies that is closed one by one.
func appendedAndClosed(urls []string) error {
	var bodies []io.Closer
	defer func() {
		for _, b := range bodies {
			b.Close()
		}
	}()
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			return err
		}
		bodies = append(bodies, resp.Body)
	}
	return nil
}

func appendedButReturnsBefore(urls []string) (all []*http.Response, err error) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 318"
		if err != nil {
			return all, err
		}
		if resp.StatusCode != http.StatusOK {
			return all, errStatus
		}
		all = append(all, resp)
	}
	return all, nil
}

func statusesAppended(urls []string) (codes []int) {
	for _, u := range urls {
		resp, err := http.Get(u) // want "response body of resp is not closed when the loop goes round"
		if err != nil {
			continue
		}
		codes = append(codes, resp.StatusCode)
	}
	return codes
}

// Silent: a slice literal that is returned.
func inSliceLiteral(u string) ([]*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return []*http.Response{resp}, nil
}

// Silent: sent to whoever receives.
func sent(u string, out chan<- *http.Response) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	out <- resp
	return nil
}

// Silent: sent as part of a struct.
func sentInStruct(u string, out chan<- conn) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	out <- conn{resp: resp}
	return nil
}

// Silent: the body is sent.
func bodySent(u string, out chan<- io.ReadCloser) {
	if resp, err := http.Get(u); err == nil {
		out <- resp.Body
	}
}

func statusSent(u string, out chan<- int) {
	if resp, err := http.Get(u); err == nil { // want "response body of resp is not closed when the function returns at line 376"
		out <- resp.StatusCode
	}
}

func sentUnlessCancelled(ctx context.Context, u string, out chan<- *http.Response) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 388"
	if err != nil {
		return
	}
	select {
	case out <- resp:
	case <-ctx.Done():
		log.Println(ctx.Err())
	}
}

// Silent: what is not sent is closed.
func sentOrClosed(ctx context.Context, u string, out chan<- *http.Response) {
	resp, err := http.Get(u)
	if err != nil {
		return
	}
	select {
	case out <- resp:
	case <-ctx.Done():
		resp.Body.Close()
	}
}

// Silent: the context that is returned holds it.
func inContext(ctx context.Context, u string) (context.Context, error) {
	resp, err := http.Get(u)
	if err != nil {
		return ctx, err
	}
	return context.WithValue(ctx, key{}, resp), nil
}

func statusInContext(ctx context.Context, u string) (context.Context, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed"
	if err != nil {
		return ctx, err
	}
	return context.WithValue(ctx, key{}, resp.StatusCode), nil
}

// Silent: a local struct's field, closed through the field.
func localStructFieldClosed(u string) (err error) {
	var page struct {
		resp *http.Response
		size int64
	}
	page.resp, err = http.Get(u)
	if err != nil {
		return err
	}
	defer page.resp.Body.Close()
	page.size, err = io.Copy(os.Stdout, page.resp.Body)
	return err
}

// Silent: closed through the variable, whatever the struct does.
func localStructClosedThroughVariable(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c := conn{resp: resp}
	log.Println(c.resp.Status)
	return resp.Body.Close()
}

// Silent: closed through a pointer to the struct.
func localPointerClosed(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	c := &conn{resp: resp, body: resp.Body}
	defer c.body.Close()
	log.Println(c.resp.Status)
	return nil
}

// Silent: the struct is handed on after the call stored into it.
func localStructReturned(u string) (*conn, error) {
	c := new(conn)
	var err error
	if c.resp, err = http.Get(u); err != nil {
		return nil, err
	}
	return c, nil
}

// Silent: an array's element, closed through the array.
func localArrayClosed(u string) error {
	var pair [2]*http.Response
	var err error
	if pair[0], err = http.Get(u); err != nil {
		return err
	}
	defer pair[0].Body.Close()
	return nil
}

// Silent: the body ends up in a response that is returned.
func bodyInAnotherResponse(u string) (*http.Response, error) {
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &http.Response{
		StatusCode: resp.StatusCode,
		Header:     resp.Header,
		Body:       resp.Body,
	}, nil
}

func statusInAnotherResponse(u string) (*http.Response, error) {
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 497"
	if err != nil {
		return nil, err
	}
	return &http.Response{
		StatusCode: resp.StatusCode,
		Header:     resp.Header,
		Body:       http.NoBody,
	}, nil
}
