// Package lazy builds its Transport when it is first needed, and then keeps it; or does so in vain.
package lazy

import (
	"io"
	"net/http"
	"sync"
	"time"
)

func read(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

type api struct {
	mu     sync.Mutex
	once   sync.Once
	client *http.Client
	tr     *http.Transport
}

// Silent: built when the field is nil.
func (a *api) get(u string) error {
	if a.client == nil {
		a.client = &http.Client{Transport: &http.Transport{}}
	}
	return read(a.client.Get(u))
}

// Silent: the same for the Transport, under a lock.
func (a *api) getLocked(u string) error {
	a.mu.Lock()
	if a.tr == nil {
		a.tr = &http.Transport{IdleConnTimeout: time.Minute}
	}
	tr := a.tr
	a.mu.Unlock()
	return read((&http.Client{Transport: tr}).Get(u))
}

// Silent: built into a variable first.
func (a *api) getThroughVariable(u string) error {
	c := a.client
	if c == nil {
		c = &http.Client{Transport: &http.Transport{}}
		a.client = c
	}
	return read(c.Get(u))
}

// Silent: the body of once.Do runs once.
func (a *api) getOnce(u string) error {
	a.once.Do(func() {
		tr := &http.Transport{MaxIdleConnsPerHost: 10}
		a.client = &http.Client{Transport: tr}
	})
	return read(a.client.Get(u))
}

// transport fills the field and returns it.
//
// Silent: built when the field is nil.
func (a *api) transport() *http.Transport {
	if a.tr != nil {
		return a.tr
	}
	a.tr = &http.Transport{}
	return a.tr
}

func (a *api) getThroughAccessor(u string) error {
	return read((&http.Client{Transport: a.transport()}).Get(u))
}

// forgetful checks its field, but never fills it.
type forgetful struct{ client *http.Client }

func (a *forgetful) get(u string) error {
	c := a.client
	if c == nil {
		c = &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call.*line 88"
	}
	return read(c.Get(u))
}

var (
	mu     sync.Mutex
	global *http.Client
)

// Silent: built when the variable is nil.
func fetch(u string) error {
	mu.Lock()
	if global == nil {
		global = &http.Client{Transport: &http.Transport{}}
	}
	c := global
	mu.Unlock()
	return read(c.Get(u))
}

var (
	once       sync.Once
	onceClient *http.Client
)

// Silent: the body of once.Do runs once.
func fetchOnce(u string) error {
	once.Do(func() {
		onceClient = &http.Client{Transport: &http.Transport{}}
	})
	return read(onceClient.Get(u))
}

// Silent: the function runs once.
var onceValue = sync.OnceValue(func() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
})

func fetchOnceValue(u string) error {
	return read(onceValue().Get(u))
}

// Silent: the function runs once.
var onceValues = sync.OnceValues(func() (*http.Client, error) {
	tr := &http.Transport{}
	return &http.Client{Transport: tr}, nil
})

func fetchOnceValues(u string) error {
	c, err := onceValues()
	if err != nil {
		return err
	}
	return read(c.Get(u))
}

// Silent: warm runs once, whatever it sends.
var warm = sync.OnceFunc(func() {
	c := &http.Client{Transport: &http.Transport{}}
	_ = read(c.Get("http://backend.internal/warm"))
})

type perHost struct {
	mu      sync.Mutex
	clients map[string]*http.Client
}

// Silent: one Transport for each host, kept in the map.
func (p *perHost) get(host, path string) error {
	p.mu.Lock()
	c, ok := p.clients[host]
	if !ok {
		c = &http.Client{Transport: &http.Transport{}}
		p.clients[host] = c
	}
	p.mu.Unlock()
	return read(c.Get("http://" + host + path))
}

// stale reads its map, but never fills it.
type stale struct{ clients map[string]*http.Client }

func (p *stale) get(host string) error {
	c, ok := p.clients[host]
	if !ok {
		c = &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	}
	return read(c.Get("http://" + host))
}

// poller is made by main and asked from goroutines.
type poller struct{ client *http.Client }

func (p *poller) gather(urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Go(func() { _ = p.ask(u) })
	}
	wg.Wait()
}

// Silent: built when the field is nil.
func (p *poller) ask(u string) error {
	if p.client == nil {
		p.client = &http.Client{Transport: &http.Transport{}}
	}
	return read(p.client.Get(u))
}

func init() {
	p := &poller{}
	p.gather([]string{"http://a.internal", "http://b.internal"})
}
