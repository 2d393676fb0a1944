// Package closings closes responses in many ways, all of which do: nothing here is reported.
package closings

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"log"
	"net/http"
	"net/http/httputil"
	"os"
	"sync"
	"time"
)

var global *http.Response
var globals = map[string]io.Closer{}
var globalS struct{ resp *http.Response }
var cleanup2 []func()

func cleanup(f func())       { cleanup2 = append(cleanup2, f) }
func store(r *http.Response) { global = r }
func closeBody(c io.Closer)  { c.Close() }
func closeResp(r *http.Response) {
	if r != nil && r.Body != nil {
		r.Body.Close()
	}
}
func drain(r *http.Response) { io.Copy(io.Discard, io.LimitReader(r.Body, 1<<20)); r.Body.Close() }
func closeAll(cs ...io.Closer) {
	for _, c := range cs {
		if c != nil {
			c.Close()
		}
	}
}
func must(err error) {
	if err != nil {
		panic(err)
	}
}
func logClose(name string, c io.Closer) {
	if err := c.Close(); err != nil {
		log.Println(name, err)
	}
}
func logErr(f func() error) {
	if err := f(); err != nil {
		log.Println(err)
	}
}
func ignore(error) {}
func multi(err *error, f func() error) {
	if e := f(); e != nil && *err == nil {
		*err = e
	}
}
func errClose(err *error, c io.Closer) {
	if e := c.Close(); e != nil {
		*err = errors.Join(*err, e)
	}
}

type group struct{ wg sync.WaitGroup }

func (g *group) Go(f func() error) { g.wg.Add(1); go func() { defer g.wg.Done(); f() }() }

type holder struct {
	resp *http.Response
	body io.ReadCloser
}

func newHolder(r *http.Response) *holder { return &holder{resp: r} }
func (h *holder) set(r *http.Response)   { h.resp = r }
func (h *holder) Close() error           { return h.resp.Body.Close() }
func (h *holder) closeBody()             { h.body.Close() }

type embed struct{ io.ReadCloser }

func wrap(rc io.ReadCloser) io.ReadCloser { return &embed{rc} }
func tryClose(v any) {
	switch v := v.(type) {
	case io.Closer:
		v.Close()
	case *http.Response:
		v.Body.Close()
	}
}
func closeAny(v any) {
	if c, ok := v.(io.Closer); ok {
		c.Close()
	}
}
func generic[T io.Closer](v T)                             { v.Close() }
func generic2[T any](v T, f func(T))                       { f(v) }
func with(r *http.Response, f func(io.Reader) error) error { defer r.Body.Close(); return f(r.Body) }
func lines(r *http.Response) iter.Seq[string] {
	return func(yield func(string) bool) {
		defer r.Body.Close()
		sc := bufio.NewScanner(r.Body)
		for sc.Scan() {
			if !yield(sc.Text()) {
				return
			}
		}
	}
}
func process(r *http.Response) error {
	defer r.Body.Close()
	if r.StatusCode != 200 {
		return errors.New("x")
	}
	return nil
}
func parse[T any](r *http.Response) (v T, err error) {
	defer r.Body.Close()
	err = json.NewDecoder(r.Body).Decode(&v)
	return
}

type stack struct {
	cs []io.Closer
	fs []func()
}

func (s *stack) push(c io.Closer) { s.cs = append(s.cs, c) }
func (s *stack) pushFn(f func())  { s.fs = append(s.fs, f) }
func (s *stack) closeAll() {
	for _, c := range s.cs {
		c.Close()
	}
	for _, f := range s.fs {
		f()
	}
}
func handle(r *http.Response) bool { r.Body.Close(); return true }
func check(r *http.Response) (bool, error) {
	if r.StatusCode == 500 {
		r.Body.Close()
		return false, errors.New("x")
	}
	if r.StatusCode == 404 {
		r.Body.Close()
		return false, nil
	}
	return true, nil
}
func checkErr(r *http.Response) error {
	if r.StatusCode == 500 {
		r.Body.Close()
		return errors.New("x")
	}
	return nil
}
func readAll(r *http.Response) ([]byte, error)    { defer r.Body.Close(); return io.ReadAll(r.Body) }
func readAllBody(r io.ReadCloser) ([]byte, error) { defer r.Close(); return io.ReadAll(r) }
func decode(r *http.Response) (io.ReadCloser, error) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{zr, r.Body}, nil
}
func decode2(r *http.Response) (io.ReadCloser, error) {
	zr, err := gzip.NewReader(r.Body)
	if err != nil {
		r.Body.Close()
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{zr, r.Body}, nil
}
func pick(a, b *http.Response) *http.Response {
	if a != nil {
		return a
	}
	return b
}
func closes0(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return err
}
func closes1(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	return err
}
func closes2(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer func() { io.Copy(io.Discard, resp.Body); resp.Body.Close() }()
	return err
}
func closes3(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer closeBody(resp.Body)
	return err
}
func closes4(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer closeResp(resp)
	return err
}
func closes5(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer drain(resp)
	return err
}
func closes6(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	b := resp.Body
	defer b.Close()
	return err
}
func closes7(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	c := resp.Body.Close
	defer c()
	return err
}
func closes8(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	cl := io.Closer(resp.Body)
	defer cl.Close()
	return err
}
func closes9(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var rc io.ReadCloser = resp.Body
	defer rc.Close()
	return err
}
func closes10(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer closeAll(resp.Body)
	return err
}
func closes11(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer closeAll(nil, resp.Body)
	return err
}
func closes12(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	for _, c := range []io.Closer{resp.Body} {
		c.Close()
	}
	return err
}
func closes13(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	cs := []io.Closer{resp.Body}
	defer func() {
		for _, c := range cs {
			c.Close()
		}
	}()
	return err
}
func closes14(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	cs := []func() error{resp.Body.Close}
	for _, c := range cs {
		c()
	}
	return err
}
func closes15(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	m := map[string]io.Closer{"a": resp.Body}
	for _, c := range m {
		c.Close()
	}
	return err
}
func closes16(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if resp.Body != nil {
		defer resp.Body.Close()
	}
	return err
}
func closes17(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if resp != nil && resp.Body != nil {
		resp.Body.Close()
	}
	return err
}
func closes18(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if b := resp.Body; b != nil {
		b.Close()
	}
	return err
}
func closes19(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	switch {
	case resp.StatusCode == 200:
		resp.Body.Close()
	default:
		resp.Body.Close()
	}
	return err
}
func closes20(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if resp.StatusCode != 200 {
		resp.Body.Close()
		return err
	}
	resp.Body.Close()
	return err
}
func closes21(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	func() { defer resp.Body.Close(); io.ReadAll(resp.Body) }()
	return err
}
func closes22(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	fn := func() { resp.Body.Close() }
	fn()
	return err
}
func closes23(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	fn := func() { resp.Body.Close() }
	defer fn()
	return err
}
func closes24(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	fn := func(r *http.Response) { r.Body.Close() }
	fn(resp)
	return err
}
func closes25(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	fn := func(c io.Closer) error { return c.Close() }
	defer fn(resp.Body)
	return err
}
func closes26(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var once sync.Once
	once.Do(func() { resp.Body.Close() })
	return err
}
func closes27(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var once sync.Once
	defer once.Do(func() { resp.Body.Close() })
	return err
}
func closes28(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	cl := sync.OnceValue(resp.Body.Close)
	defer cl()
	return err
}
func closes29(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	cl := sync.OnceFunc(func() { resp.Body.Close() })
	defer cl()
	return err
}
func closes30(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	go func() { defer resp.Body.Close(); io.Copy(io.Discard, resp.Body) }()
	return err
}
func closes31(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	done := make(chan int)
	go func() { resp.Body.Close(); close(done) }()
	<-done
	return err
}
func closes32(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	wg.Go(func() { resp.Body.Close() })
	wg.Wait()
	return err
}
func closes33(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); resp.Body.Close() }()
	wg.Wait()
	return err
}
func closes34(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	ch := make(chan *http.Response, 1)
	ch <- resp
	r := <-ch
	r.Body.Close()
	return err
}
func closes35(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	ch := make(chan io.ReadCloser, 1)
	ch <- resp.Body
	(<-ch).Close()
	return err
}
func closes36(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	g := &group{}
	g.Go(func() error { return resp.Body.Close() })
	return err
}
func closes37(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	cleanup(func() { resp.Body.Close() })
	return err
}
func closes38(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	cleanup2 = append(cleanup2, func() { resp.Body.Close() })
	return err
}
func closes39(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := &holder{resp: resp}
	defer h.Close()
	return err
}
func closes40(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := holder{body: resp.Body}
	h.closeBody()
	return err
}
func closes41(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := newHolder(resp)
	defer h.Close()
	return err
}
func closes42(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := &holder{}
	h.set(resp)
	defer h.Close()
	return err
}
func closes43(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := &holder{}
	h.resp = resp
	h.Close()
	return err
}
func closes44(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := embed{resp.Body}
	defer h.Close()
	return err
}
func closes45(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := &embed{ReadCloser: resp.Body}
	io.ReadAll(h)
	h.Close()
	return err
}
func closes46(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := struct {
		io.Reader
		io.Closer
	}{bufio.NewReader(resp.Body), resp.Body}
	defer h.Close()
	return err
}
func closes47(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	h := struct{ *http.Response }{resp}
	defer h.Body.Close()
	return err
}
func closes48(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	resp.Body = &embed{resp.Body}
	defer resp.Body.Close()
	return err
}
func closes49(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	resp.Body = wrap(resp.Body)
	defer resp.Body.Close()
	return err
}
func closes50(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, 10), resp.Body}
	resp.Body.Close()
	return err
}
func closes51(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	old := resp.Body
	resp.Body = io.NopCloser(bytes.NewReader(nil))
	old.Close()
	return err
}
func closes52(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	b, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return err
}
func closes53(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		resp.Body.Close()
		return err
	}
	defer resp.Body.Close()
	defer zr.Close()
	return err
}
func closes54(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	r := bufio.NewReader(resp.Body)
	defer resp.Body.Close()
	r.ReadByte()
	return err
}
func closes55(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(resp.Body)
	defer resp.Body.Close()
	var v any
	if err := dec.Decode(&v); err != nil {
		return err
	}
	return err
}
func closes56(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	sc := bufio.NewScanner(resp.Body)
	for sc.Scan() {
		println(sc.Text())
	}
	resp.Body.Close()
	return err
}
func closes57(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	pr, pw := io.Pipe()
	go func() { io.Copy(pw, resp.Body); resp.Body.Close(); pw.Close() }()
	io.ReadAll(pr)
	return err
}
func closes58(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	httputil.DumpResponse(resp, true)
	resp.Body.Close()
	return err
}
func closes59(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	resp.Write(os.Stdout)
	return err
}
func closes60(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	must(resp.Body.Close())
	return err
}
func closes61(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if err := resp.Body.Close(); err != nil {
		panic(err)
	}
	return err
}
func closes62(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	err = errors.Join(err, resp.Body.Close())
	return err
}
func closes63(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	return err
}
func closes64(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := resp.Body.Close(); cerr != nil && err == nil {
			err = cerr
		}
	}()
	return err
}
func closes65(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer logClose("x", resp.Body)
	return err
}
func closes66(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer logErr(resp.Body.Close)
	return err
}
func closes67(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer ignore(resp.Body.Close())
	return err
}
func closes68(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer multi(&err, resp.Body.Close)
	return err
}
func closes69(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer errClose(&err, resp.Body)
	return err
}
func closes70(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer func(b io.ReadCloser) { b.Close() }(resp.Body)
	return err
}
func closes71(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer func(r *http.Response) {
		if r != nil {
			r.Body.Close()
		}
	}(resp)
	return err
}
func closes72(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	go func(r *http.Response) { r.Body.Close() }(resp)
	return err
}
func closes73(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	global = resp
	return err
}
func closes74(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	globals["a"] = resp.Body
	return err
}
func closes75(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	globalS.resp = resp
	return err
}
func closes76(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	store(resp)
	return err
}
func closes77(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	context.AfterFunc(context.Background(), func() { resp.Body.Close() })
	return err
}
func closes79(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	time.AfterFunc(1, func() { resp.Body.Close() })
	return err
}
func closes80(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	for {
		io.ReadAll(resp.Body)
		resp.Body.Close()
		break
	}
	return err
}
func closes81(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	for i := 0; i < 1; i++ {
		defer resp.Body.Close()
	}
	return err
}
func closes82(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	ok := resp.StatusCode == 200
	if ok {
		resp.Body.Close()
	}
	if !ok {
		resp.Body.Close()
	}
	return err
}
func closes83(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	ok := true
	if resp.StatusCode > 300 {
		ok = false
		resp.Body.Close()
	}
	if ok {
		resp.Body.Close()
	}
	return err
}
func closes84(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	closed := false
	defer func() {
		if !closed {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode == 200 {
		resp.Body.Close()
		closed = true
	}
	return err
}
func closes85(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	keep := false
	defer func() {
		if !keep {
			resp.Body.Close()
		}
	}()
	if resp.StatusCode == 200 {
		global = resp
		keep = true
	}
	return err
}
func closes86(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var toClose io.Closer = resp.Body
	defer func() {
		if toClose != nil {
			toClose.Close()
		}
	}()
	if resp.StatusCode == 200 {
		toClose = nil
		global = resp
	}
	return err
}
func closes87(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	switch b := resp.Body.(type) {
	case io.Closer:
		b.Close()
	}
	return err
}
func closes88(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if c, ok := resp.Body.(interface{ Close() error }); ok {
		c.Close()
	}
	return err
}
func closes89(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	c, _ := any(resp.Body).(io.Closer)
	c.Close()
	return err
}
func closes90(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	tryClose(resp.Body)
	return err
}
func closes91(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	tryClose(resp)
	return err
}
func closes92(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	closeAny(resp.Body)
	return err
}
func closes93(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	generic(resp.Body)
	return err
}
func closes94(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	generic2(resp, func(r *http.Response) { r.Body.Close() })
	return err
}
func closes95(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	with(resp, func(r io.Reader) error { return nil })
	return err
}
func closes96(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	for l := range lines(resp) {
		println(l)
	}
	return err
}
func closes97(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	err = process(resp)
	if err != nil {
		return err
	}
	return err
}
func closes98(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	v, err := parse[int](resp)
	println(v, err)
	return err
}
func closes99(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	resp2 := resp
	defer resp2.Body.Close()
	return err
}
func closes100(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	resp2 := *resp
	defer resp2.Body.Close()
	return err
}
func closes101(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	p := &resp
	defer (*p).Body.Close()
	return err
}
func closes102(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	p := &resp.Body
	defer (*p).Close()
	return err
}
func closes103(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	rs := []*http.Response{resp}
	for _, r := range rs {
		r.Body.Close()
	}
	return err
}
func closes104(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	rs := []*http.Response{}
	rs = append(rs, resp)
	defer func() {
		for _, r := range rs {
			r.Body.Close()
		}
	}()
	return err
}
func closes105(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	rs := map[int]*http.Response{}
	rs[1] = resp
	for _, r := range rs {
		r.Body.Close()
	}
	return err
}
func closes106(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var rs [2]*http.Response
	rs[0] = resp
	rs[0].Body.Close()
	return err
}
func closes107(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if resp.StatusCode == 500 {
		log.Fatal("x")
	}
	resp.Body.Close()
	return err
}
func closes108(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if resp.StatusCode == 500 {
		resp.Body.Close()
		panic("x")
	}
	defer resp.Body.Close()
	return err
}
func closes109(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode == 500 {
		goto end
	}
	println()
end:
	println()
	return err
}
func closes110(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	panic(resp.Status)
	return err
}
func closes111(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	os.Exit(resp.StatusCode)
	return err
}
func closes112(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	log.Fatalln(resp.Status)
	return err
}
func closes113(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	println(resp.Status)
	select {}
	return err
}
func closes114(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	println(resp.Status)
	for {
		time.Sleep(1)
	}
	return err
}
func closes115(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	http.Serve(nil, nil)
	resp.Body.Close()
	return err
}
func closes116(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	w := io.MultiWriter(os.Stdout)
	io.Copy(w, resp.Body)
	closer := func() error { return resp.Body.Close() }
	defer closer()
	return err
}
func closes117(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	t := time.AfterFunc(1, func() {})
	defer t.Stop()
	defer resp.Body.Close()
	return err
}
func closes118(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() { <-ctx.Done(); resp.Body.Close() }()
	io.ReadAll(resp.Body)
	return err
}
func closes119(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	errc := make(chan error, 1)
	go func() { defer resp.Body.Close(); _, err := io.ReadAll(resp.Body); errc <- err }()
	select {
	case <-errc:
	case <-time.After(1):
	}
	return err
}
func closes120(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	type res struct{ r *http.Response }
	x := res{resp}
	y := x
	y.r.Body.Close()
	return err
}
func closes121(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	type res struct{ r *http.Response }
	x := &res{resp}
	defer func() { x.r.Body.Close() }()
	return err
}
func closes122(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	type res struct{ c func() error }
	x := res{resp.Body.Close}
	defer x.c()
	return err
}
func closes123(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	type res struct{ cs []io.Closer }
	x := res{}
	x.cs = append(x.cs, resp.Body)
	for _, c := range x.cs {
		c.Close()
	}
	return err
}
func closes124(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	var st stack
	st.push(resp.Body)
	defer st.closeAll()
	return err
}
func closes125(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	st := &stack{}
	defer st.closeAll()
	st.push(resp.Body)
	return err
}
func closes126(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	st := &stack{}
	defer st.closeAll()
	st.pushFn(func() { resp.Body.Close() })
	return err
}
func closes127(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if done := handle(resp); done {
		return err
	}
	println()
	return err
}
func closes128(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	ok, err := check(resp)
	if err != nil || !ok {
		return err
	}
	resp.Body.Close()
	return err
}
func closes129(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if err := checkErr(resp); err != nil {
		return err
	}
	defer resp.Body.Close()
	return err
}
func closes130(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	body, err := readAll(resp)
	if err != nil {
		return err
	}
	println(len(body))
	return err
}
func closes131(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	body, err := readAllBody(resp.Body)
	if err != nil {
		return err
	}
	println(len(body))
	return err
}
func closes132(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	r, err := decode(resp)
	if err != nil {
		resp.Body.Close()
		return err
	}
	defer r.Close()
	return err
}
func closes133(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	r, err := decode2(resp)
	if err != nil {
		return err
	}
	defer r.Close()
	return err
}
func closes134(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	x := pick(resp, nil)
	x.Body.Close()
	return err
}
func closes135(address string) (err error) {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	if x := pick(nil, resp); x != nil {
		x.Body.Close()
	}
	return err
}
