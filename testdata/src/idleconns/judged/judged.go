// Package judged has what reading reports in real programs has shown.
package judged

import "net/http"

func get(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		resp.Body.Close()
	}
}

// collector visits in goroutines if it is told to.
type collector struct {
	async  bool
	client *http.Client
	places chan bool
}

func (c *collector) visit(u string) {
	if c.async {
		go get(c.client, u)
		return
	}
	get(c.client, u)
}

// Silent: async is off.
func oneAfterTheOther(urls []string) {
	c := &collector{client: &http.Client{}}
	for _, u := range urls {
		c.visit(u)
	}
}

// limit takes its number from elsewhere.
func (c *collector) limit(n int) { c.places = make(chan bool, max(n, 1)) }

func (c *collector) visitLimited(u string) {
	c.places <- true
	defer func() { <-c.places }()
	get(c.client, u)
}

// Silent: how many places there are is not known.
func limited(urls []string, n int) {
	c := &collector{client: &http.Client{}}
	c.limit(n)
	for _, u := range urls {
		go c.visitLimited(u)
	}
}

// poller listens in one goroutine.
type poller struct {
	running bool
	url     string
}

func (p *poller) ensure() {
	if !p.running {
		p.running = true
		go func() {
			for p.running {
				get(http.DefaultClient, p.url)
			}
		}()
	}
}

// Silent: ensure starts it once.
func ensures(p *poller, n int) {
	for range n {
		p.ensure()
	}
}

// checked has its hosts checked in goroutines, if somebody asks for it.
type checked struct {
	transport http.RoundTripper
	hosts     []string
}

// CheckAll asks all hosts at once.
func (h *checked) CheckAll() {
	c := &http.Client{Transport: h.transport}
	for _, u := range h.hosts {
		go get(c, u)
	}
}

func (h *checked) one(u string) {
	if req, err := http.NewRequest(http.MethodGet, u, nil); err == nil {
		if resp, err := h.transport.RoundTrip(req); err == nil {
			resp.Body.Close()
		}
	}
}

// Silent: this one never leaves the function, and its hosts are not checked.
func asksOne(u string) {
	h := &checked{transport: &http.Transport{}}
	h.one(u)
}

func newChecked(hosts []string) *checked {
	return &checked{transport: &http.Transport{}, hosts: hosts} // want "MaxIdleConnsPerHost of transport is not set"
}

// A framework's handlers return errors, or take more.
func handlesWithError(w http.ResponseWriter, r *http.Request) error {
	resp, err := http.Get("http://backend.internal" + r.URL.Path) // want "http.Get keeps only two idle connections per host"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type middleware struct{}

func (middleware) ServeHTTP(w http.ResponseWriter, r *http.Request, next http.Handler) error {
	get(http.DefaultClient, "http://auth.internal") // want "http.DefaultClient keeps only two idle connections per host"
	next.ServeHTTP(w, r)
	return nil
}

// copiesDefault leaves DefaultClient as it is.
func copiesDefault() *http.Client {
	c := *http.DefaultClient
	c.Transport = &http.Transport{MaxIdleConnsPerHost: 50}
	return &c
}

func stillDefault(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := http.Get(u); err == nil { // want "http.Get keeps only two idle connections per host"
				resp.Body.Close()
			}
		}()
	}
}

// The condition hangs on itself from round to round.
func onAndOff(urls []string, c *http.Client) {
	on := false
	for _, u := range urls {
		if on || u == "" {
			on = !on
			if on {
				go get(http.DefaultClient, u) // want "http.DefaultClient keeps only two idle connections per host"
			}
		}
	}
}

// The condition is what it was in the round before.
func fromSomeRoundOn(urls []string) {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	began := false
	for _, u := range urls {
		for _, r := range u {
			if r == '#' {
				began = true
			}
		}
		if began {
			go get(c, u)
		}
	}
}
