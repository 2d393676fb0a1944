package bounds

import (
	"net/http"
	"sync"
	"sync/atomic"
)

// refresher asks for the list anew, one request at a time.
type refresher struct {
	client  *http.Client
	busy    atomic.Bool
	old     int32
	mu      sync.Mutex
	running bool
}

// Silent: who comes while another asks goes home.
func (r *refresher) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	if !r.busy.CompareAndSwap(false, true) {
		w.WriteHeader(http.StatusAccepted)
		return
	}
	defer r.busy.Store(false)
	_ = get(r.client, "http://list.internal")
}

// Silent: the goroutine is started by the one that has set the flag.
func (r *refresher) inBackground(w http.ResponseWriter, _ *http.Request) {
	if atomic.CompareAndSwapInt32(&r.old, 0, 1) {
		go func() {
			defer atomic.StoreInt32(&r.old, 0)
			_ = get(r.client, "http://list.internal")
		}()
	}
	w.WriteHeader(http.StatusAccepted)
}

var fresh = &refresher{client: &http.Client{}}

type counted struct {
	client *http.Client
	first  atomic.Bool
}

func (c *counted) ServeHTTP(http.ResponseWriter, *http.Request) {
	if c.first.CompareAndSwap(false, true) {
		println("the first request")
	}
	_ = get(c.client, "http://list.internal")
}

var counts = &counted{client: &http.Client{}} // want "client has no Transport with MaxIdleConnsPerHost"

// guarded has its lock taken by a method.
type guarded struct {
	client *http.Client
	mu     sync.Mutex
}

func (g *guarded) lock() { g.mu.Lock() }

func (g *guarded) unlock() { g.mu.Unlock() }

func (g *guarded) locked() func() {
	g.mu.Lock()
	return g.mu.Unlock
}

func (g *guarded) touch() {
	g.mu.Lock()
	defer g.mu.Unlock()
	println("touched")
}

// Silent: lock takes the lock.
func (g *guarded) ServeHTTP(http.ResponseWriter, *http.Request) {
	g.lock()
	defer g.unlock()
	_ = get(g.client, "http://list.internal")
}

// Silent: locked takes the lock, and returns what gives it back.
func (g *guarded) other(http.ResponseWriter, *http.Request) {
	defer g.locked()()
	_ = get(g.client, "http://list.internal")
}

var oneAtATime = &guarded{client: &http.Client{}}

// Touch takes the lock and gives it back.
type touching struct {
	guarded
	wide *http.Client
}

func (t *touching) ServeHTTP(http.ResponseWriter, *http.Request) {
	t.touch()
	_ = get(t.wide, "http://list.internal")
}

// Given back before the request is sent.
func (t *touching) givenBack(http.ResponseWriter, *http.Request) {
	t.lock()
	println("counted")
	t.unlock()
	_ = get(t.wide, "http://other.internal")
}

var touches = &touching{wide: &http.Client{}} // want "wide has no Transport with MaxIdleConnsPerHost"

// Silent: Swap tells who was first.
type swapped struct {
	client *http.Client
	busy   atomic.Bool
}

func (s *swapped) ServeHTTP(http.ResponseWriter, *http.Request) {
	if s.busy.Swap(true) {
		return
	}
	defer s.busy.Store(false)
	_ = get(s.client, "http://list.internal")
}

var swaps = &swapped{client: &http.Client{}}

// numbering counts its requests; that lets all of them through.
type numbering struct {
	client *http.Client
	n      atomic.Int64
}

func (m *numbering) ServeHTTP(http.ResponseWriter, *http.Request) {
	for {
		old := m.n.Load()
		if m.n.CompareAndSwap(old, old+1) {
			break
		}
	}
	_ = get(m.client, "http://list.internal")
}

var numbers = &numbering{client: &http.Client{}} // want "client has no Transport with MaxIdleConnsPerHost"

// alls asks for all under a lock, or once, but for all of them at the same time.
type alls struct {
	locked, once, won *http.Client
	mu                sync.Mutex
	first             sync.Once
	busy              atomic.Bool
	urls              []string
}

var every = &alls{
	locked: &http.Client{}, // want "locked has no Transport with MaxIdleConnsPerHost, but goroutines started at line"
	once:   &http.Client{}, // want "once has no Transport with MaxIdleConnsPerHost, but goroutines started at line"
	won:    &http.Client{}, // want "won has no Transport with MaxIdleConnsPerHost, but goroutines started at line"
}

func (a *alls) ask(c *http.Client) {
	var wg sync.WaitGroup
	for _, u := range a.urls {
		wg.Go(func() { _ = get(c, u) })
	}
	wg.Wait()
}

func (a *alls) ServeHTTP(http.ResponseWriter, *http.Request) {
	a.mu.Lock()
	a.ask(a.locked)
	a.mu.Unlock()
	a.first.Do(func() { a.ask(a.once) })
	if a.busy.CompareAndSwap(false, true) {
		for _, u := range a.urls {
			go get(a.won, u)
		}
	}
}

const (
	resting = iota
	probing
)

// probe runs one check at a time: its state says so.
type probe struct {
	mu    sync.Mutex
	state int
	check func() error
}

func (p *probe) do() {
	p.mu.Lock()
	if p.state != resting {
		p.mu.Unlock()
		return
	}
	p.state = probing
	p.mu.Unlock()
	go func() {
		for p.check() != nil {
		}
		p.mu.Lock()
		p.state = resting
		p.mu.Unlock()
	}()
}

// Silent: the requests that come ask for one check at a time.
type probed struct{ *probe }

func newProbed() *probed {
	c := &http.Client{Transport: &http.Transport{}}
	return &probed{&probe{check: func() error { return get(c, "http://a.internal") }}}
}

func (p *probed) ServeHTTP(http.ResponseWriter, *http.Request) { p.do() }

// remembers sets a flag, and goes on for all.
type remembers struct {
	client *http.Client
	seen   bool
}

func newRemembers() *remembers {
	return &remembers{client: &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set"
}

func (r *remembers) ServeHTTP(http.ResponseWriter, *http.Request) {
	if !r.seen {
		r.seen = true
		println("the first one")
	}
	_ = get(r.client, "http://a.internal")
}

// Silent: however often it is asked.
func probesOften(n int) {
	c := &http.Client{Transport: &http.Transport{}}
	p := &probe{check: func() error { return get(c, "http://a.internal") }}
	for range n {
		p.do()
	}
}

var asking atomic.Bool

// Silent: the goroutine is started by who finds that none is asking, and gives that back when it is done.
func askAtTimes(url string, times <-chan struct{}) {
	c := &http.Client{}
	for range times {
		if asking.CompareAndSwap(false, true) {
			go func() {
				defer asking.Store(false)
				_ = get(c, url)
			}()
		}
	}
}
