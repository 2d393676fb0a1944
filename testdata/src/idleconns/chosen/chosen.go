// Package chosen has clients of its own for those who give none.
package chosen

import "net/http"

func get(c *http.Client, u string) {
	if resp, err := c.Get(u); err == nil {
		_ = resp.Body.Close()
	}
}

type Config struct {
	Client    *http.Client
	Transport http.RoundTripper
	Timeout   int
}

type Conn struct{ client *http.Client }

// New has DefaultClient for those who give none.
func New(c *Config) *Conn {
	hc := http.DefaultClient
	if c.Client != nil {
		hc = c.Client
	}
	return &Conn{client: hc}
}

func (c *Conn) All(urls []string) {
	for _, u := range urls {
		go func() {
			if resp, err := c.client.Get(u); err == nil { // want "http.DefaultClient keeps only two idle connections per host"
				_ = resp.Body.Close()
			}
		}()
	}
}

type param struct{ client *http.Client }

// NewParam has a parameter instead.
func NewParam(c *http.Client) interface{ All([]string) } {
	if c == nil {
		c = http.DefaultClient
	}
	return &param{client: c}
}

func (p *param) All(urls []string) {
	for _, u := range urls {
		go p.one(u)
	}
}

func (p *param) one(u string) {
	if resp, err := p.client.Get(u); err == nil { // want "http.DefaultClient keeps only two idle connections per host"
		_ = resp.Body.Close()
	}
}

type stored struct{ client *http.Client }

// NewStored stores it over the default.
func NewStored(c Config) interface{ All([]string) } {
	s := &stored{client: http.DefaultClient}
	if c.Client != nil {
		s.client = c.Client
	}
	return s
}

func (s *stored) All(urls []string) {
	for _, u := range urls {
		go s.one(u)
	}
}

func (s *stored) one(u string) {
	if resp, err := s.client.Get(u); err == nil { // want "http.DefaultClient keeps only two idle connections per host"
		_ = resp.Body.Close()
	}
}

// Import shares DefaultTransport unless a Transport is given.
func Import(o Config, urls []string) {
	client := &http.Client{} // want "client has no Transport with MaxIdleConnsPerHost"
	if o.Transport != nil {
		client.Transport = o.Transport
	}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: who gives none has one that is set up.
func ImportTuned(o Config, urls []string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	if o.Transport != nil {
		client.Transport = o.Transport
	}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: another option decides, so it may be given always.
func ImportAsked(o Config, urls []string) {
	client := &http.Client{}
	if o.Timeout > 0 {
		client.Transport = o.Transport
	}
	for _, u := range urls {
		go get(client, u)
	}
}

// Silent: it is set whatever it is.
func ImportGiven(o Config, urls []string) {
	client := &http.Client{}
	client.Transport = o.Transport
	for _, u := range urls {
		go get(client, u)
	}
}

type elsewhere struct{ client *http.Client }

// Silent: the default of the one, a client from elsewhere of the other.
func (e *elsewhere) all(urls []string) {
	for _, u := range urls {
		go e.one(u)
	}
}

func (e *elsewhere) one(u string) {
	if resp, err := e.client.Get(u); err == nil {
		_ = resp.Body.Close()
	}
}

func From(c *http.Client, urls []string, other bool) {
	hc := http.DefaultClient
	if other {
		hc = c
	}
	(&elsewhere{hc}).all(urls)
}

type internal struct{ client *http.Client }

func newInternal(c *http.Client) *internal {
	if c == nil {
		c = http.DefaultClient
	}
	return &internal{c}
}

// Silent: all callers give one that is set up.
func (i *internal) all(urls []string) {
	for _, u := range urls {
		go i.one(u)
	}
}

func (i *internal) one(u string) {
	if resp, err := i.client.Get(u); err == nil {
		_ = resp.Body.Close()
	}
}

func Internal(urls []string) {
	newInternal(&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}).all(urls)
}

// Library is open to others, as its field is.
type Library struct {
	HTTPClient *http.Client
	name       string
}

// NewLibrary takes no options for empty ones, and has DefaultClient for those who give no client.
func NewLibrary(cfg *Config) (*Library, error) {
	if cfg == nil {
		cfg = &Config{}
	}
	l := &Library{name: "library"}
	if cfg.Client != nil {
		l.HTTPClient = cfg.Client
	} else {
		l.HTTPClient = http.DefaultClient
	}
	return l, nil
}

func (l *Library) All(urls []string) {
	for _, u := range urls {
		go l.one(u)
	}
}

func (l *Library) one(u string) {
	if resp, err := l.HTTPClient.Get(u); err == nil { // want "http.DefaultClient keeps only two idle connections per host"
		_ = resp.Body.Close()
	}
}

// Defaults are for those who give no configuration at all.
var Defaults = &Config{}

// NewDefaulted is NewLibrary with those.
func NewDefaulted(cfg *Config) *Defaulted {
	if cfg == nil {
		cfg = Defaults
	}
	d := &Defaulted{}
	if cfg.Client != nil {
		d.HTTPClient = cfg.Client
	} else {
		d.HTTPClient = http.DefaultClient
	}
	return d
}

type Defaulted struct{ HTTPClient *http.Client }

func (d *Defaulted) All(urls []string) {
	for _, u := range urls {
		go d.one(u)
	}
}

func (d *Defaulted) one(u string) {
	if resp, err := d.HTTPClient.Get(u); err == nil { // want "http.DefaultClient keeps only two idle connections per host"
		_ = resp.Body.Close()
	}
}

// picker has a client that its owner may set.
type picker struct{ client *http.Client }

// Pick is told of the client by a function. Silent: that may be another one each time.
func Pick(client func() *http.Client, urls []string) {
	c := http.DefaultClient
	if own := client(); own != nil {
		c = own
	}
	p := &picker{client: c}
	for _, u := range urls {
		go p.one(u)
	}
}

func (p *picker) one(u string) {
	if resp, err := p.client.Get(u); err == nil {
		_ = resp.Body.Close()
	}
}

type guarded struct{ transport *http.Transport }

// Silent: the Transport is not nil here, whoever has put it there.
func (g *guarded) client() *http.Client {
	if g.transport != nil {
		return &http.Client{Transport: g.transport}
	}
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
}

func guard(urls []string) {
	g := &guarded{}
	c := g.client()
	for _, u := range urls {
		go get(c, u)
	}
}

func unguarded(g *guarded, urls []string) {
	h := &guarded{}
	c := &http.Client{Transport: h.transport} // want "c has no Transport with MaxIdleConnsPerHost"
	for _, u := range urls {
		go get(c, u)
	}
}
