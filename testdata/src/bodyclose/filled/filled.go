// Package filled has functions that put a response into a struct which their callers give them.
package filled

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"sync"
	"testing"
)

// response is filled by send.
type response struct {
	resp *http.Response
	err  error
	ok   bool
	code int
	data []byte
	to   io.Writer
}

func (r *response) set(resp *http.Response) {
	r.resp = resp
	r.code = resp.StatusCode
}

func (r *response) setCode(resp *http.Response) { r.code = resp.StatusCode }

func (r *response) replace(resp *http.Response) {
	if r.resp != nil {
		r.resp.Body.Close()
	}
	r.resp = resp
}

func (r *response) body() io.ReadCloser { return r.resp.Body }

func (r *response) close() { r.resp.Body.Close() }

func (r *response) failed() bool { return r.code >= 400 }

func (r *response) decode(v any) error {
	defer r.body().Close()
	return json.NewDecoder(r.body()).Decode(v)
}

func send(req *http.Request, out *response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	out.set(resp)
	return nil
}

func sendField(req *http.Request, out *response) (err error) {
	out.resp, err = http.DefaultClient.Do(req)
	return err
}

// Dropped.

func droppedOnSuccess(req *http.Request) error {
	r := &response{}
	if err := send(req, r); err != nil { // want "response body of r is not closed when the function returns at line 71"
		return err
	}
	return nil
}

func droppedEarly(req *http.Request, v any) error {
	r := &response{}
	if err := send(req, r); err != nil { // want "response body of r is not closed when the function returns at line 80"
		return err
	}
	if r.failed() {
		return errors.New("failed")
	}
	return r.decode(v)
}

func droppedVariable(req *http.Request) (int, error) {
	var r response
	if err := sendField(req, &r); err != nil { // want "response body of r is not closed when the function returns at line 90"
		return 0, err
	}
	return r.code, nil
}

func droppedResult(req *http.Request) error {
	return send(req, new(response)) // want "response body of send is not closed when the function returns at line 94"
}

func droppedHere(req *http.Request) (int, error) {
	r := &response{}
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is not closed when the function returns at line 104"
	if err != nil {
		return 0, err
	}
	r.set(resp)
	return r.code, nil
}

func droppedUnused(req *http.Request) error {
	r := &response{}
	err := send(req, r) // want "response body of r is not closed when the function returns at line 113"
	if err != nil {
		log.Println(r, err)
	}
	return err
}

func filledTwice(req *http.Request) error {
	r := &response{}
	if err := send(req, r); err != nil { // want "response body of r is not closed when the function returns at line 122"
		return err
	}
	if err := send(req, r); err != nil {
		return err
	}
	r.close()
	return nil
}

func filledInLoop(reqs []*http.Request) error {
	r := &response{}
	for _, req := range reqs {
		if err := send(req, r); err != nil { // want "response body of r is not closed when the loop goes round at line 131"
			return err
		}
	}
	return nil
}

// Through two functions.

func sendLogged(out *response, req *http.Request) error {
	log.Println(req.URL)
	return send(req, out)
}

func (r *response) fetch(req *http.Request) error {
	if err := sendLogged(r, req); err != nil {
		return err
	}
	log.Println(r.code)
	return nil
}

func droppedThroughTwo(req *http.Request) (int, error) {
	var r response
	if err := r.fetch(req); err != nil { // want "response body of r is not closed when the function returns at line 158"
		return 0, err
	}
	return r.code, nil
}

func closedThroughTwo(req *http.Request) (int, error) {
	var r response
	if err := r.fetch(req); err != nil {
		return 0, err
	}
	defer r.close() // silent
	return r.code, nil
}

// The error is in the struct.

func (r *response) try(u string) { r.resp, r.err = http.Get(u) }

func droppedTry(u string) error {
	r := &response{}
	r.try(u) // want "response body of r is not closed when the function returns at line 180"
	if r.err != nil {
		return r.err
	}
	return nil
}

func closedTry(u string) error {
	r := &response{}
	r.try(u) // silent: without an error only, there is something to close
	if r.err != nil {
		return r.err
	}
	r.close()
	return nil
}

func (r *response) tryOK(u string) {
	r.resp, r.err = http.Get(u)
	r.ok = r.err == nil
}

func closedTryOK(u string) error {
	r := &response{}
	r.tryOK(u)
	if !r.ok {
		return errors.New("failed")
	}
	r.close() // silent
	return nil
}

// trySilently tells by nothing that there is no response.
func trySilently(u string, out *response) {
	resp, err := http.Get(u)
	if err != nil {
		out.code = 500
		return
	}
	out.set(resp)
}

func closedIfOK(u string) {
	r := &response{}
	trySilently(u, r) // silent: the code may tell
	if r.code == 500 {
		return
	}
	r.close()
}

// With generics.

type carrier[T any] struct {
	resp  *http.Response
	value T
}

func (c *carrier[T]) fill(req *http.Request) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	c.resp = resp
	return nil
}

func fillValue[T any](req *http.Request, c *carrier[T], v T) error {
	c.value = v
	return c.fill(req)
}

func droppedGeneric(req *http.Request) (int, error) {
	c := &carrier[int]{}
	if err := fillValue(req, c, 1); err != nil { // want "response body of c is not closed when the function returns at line 253"
		return 0, err
	}
	return c.value, nil
}

func closedGeneric(req *http.Request) (int, error) {
	c := &carrier[int]{}
	if err := fillValue(req, c, 1); err != nil {
		return 0, err
	}
	c.resp.Body.Close() // silent
	return c.value, nil
}

// Closed.

func closedByMethod(req *http.Request) error {
	r := &response{}
	if err := send(req, r); err != nil {
		return err
	}
	r.close() // silent
	return nil
}

func closedByAccessor(req *http.Request) error {
	r := &response{}
	if err := send(req, r); err != nil {
		return err
	}
	defer r.body().Close() // silent
	if r.failed() {
		return errors.New("failed")
	}
	return nil
}

func closedByField(req *http.Request) error {
	var r response
	if err := sendField(req, &r); err != nil {
		return err
	}
	defer r.resp.Body.Close() // silent
	return nil
}

func closedByDecode(req *http.Request, v any) error {
	r := new(response)
	if err := send(req, r); err != nil {
		return err
	}
	return r.decode(v) // silent
}

func closedByLiteral(req *http.Request) error {
	var r response
	defer func() {
		if r.resp != nil {
			r.resp.Body.Close() // silent
		}
	}()
	return send(req, &r)
}

func closedHere(req *http.Request) error {
	var r response
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	r.set(resp)
	resp.Body.Close() // silent
	return nil
}

func closedEachTime(reqs []*http.Request) error {
	var r response
	for _, req := range reqs {
		if err := send(req, &r); err != nil {
			return err
		}
		r.close() // silent
	}
	return nil
}

func closedInTest(t *testing.T, req *http.Request) {
	r := &response{}
	t.Cleanup(func() { r.close() }) // silent
	if err := send(req, r); err != nil {
		t.Fatal(err)
	}
}

func replaced(reqs []*http.Request) error {
	var r response
	for _, req := range reqs {
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			break
		}
		r.replace(resp) // silent: it closes what was there
	}
	if r.resp != nil {
		r.close()
	}
	return nil
}

// A stream holds the response, its body, and what reads that.
type stream struct {
	resp *http.Response
	body io.ReadCloser
	scan *bufio.Scanner
}

func (s *stream) open(u string) error {
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	s.resp, s.body, s.scan = resp, resp.Body, bufio.NewScanner(resp.Body)
	return nil
}

// next closes the body at its end.
func (s *stream) next() bool {
	if s.scan.Scan() {
		return true
	}
	s.resp.Body.Close()
	return false
}

func closedAtEnd(u string) error {
	s := &stream{}
	if err := s.open(u); err != nil {
		return err
	}
	for s.next() { // silent
	}
	return nil
}

func closedAtEndOnly(u string) error {
	s := &stream{}
	if err := s.open(u); err != nil { // want "response body of s is not closed"
		return err
	}
	if s.next() {
		return nil
	}
	return errors.New("empty")
}

func (s *stream) moveTo(to *stream) { to.resp, to.body, s.resp, s.body = s.resp, s.body, nil, nil }

func moved(u string) error {
	var s, t stream
	if err := s.open(u); err != nil {
		return err
	}
	s.moveTo(&t)
	return t.body.Close() // silent
}

func movedOnly(u string) error {
	var s, t stream
	if err := s.open(u); err != nil { // want "response body of s is not closed"
		return err
	}
	s.moveTo(&t)
	return nil
}

// Kept.

func returned(req *http.Request) (*response, error) {
	r := &response{}
	if err := send(req, r); err != nil {
		return nil, err
	}
	return r, nil // silent
}

func returnedByValue(req *http.Request) (r response, err error) {
	err = send(req, &r)
	return r, err // silent
}

type session struct {
	last  *response
	all   []*response
	inner response
}

func (s *session) stored(req *http.Request) error {
	r := &response{}
	if err := send(req, r); err != nil {
		return err
	}
	s.last = r // silent
	return nil
}

func (s *session) storedBefore(req *http.Request) error {
	r := &response{}
	s.last = r
	return send(req, r) // silent
}

func (s *session) storedIn(req *http.Request) error {
	return send(req, &s.inner) // silent: the caller's struct has it
}

func (s *session) appended(req *http.Request) error {
	r := &response{}
	s.all = append(s.all, r)
	return send(req, r) // silent
}

func (s *session) field(req *http.Request) error {
	return send(req, s.last) // silent: somebody else has it
}

var pool sync.Pool

func pooled(req *http.Request) error {
	r := pool.Get().(*response)
	defer pool.Put(r)
	return send(req, r) // silent
}

func pooledNew(req *http.Request) error {
	r := &response{}
	defer func() { pool.Put(r) }()
	return send(req, r) // silent
}

func sent(req *http.Request, ch chan<- *response) error {
	r := &response{}
	if err := send(req, r); err != nil {
		return err
	}
	ch <- r // silent
	return nil
}

func captured(req *http.Request) (func(), error) {
	r := &response{}
	stop := func() { r.close() }
	if err := send(req, r); err != nil {
		return nil, err
	}
	return stop, nil // silent
}

func given(req *http.Request, use func(*response)) error {
	r := &response{}
	if err := send(req, r); err != nil {
		return err
	}
	use(r) // silent: nobody knows what it does
	return nil
}

func givenBefore(req *http.Request, use func(*response)) error {
	r := &response{}
	use(r)
	return send(req, r) // silent
}

var current *response

// sendCurrent keeps what it is given.
func sendCurrent(req *http.Request, out *response) error {
	current = out
	return send(req, out)
}

func keptByCallee(req *http.Request) error {
	return sendCurrent(req, &response{}) // silent
}

// sendWatched has a goroutine close it.
func sendWatched(req *http.Request, out *response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	out.set(resp)
	go func() {
		<-req.Context().Done()
		resp.Body.Close()
	}()
	return nil
}

func watched(req *http.Request) error {
	return sendWatched(req, &response{}) // silent
}

// sendCleaned has the test close it.
func sendCleaned(t *testing.T, req *http.Request, out *response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	out.set(resp)
	t.Cleanup(func() { resp.Body.Close() })
	return nil
}

func cleaned(t *testing.T, req *http.Request) {
	var r response
	if err := sendCleaned(t, req, &r); err != nil { // silent
		t.Fatal(err)
	}
}

// Nothing is left to close.

func sendRead(req *http.Request, out *response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	out.data, err = io.ReadAll(resp.Body)
	out.set(resp)
	return err
}

func read(req *http.Request) ([]byte, error) {
	var r response
	if err := sendRead(req, &r); err != nil { // silent
		return nil, err
	}
	return r.data, nil
}

func onlyCode(req *http.Request) (int, error) {
	var r response
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	r.setCode(resp) // silent
	return r.code, nil
}

func onlyCodeDropped(req *http.Request) (int, error) {
	var r response
	resp, err := http.DefaultClient.Do(req) // want "response body of resp is not closed"
	if err != nil {
		return 0, err
	}
	r.setCode(resp)
	return r.code, nil
}

// sendOption fills what asks for it, and reads the rest.
func sendOption(req *http.Request, stream bool, out *response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	if stream {
		out.resp = resp
		return nil
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(&out.data)
}

func withoutStream(req *http.Request) ([]byte, error) {
	var r response
	err := sendOption(req, false, &r) // silent
	return r.data, err
}

func withStream(req *http.Request) error {
	var r response
	return sendOption(req, true, &r) // want "response body of r is not closed"
}

// sendInto reads the response into what there is to hold it, and else leaves it to the caller.
func sendInto(req *http.Request, out *response) error {
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	if out.to == nil {
		out.resp = resp
		return nil
	}
	defer resp.Body.Close()
	_, err = io.Copy(out.to, resp.Body)
	return err
}

func into(req *http.Request, w io.Writer) error {
	return sendInto(req, &response{to: w}) // silent
}

// Expected to fail.

func equal(t *testing.T, want, got any) {
	if want != got {
		t.Errorf("%v", got)
	}
}

func expected(t *testing.T, req *http.Request) {
	r := &response{}
	err := send(req, r)
	equal(t, io.EOF, err) // silent: that it failed may be what is expected
}

func expectedToFail(t *testing.T, req *http.Request) {
	r := &response{}
	err := send(req, r)
	equal(t, true, err != nil) // silent
}

func required(t *testing.T, req *http.Request) {
	r := &response{}
	err := send(req, r) // want "response body of r is not closed"
	if err != nil {
		t.Fatal(err)
	}
}

// Not run here.

func deferred(req *http.Request) {
	r := &response{}
	defer send(req, r) // silent: not followed
	go send(req, r)
}

type held struct{ resp *http.Response }

type shelf struct{ last *held }

// Silent: whoever has the shelf finds it there.
func shelvedBefore(s *shelf, u string) error {
	r := &held{}
	s.last = r
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	r.resp = resp
	return nil
}

// Silent: so does whoever has the map.
func inMapBefore(m map[string]*held, u string) error {
	r := &held{}
	m[u] = r
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	r.resp = resp
	return nil
}

func shelvedElsewhere(s *shelf, u string, keep bool) error {
	r, other := &held{}, &held{}
	s.last = other
	resp, err := http.Get(u) // want `response body of resp is not closed when the function returns at line 729`
	if err != nil {
		return err
	}
	r.resp = resp
	return nil
}
