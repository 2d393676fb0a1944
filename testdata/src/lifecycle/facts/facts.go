// Package facts holds functions whose summaries other packages get as facts.
package facts

import (
	"bytes"
	"errors"
	"io"
	"log"
	"net/http"
	"sync"
)

func Close(resp *http.Response) { resp.Body.Close() } // want Close:`^resp0: closes$`

func Drain(body io.ReadCloser) { // want Drain:`^body0: closes, drains$`
	defer body.Close()
	io.Copy(io.Discard, body)
}

func Read(resp *http.Response) ([]byte, error) { // want Read:`^resp0: leaves, drains`
	return io.ReadAll(resp.Body)
}

// Status only looks: it has no fact.
func Status(resp *http.Response) int { return resp.StatusCode }

func Check(resp *http.Response) error { // want Check:`resp0: closes, r0=nonnil \| leaves, tested, r0=nil`
	if resp.StatusCode == http.StatusOK {
		return nil
	}
	resp.Body.Close()
	return errors.New(resp.Status)
}

func Finish(c io.Closer, really bool) { // want Finish:`^body0: closes if p1=true \| leaves if p1=false$`
	if really {
		c.Close()
	}
}

func Any(v any) { // want Any:`^body0: closes$`
	if c, ok := v.(io.Closer); ok {
		c.Close()
	}
}

func All(cs ...io.Closer) { // want All:`^body0\[\]: closes$`
	for _, c := range cs {
		c.Close()
	}
}

func Call(f func() error) { f() } // want Call:`^body0\(\): closes$`

func Open(u string) (*http.Response, error) { return http.Get(u) } // want Open:`opens: leaves, r0=resp`

func Closed(u string) (*http.Response, error) { // want Closed:`opens: closes, drains, r0=resp`
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(b))
	return resp, nil
}

func InMemory() *http.Response { return &http.Response{Body: http.NoBody} } // want InMemory:`opens: never`

type Wrapper struct{ Response *http.Response }

func Carry(u string) (*Wrapper, error) { // want Carry:`opens: leaves, r0.Response=resp, r1=nil`
	resp, err := http.Get(u)
	if err != nil {
		return nil, err
	}
	return &Wrapper{Response: resp}, nil
}

func (w *Wrapper) Close() error { return w.Response.Body.Close() } // want Close:`resp0.Response: closes`

func Method(method, u string) (*http.Response, error) { // want Method:`opens: leaves, r0=resp.*, method p0`
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func Must[T any](v T, err error) T { // want Must:`opens: never; value: r0=p0 if p1=nil; body0: leaves, r0=body if p1=nil; resp0: leaves, r0=resp if p1=nil`
	if err != nil {
		panic(err)
	}
	return v
}

func Fail(err error) { // want Fail:`^value: returns if p0=nil$`
	if err != nil {
		log.Fatal(err)
	}
}

func Die() { log.Fatal("dead") } // want Die:`^value: never$`

func Missing(err error) bool { // want Missing:`^value: r0=false \| r0=true if p0=nonnil$`
	return err != nil && err.Error() == "missing"
}

var (
	mu   sync.Mutex
	last *http.Response
)

func Keep(resp *http.Response) { // want Keep:`^resp0: keeps$`
	mu.Lock()
	defer mu.Unlock()
	last = resp
}

func Loop(resp *http.Response, n int) { // want Loop:`^resp0: closes$`
	if n == 0 {
		resp.Body.Close()
		return
	}
	Loop(resp, n-1)
}

// Holder is one that another package gets with a response in it.
type Holder struct{ held *http.Response }

func (h *Holder) Close() error { return h.held.Body.Close() } // want Close:`resp0.held: closes`

func Hold(resp *http.Response) *Holder { return &Holder{held: resp} } // want Hold:`^value: r0=nonnil; resp0: leaves, r0.held=resp$`

// Keeper is one in which another package knows of no response.
type Keeper struct{ own *http.Response }

func (k *Keeper) Close() error { return k.own.Body.Close() }

func (k *Keeper) Keep(resp *http.Response) { // want Keep:`^resp1: keeps$`
	keeper = k
	k.own = resp
}

var keeper *Keeper

// Filled is one that functions put a response into for whoever has it.
type Filled struct {
	resp *http.Response
	err  error
	code int
}

func (f *Filled) Close() error { return f.resp.Body.Close() } // want Close:`^resp0.resp: closes$`

func (f *Filled) Set(resp *http.Response) { // want Set:`resp1: leaves, p0.resp=resp$`
	f.resp = resp
	f.code = resp.StatusCode
}

func (f *Filled) Code(resp *http.Response) { f.code = resp.StatusCode }

func Fill(u string, f *Filled) error { // want Fill:`^opens: leaves, r0=nil, p1.resp=resp; `
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	f.Set(resp)
	return nil
}

// FillThrough has Fill do it.
func FillThrough(f *Filled, u string) error { return Fill(u, f) } // want FillThrough:`^opens: leaves, r0=nil, p0.resp=resp; `

// FillInside tells of an error by a field.
func (f *Filled) FillInside(u string) { // want FillInside:`^opens: leaves, p0.resp=resp, p0.err=nil; `
	f.resp, f.err = http.Get(u)
}

// FillChecked closes the response where it fails: callers may look at the status once more.
func FillChecked(u string, f *Filled) error { // want FillChecked:`^opens: closes, r0=nil, p1.resp=resp \| leaves, r0=nil, p1.resp=resp; `
	resp, err := http.Get(u)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return errors.New(resp.Status)
	}
	f.Set(resp)
	return nil
}

// Silently tells nobody that it has failed.
func Silently(u string, f *Filled) { // want Silently:`^resp1.resp: `
	if resp, err := http.Get(u); err == nil {
		f.resp = resp
	}
}

// A Filler has one implementation, which fills.
type Filler interface {
	Fill(u string, f *Filled) error // want Fill:`opens: leaves, p2.resp=resp`
}

type filler struct{}

func (filler) Fill(u string, f *Filled) error { return Fill(u, f) } // want Fill:`opens: leaves`

func Get(url, mode string) (*http.Response, error) { // want Get:`opens: closes, r0=resp, r1=nil if p1=#"a%21b" \| closes, r0=resp, r1=nil if p1=#"c" \| leaves, r0=resp, r1=nil if p1=!"a%21b"!"c"`
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if mode == "c" || mode == "a!b" {
		resp.Body.Close()
	}
	return resp, nil
}
