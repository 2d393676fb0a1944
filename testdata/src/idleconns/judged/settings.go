package judged

import (
	"context"
	"flag"
	"net/http"
	"sync"
	"time"
)

func getAll(c *http.Client, urls []string) {
	for _, u := range urls {
		go get(c, u)
	}
}

var byFlag = &http.Transport{} // silent: the flag sets the field

func init() { flag.IntVar(&byFlag.MaxIdleConnsPerHost, "idle", 100, "connections to keep") }

func usesFlag(urls []string) { getAll(&http.Client{Transport: byFlag}, urls) }

// Silent: set through a pointer to the field.
func throughPointer(urls []string) {
	tr := &http.Transport{}
	p := &tr.MaxIdleConnsPerHost
	*p = 10
	getAll(&http.Client{Transport: tr}, urls)
}

func tune(v any) {
	if tr, ok := v.(*http.Transport); ok {
		tr.MaxIdleConnsPerHost = 100
	}
}

// Silent: set by what takes anything.
func throughAny(urls []string) {
	tr := &http.Transport{}
	tune(tr)
	getAll(&http.Client{Transport: tr}, urls)
}

// Silent: set as a whole.
func asAWhole(urls []string) {
	tr := new(http.Transport)
	*tr = http.Transport{MaxIdleConnsPerHost: 30}
	getAll(&http.Client{Transport: tr}, urls)
}

// Exported has a transport that others set.
type Exported struct {
	Transport http.RoundTripper
	transport http.RoundTripper
}

// All asks all at once.
func (e *Exported) All(urls []string) {
	c := &http.Client{Transport: e.Transport} // silent: what others set is not known
	getAll(c, urls)
}

func (e *Exported) allOwn(urls []string) {
	c := &http.Client{Transport: e.transport} // want "c has no Transport with MaxIdleConnsPerHost"
	getAll(c, urls)
}

// slots lets two through.
type slots struct {
	client *http.Client
	sem    chan struct{}
}

func newSlots() *slots { return &slots{client: &http.Client{}, sem: make(chan struct{}, 2)} }

func (s *slots) acquire() { s.sem <- struct{}{} }
func (s *slots) release() { <-s.sem }

// Silent: acquire lets two in.
func (s *slots) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.acquire()
	defer s.release()
	get(s.client, "http://backend.internal")
}

// selecting gives up when nobody lets it in.
type selecting struct {
	client *http.Client
	sem    chan struct{}
}

func newSelecting() *selecting {
	return &selecting{client: &http.Client{}, sem: make(chan struct{}, 2)}
}

// Silent: two are let in.
func (s *selecting) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case s.sem <- struct{}{}:
		defer func() { <-s.sem }()
	case <-r.Context().Done():
		return
	}
	get(s.client, "http://backend.internal")
}

// Silent: one at a time, and the others not at all.
func tries(mu *sync.Mutex) http.HandlerFunc {
	c := &http.Client{}
	return func(w http.ResponseWriter, r *http.Request) {
		if !mu.TryLock() {
			return
		}
		defer mu.Unlock()
		get(c, "http://backend.internal")
	}
}

// Silent: two at most.
func atMostTwo(urls []string) {
	c := &http.Client{}
	for i := 0; i < min(2, len(urls)); i++ {
		go get(c, urls[i])
	}
	for _, u := range urls[:2] {
		go get(&http.Client{Transport: &http.Transport{}}, u)
	}
}

// worker has a client of its own.
type worker struct {
	url    string
	client *http.Client
}

func (w *worker) run() {
	for {
		get(w.client, w.url)
		time.Sleep(time.Second)
	}
}

// Silent: each worker has its own.
func workers(urls []string) {
	var all []*worker
	for _, u := range urls {
		all = append(all, &worker{u, &http.Client{Transport: &http.Transport{}}})
	}
	for _, w := range all {
		go w.run()
	}
}

// limiter waits for its turn, not for goroutines.
type limiter struct{ every time.Duration }

// Wait waits for the next turn.
func (l *limiter) Wait(ctx context.Context) { time.Sleep(l.every) }

func paced(ctx context.Context, l *limiter, urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		l.Wait(ctx)
		go get(c, u)
	}
}

// service and api know each other.
type service struct{ api *api }

type api struct {
	svc    *service
	client *http.Client
}

func newAPI() *api {
	a := &api{client: &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set"
	a.svc = &service{a}
	return a
}

func (s *service) all(urls []string) {
	for _, u := range urls {
		go func() { get(s.api.client, u) }()
	}
}

func usesService(urls []string) { newAPI().svc.all(urls) }

// Type parameters that stand for pointers.
func deref[P interface{ *http.Client }](p P) http.Client { return *p }

func swap[P interface{ **http.Client }](p P) { *p = &http.Client{} }

func set[F interface{ *func() }](f F) {
	*f = func() { _, _ = http.Get("http://backend.internal") }
}

// configured has a client that whoever makes it may replace.
type configured struct{ client *http.Client }

func newConfigured() *configured {
	return &configured{client: &http.Client{Transport: &http.Transport{}}}
}

var shared = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}

func (c *configured) all(urls []string) {
	for _, u := range urls {
		go get(c.client, u)
	}
}

// Silent: newConfigured's client is replaced before it is used.
func replaces(urls []string) {
	c := newConfigured()
	c.client = shared
	c.all(urls)
}

// Silent: the connection is closed after each request.
func closesEach(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	for _, u := range urls {
		go func() {
			req, err := http.NewRequest(http.MethodGet, u, nil)
			if err != nil {
				return
			}
			req.Close = true
			if resp, err := client.Do(req); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// Silent: so says the header.
func closesByHeader(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	for _, u := range urls {
		go func() {
			req, err := http.NewRequest(http.MethodGet, u, nil)
			if err != nil {
				return
			}
			req.Header.Set("Connection", "close")
			if resp, err := client.Do(req); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

func keepsByHeader(urls []string) {
	client := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set"
	for _, u := range urls {
		go func() {
			req, err := http.NewRequest(http.MethodGet, u, nil)
			if err != nil {
				return
			}
			req.Header.Set("Connection", "keep-alive")
			req.Header.Set("Accept", "close")
			if resp, err := client.Do(req); err == nil {
				resp.Body.Close()
			}
		}()
	}
}

// prober checks all hosts at once when told to.
type prober struct {
	transport http.RoundTripper
	client    *http.Client
	hosts     []string
}

func (p *prober) setUp() { p.client = &http.Client{Transport: p.transport} }

func (p *prober) probeAll() {
	for _, h := range p.hosts {
		go get(p.client, h)
	}
}

func (p *prober) name() string { return p.hosts[0] }

// Silent: nothing is sent through this one, which does not leave the function.
func namesOne() string {
	p := prober{transport: &http.Transport{}, hosts: []string{"a"}}
	return p.name()
}

// runs takes what is to be called at some time.
var runs []func()

// Silent: whoever has the literal can only ask for the name.
func namesLater() {
	p := &prober{transport: &http.Transport{}, hosts: []string{"a"}}
	runs = append(runs, func() { println(p.name()) })
}

func probesLater() {
	p := &prober{transport: &http.Transport{}, hosts: []string{"a"}} // want "MaxIdleConnsPerHost of transport is not set"
	p.setUp()
	runs = append(runs, func() { p.probeAll() })
}
