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

func (k *Keeper) Keep(resp *http.Response) { k.own = resp } // want Keep:`^resp1: keeps$`

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
