// Package lazy makes clients when they are first asked for: one for all that come.
package lazy

import (
	"net/http"
	"sync"
)

func get(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		resp.Body.Close()
	}
}

var (
	once   sync.Once
	byOnce *http.Client
)

func onceClient() *http.Client {
	once.Do(func() {
		byOnce = &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but the handler"
	})
	return byOnce
}

func handleOnce(http.ResponseWriter, *http.Request) { get(onceClient(), "http://a.internal") }

var valueClient = sync.OnceValue(func() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
})

func valueInLoop(urls []string) {
	for _, u := range urls {
		go func() { get(valueClient(), u) }()
	}
}

var byCheck *http.Client

func checked() *http.Client {
	if byCheck == nil {
		byCheck = &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	}
	return byCheck
}

func checkedInLoop(urls []string) {
	for _, u := range urls {
		go func() { get(checked(), u) }()
	}
}

type server struct {
	mu     sync.Mutex
	client *http.Client
	byHost map[string]*http.Client
}

func (s *server) lazily() *http.Client {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client == nil {
		s.client = newClient()
	}
	return s.client
}

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but the handler"
}

func (s *server) ServeHTTP(http.ResponseWriter, *http.Request) { get(s.lazily(), "http://a.internal") }

func (s *server) forHost(host string) *http.Client {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.byHost[host]
	if !ok {
		c = &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but the handler"
		s.byHost[host] = c
	}
	return c
}

func (s *server) proxies(_ http.ResponseWriter, r *http.Request) {
	get(s.forHost(r.Host), "http://"+r.Host)
}

func newServer() *server { return &server{byHost: make(map[string]*http.Client)} }

// Silent: it keeps enough.
type tuned struct {
	once   sync.Once
	client *http.Client
}

func (t *tuned) lazily() *http.Client {
	t.once.Do(func() { t.client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 50}} })
	return t.client
}

func (t *tuned) ServeHTTP(http.ResponseWriter, *http.Request) { get(t.lazily(), "http://a.internal") }

// Silent: each request has a client of its own, kept nowhere, where it is given none.
func own(c *http.Client) func(http.ResponseWriter, *http.Request) {
	given := &c
	return func(http.ResponseWriter, *http.Request) {
		mine := *given
		if mine == nil {
			mine = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		}
		get(mine, "http://a.internal")
	}
}

// Silent: each goroutine has its own, made when it first needs it.
func perGoroutine(urls [][]string) {
	for _, us := range urls {
		go func() {
			var mine *http.Client
			for _, u := range us {
				if mine == nil {
					mine = &http.Client{Transport: &http.Transport{}}
				}
				get(mine, u)
			}
		}()
	}
}

// crawl starts itself, and its first goroutine is started by another.
func crawl(c *http.Client, u string, depth int) {
	get(c, u)
	if depth > 0 {
		go crawl(c, u+"/a", depth-1)
		go crawl(c, u+"/b", depth-1)
	}
}

func startsCrawling(u string) {
	client := &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	go crawl(client, u, 10)
}

// keep remembers all clients.
var all []*http.Client

func checkHost(u string) error { return nil }

// Silent: each goroutine makes its own, once it knows that it can.
func perGoroutineChecked(urls []string) {
	for _, u := range urls {
		go func() {
			if err := checkHost(u); err != nil {
				return
			}
			mine := &http.Client{Transport: &http.Transport{}}
			all = append(all, mine)
			get(mine, u)
		}()
	}
}

// A host keeps the client for one server.
type host struct{ client *http.Client }

type registry struct{ only *host }

func (r *registry) host() *host {
	if r.only == nil {
		r.only = &host{client: &http.Client{Transport: &http.Transport{}}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	}
	return r.only
}

// The first of them makes what is kept inside of something else, for all.
func throughHost(urls []string) {
	r := &registry{}
	for _, u := range urls {
		go func() { get(r.host().client, u) }()
	}
}

// Silent: what each of them makes inside of something else is kept nowhere.
func throughOwnHost(urls []string) {
	for _, u := range urls {
		go func() {
			r := &registry{}
			if r.only == nil {
				r.only = &host{client: &http.Client{Transport: &http.Transport{}}}
			}
			get(r.only.client, u)
		}()
	}
}
