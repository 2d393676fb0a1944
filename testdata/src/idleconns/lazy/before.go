package lazy

import (
	"net/http"
	"sync"
)

// Here the loop asks for the client, before it starts the goroutine: it is the same one in each round.

var (
	onceBefore   sync.Once
	byOnceBefore *http.Client
)

func onceClientBefore() *http.Client {
	onceBefore.Do(func() {
		byOnceBefore = &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	})
	return byOnceBefore
}

func onceBeforeGo(urls []string) {
	for _, u := range urls {
		c := onceClientBefore()
		go get(c, u)
	}
}

var valueBefore = sync.OnceValue(func() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
})

func valueBeforeGo(urls []string) {
	for _, u := range urls {
		go get(valueBefore(), u)
	}
}

type service struct {
	mu     sync.Mutex
	client *http.Client
	byHost map[string]*http.Client
}

func (s *service) lazily() *http.Client {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client == nil {
		s.client = &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	}
	return s.client
}

func (s *service) all(urls []string) {
	for _, u := range urls {
		c := s.lazily()
		go func() { get(c, u) }()
	}
}

// Silent: there may be one for each host.
func (s *service) forHost(host string) *http.Client {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.byHost[host]
	if !ok {
		c = &http.Client{Transport: &http.Transport{}}
		s.byHost[host] = c
	}
	return c
}

func (s *service) allHosts(hosts []string) {
	for _, h := range hosts {
		c := s.forHost(h)
		go func() { get(c, "http://"+h) }()
	}
}

// Silent: the loop makes a client for each of its goroutines, and only remembers the last one.
func (s *service) afresh() *http.Client {
	s.client = &http.Client{Transport: &http.Transport{}}
	return s.client
}

func (s *service) allAfresh(urls []string) {
	for _, u := range urls {
		c := s.afresh()
		go func() { get(c, u) }()
	}
}

func serve(urls []string) {
	s := &service{byHost: make(map[string]*http.Client)}
	s.all(urls)
}

func serveHosts(hosts []string) {
	s := &service{byHost: make(map[string]*http.Client)}
	s.allHosts(hosts)
}

func serveAfresh(urls []string) {
	s := &service{}
	s.allAfresh(urls)
}

// The service is made by the function that has the loop.
type local struct{ client *http.Client }

func (l *local) lazily() *http.Client {
	if l.client == nil {
		l.client = &http.Client{Transport: &http.Transport{}} // want "MaxIdleConnsPerHost of Transport is not set, but goroutines started at line"
	}
	return l.client
}

func newLocal() *local { return &local{} }

func allByLocal(urls []string) {
	l := newLocal()
	for _, u := range urls {
		c := l.lazily()
		go get(c, u)
	}
}

// Silent: each round has a service of its own, all of which are kept.
type single struct{ client *http.Client }

func (o *single) lazily() *http.Client {
	if o.client == nil {
		o.client = &http.Client{Transport: &http.Transport{}}
	}
	return o.client
}

func allByOwn(urls []string) []*single {
	var all []*single
	for _, u := range urls {
		o := &single{}
		c := o.lazily()
		go get(c, u)
		all = append(all, o)
	}
	return all
}
