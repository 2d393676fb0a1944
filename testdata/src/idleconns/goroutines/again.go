package goroutines

import (
	"net/http"
	"sync"
)

type zones struct{ hc *http.Client }

func newZones() *zones {
	return &zones{&http.Client{Transport: &http.Transport{}}} // want `MaxIdleConnsPerHost of Transport is not set, but goroutines started at line 30 share it`
}

// ask has each zone asked in a goroutine, which calls it in its turn: what is another one in each is the zone, not z.
func (z *zones) ask(url string, names []string) error {
	if names != nil {
		return z.askAll(url, names)
	}
	resp, err := z.hc.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (z *zones) askAll(url string, names []string) error {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			z.ask(url+name, nil)
		}(name)
	}
	wg.Wait()
	return nil
}

type site struct {
	hc   *http.Client
	next []string
}

func newSite() *site { return &site{hc: &http.Client{Transport: &http.Transport{}}} }

// visit has each of the sites visited in a goroutine: silent, each has a client of its own.
func (s *site) visit(url string) {
	if resp, err := s.hc.Get(url); err == nil {
		resp.Body.Close()
	}
	var sites []*site
	for range s.next {
		sites = append(sites, newSite())
	}
	for _, other := range sites {
		go other.visit(url)
	}
}

type poller struct {
	mu    sync.Mutex
	addrs []string
	hc    *http.Client
}

func (p *poller) poll() {
	p.mu.Lock()
	addr := p.addrs[0]
	p.mu.Unlock()
	if resp, err := p.hc.Get(addr); err == nil {
		resp.Body.Close()
	}
}

// add has one goroutine poll all the addresses: silent.
func (p *poller) add(addr string) {
	p.mu.Lock()
	p.addrs = append(p.addrs, addr)
	if p.hc == nil {
		p.hc = &http.Client{Transport: &http.Transport{}}
	}
	n := len(p.addrs)
	p.mu.Unlock()
	if n == 1 {
		go p.poll()
	}
}

func (p *poller) addAll(addrs []string) {
	for _, a := range addrs {
		p.add(a)
	}
}

type pollers struct {
	addrs []string
	hc    *http.Client
}

func (p *pollers) poll(addr string) {
	if resp, err := p.hc.Get(addr); err == nil {
		resp.Body.Close()
	}
}

func (p *pollers) add(addr string) {
	p.addrs = append(p.addrs, addr)
	if p.hc == nil {
		p.hc = &http.Client{Transport: &http.Transport{}} // want `MaxIdleConnsPerHost of Transport is not set`
	}
	if len(p.addrs) >= 1 {
		go p.poll(addr)
	}
}

func (p *pollers) addAll(addrs []string) {
	for _, a := range addrs {
		p.add(a)
	}
}
