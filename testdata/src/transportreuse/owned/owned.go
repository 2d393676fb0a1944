// Package owned builds a Transport in a function, and something that lives longer keeps it; or nothing does.
package owned

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
	client *http.Client
	tr     *http.Transport
	base   string
}

// Silent: returned.
func New(base string) *api {
	return &api{base: base, client: &http.Client{Transport: &http.Transport{}}}
}

// Silent: returned, after a first request.
func Connect(base string) (*api, error) {
	client := &http.Client{Transport: &http.Transport{}}
	if err := read(client.Get(base + "/version")); err != nil {
		return nil, err
	}
	return &api{base: base, client: client}, nil
}

// The first request is all it is used for.
func Probe(base string) (*api, error) {
	client := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call.*line 43"
	if err := read(client.Get(base + "/version")); err != nil {
		return nil, err
	}
	return &api{base: base, client: http.DefaultClient}, nil
}

// Silent: stored in a field.
func (a *api) reconnect() error {
	a.tr = &http.Transport{IdleConnTimeout: time.Minute}
	a.client = &http.Client{Transport: a.tr}
	return read(a.client.Get(a.base))
}

// A field of a local struct keeps nothing.
func localStruct(u string) error {
	var a api
	a.client = &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call.*line 60"
	return read(a.client.Get(u))
}

var current *http.Client

// Silent: stored in a package variable.
func Configure(timeout time.Duration, u string) error {
	current = &http.Client{Timeout: timeout, Transport: &http.Transport{}}
	return read(current.Get(u))
}

var (
	clientsMu sync.Mutex
	clients   = map[string]*http.Client{}
	list      []*http.Client
)

// Silent: stored in a map.
func Register(name, u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	clientsMu.Lock()
	clients[name] = c
	clientsMu.Unlock()
	return read(c.Get(u))
}

// Silent: stored in a slice.
func Append(u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	list = append(list, c)
	return read(c.Get(u))
}

// Silent: sent to whoever receives.
func Send(out chan<- *http.Client, u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	err := read(c.Get(u))
	out <- c
	return err
}

// Silent: stored where the caller says.
func Into(dst **http.Client, u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	*dst = c
	return read(c.Get(u))
}

// Silent: stored in the caller's struct.
func Fill(a *api) error {
	a.client = &http.Client{Transport: &http.Transport{}}
	return read(a.client.Get(a.base))
}

// withClient keeps what it is given.
func withClient(c *http.Client) *api { return &api{client: c} }

// Silent: the constructor it is given to stores it in what is returned.
func Handed(u string) (*api, error) {
	c := &http.Client{Transport: &http.Transport{}}
	if err := read(c.Get(u)); err != nil {
		return nil, err
	}
	return withClient(c), nil
}

// The constructor stores it in something that is dropped.
func handedAndDropped(u string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	return read(withClient(c).client.Get(u))
}

func (a *api) setClient(c *http.Client) { a.client = c }

// Silent: the method stores it.
func (a *api) replace(u string) error {
	c := &http.Client{Transport: &http.Transport{}}
	a.setClient(c)
	return read(c.Get(u))
}

// look only looks.
func look(c *http.Client) time.Duration { return c.Timeout }

func lookedAt(u string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	if look(c) > time.Minute {
		return nil
	}
	return read(c.Get(u))
}

// Silent: the function that is returned keeps it.
func Getter() func(string) error {
	c := &http.Client{Transport: &http.Transport{}}
	return func(u string) error {
		return read(c.Get(u))
	}
}

// Silent: the handler that is returned keeps it.
func Handler(upstream string) http.Handler {
	tr := &http.Transport{}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, upstream, nil)
		if err != nil {
			return
		}
		resp, err := tr.RoundTrip(req)
		if err != nil {
			return
		}
		resp.Body.Close()
	})
}

// Silent: the method value that is returned keeps it.
func Method() func(string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{}}
	return c.Get
}

// The function is called and dropped.
func calledAndDropped(u string) error {
	c := &http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	get := func(u string) error {
		return read(c.Get(u))
	}
	return get(u)
}

// registry is somebody else's.
type registry interface {
	Add(name string, rt http.RoundTripper)
}

// Silent: whoever is behind the interface has it.
func Published(r registry, u string) error {
	tr := &http.Transport{}
	r.Add("backend", tr)
	return read((&http.Client{Transport: tr}).Get(u))
}

// Silent: the server that is started keeps the handler, which keeps it.
func Serve(addr string) error {
	c := &http.Client{Transport: &http.Transport{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_ = read(c.Get("http://backend.internal"))
	})
	return http.ListenAndServe(addr, mux)
}

// Silent: DefaultClient keeps it.
func Default(u string) error {
	http.DefaultClient.Transport = &http.Transport{}
	return read(http.Get(u))
}

// dropped copies the client, which is dropped all the same.
func dropped(u string) error {
	c := http.Client{Transport: &http.Transport{}} // want "http.Transport is built anew for each call"
	d := c
	d.Timeout = time.Second
	return read(d.Get(u))
}

// settings has a client that whoever makes it may replace.
type settings struct{ client *http.Client }

func newSettings() *settings {
	return &settings{client: &http.Client{Transport: &http.Transport{}}}
}

var longLived = &http.Client{Transport: &http.Transport{}}

// Silent: the Transport that newSettings builds never sends a request.
func replacesClient(u string) error {
	s := newSettings()
	s.client = longLived
	resp, err := s.client.Get(u)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
