// Package notsource holds responses that the function was not handed by a call:
// somebody else owns them, so nothing is due here.
package notsource

import (
	"context"
	"io"
	"log"
	"net/http"
	"sync"
)

type holder struct {
	resp *http.Response
	open func(string) (*http.Response, error)
	all  map[string]*http.Response
}

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type key struct{}

// Silent: a parameter is the caller's.
func parameter(resp *http.Response) int {
	return resp.StatusCode
}

// Silent: read, and still the caller's.
func parameterRead(resp *http.Response) ([]byte, error) {
	return io.ReadAll(resp.Body)
}

// Silent: what a field holds is the holder's.
func (h *holder) field() string {
	resp := h.resp
	return resp.Status
}

// Silent: what a map holds is the map's.
func (h *holder) mapElement(u string) int {
	resp, ok := h.all[u]
	if !ok {
		return 0
	}
	return resp.StatusCode
}

// Silent: ranging over responses makes nobody their owner.
func ranged(all []*http.Response) (n int) {
	for _, resp := range all {
		n += resp.StatusCode
	}
	return n
}

// Silent: a received value is no call's result.
func received(in <-chan *http.Response) int {
	resp := <-in
	return resp.StatusCode
}

// Silent: the redirect that led to a request.
func redirect(req *http.Request) int {
	if prev := req.Response; prev != nil {
		return prev.StatusCode
	}
	return 0
}

// Silent: an assertion is no call.
func asserted(v any) int {
	if resp, ok := v.(*http.Response); ok {
		return resp.StatusCode
	}
	return 0
}

// Silent: a context's value is asserted, too.
func fromContext(ctx context.Context) string {
	resp, _ := ctx.Value(key{}).(*http.Response)
	if resp == nil {
		return ""
	}
	return resp.Status
}

// Silent: so is a sync.Map's.
func fromSyncMap(m *sync.Map, u string) int {
	v, ok := m.Load(u)
	if !ok {
		return 0
	}
	return v.(*http.Response).StatusCode
}

// Silent: a hook looks at a response that its caller goes on with.
func hook() func(*http.Response) error {
	return func(resp *http.Response) error {
		log.Println(resp.Status)
		return nil
	}
}

// Silent: naming a function is not calling it.
func functionNamed(h *holder, c *http.Client) {
	h.open = c.Get
	h.open = http.Get
}

// Silent: making a request is not sending it.
func requestMade(u string) (*http.Request, error) {
	return http.NewRequest(http.MethodGet, u, nil)
}

func fieldFunction(h *holder, u string) int {
	resp, err := h.open(u) // want "response body of resp is not closed when the function returns at line 122"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func fieldFunctionDiscards(h *holder, u string) {
	h.open(u) // want "response body of h.open is not closed: the response is discarded"
}

func ownInterface(d doer, req *http.Request) int {
	resp, err := d.Do(req) // want "response body of resp is not closed when the function returns at line 134"
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

// Silent: the interface's response is closed.
func ownInterfaceClosed(d doer, req *http.Request) int {
	resp, err := d.Do(req)
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	return resp.StatusCode
}

// parameterOverwritten owns what it got itself, not what it was given.
func parameterOverwritten(resp *http.Response, u string) (int, error) {
	if resp != nil {
		return resp.StatusCode, nil
	}
	resp, err := http.Get(u) // want "response body of resp is not closed when the function returns at line 156"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
