// Package parts has clients and transports that stand in structs themselves, and that nothing is put into: their zero values
// are used.
package parts

import (
	"io"
	"net/http"
)

func finish(resp *http.Response, err error) {
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
}

func send(c *http.Client, url string) { finish(c.Get(url)) }

type fetcher struct{ client http.Client }

func (f *fetcher) fetch(url string) {
	finish(f.client.Get(url)) // want `f.client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 29 use it`
}

func fetchAll(urls []string) {
	f := &fetcher{}
	for _, url := range urls {
		go f.fetch(url)
	}
}

// The part is given away; the struct is made by new, and has other parts.
type named struct {
	name   string
	client http.Client
}

func (n *named) fetch(url string) {
	send(&n.client, url) // want `n.client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 47 use it`
}

func fetchNamed(urls []string) {
	n := new(named)
	n.name = "n"
	for _, url := range urls {
		go func() { n.fetch(url) }()
	}
}

// A part of a part, in what a constructor returns.
type inner struct{ client http.Client }

type outer struct{ in inner }

func newOuter() *outer { return &outer{} }

func (o *outer) fetch(url string) {
	send(&o.in.client, url) // want `o.in.client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 65 use it`
}

func fetchOuter(urls []string) {
	o := newOuter()
	for _, url := range urls {
		go o.fetch(url)
	}
}

// Each goroutine has a client of its own, but all of these share one transport.
type own struct{ client http.Client }

func fetchOwn(urls []string) {
	for _, url := range urls {
		go func() {
			o := own{}
			send(&o.client, url) // want `o.client has no Transport with MaxIdleConnsPerHost, but goroutines started at line 74 use it`
		}()
	}
}

type handler struct{ client http.Client }

func (h *handler) ServeHTTP(http.ResponseWriter, *http.Request) {
	send(&h.client, "http://backend.internal") // want `h.client has no Transport with MaxIdleConnsPerHost, but the handler at line 83 uses it`
}

func serve() error { return http.ListenAndServe(":8080", &handler{}) }

// A transport that stands in a struct, which is not built for each request.
type transports struct{ transport http.Transport }

func (t *transports) ServeHTTP(http.ResponseWriter, *http.Request) {
	c := &http.Client{Transport: &t.transport}
	finish(c.Get("http://backend.internal")) // want `MaxIdleConnsPerHost of http.Transport is not set, but the handler at line 92 uses it`
}

func serveTransports() error { return http.ListenAndServe(":8080", &transports{}) }

// In a map or slice, the type of a literal may be left out.
var byName = map[string]*http.Client{
	"a": {}, // want `http.Client has no Transport with MaxIdleConnsPerHost, but the handler at line 104 uses it`
}

func byNameHandler(w http.ResponseWriter, r *http.Request) {
	finish(byName["a"].Get("http://backend.internal"))
}

// Silent: the constructor sets the part up.
type setUp struct{ client http.Client }

func newSetUp() *setUp {
	s := &setUp{}
	s.client.Transport = &http.Transport{MaxIdleConnsPerHost: 20}
	return s
}

func (s *setUp) fetch(url string) { send(&s.client, url) }

func fetchSetUp(urls []string) {
	s := newSetUp()
	for _, url := range urls {
		go s.fetch(url)
	}
}

// Silent: a client that is set up is copied into it.
type filled struct{ client http.Client }

func (f *filled) fetch(url string) { send(&f.client, url) }

func fetchFilled(urls []string) {
	c := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	f := &filled{client: *c}
	for _, url := range urls {
		go f.fetch(url)
	}
}

// Silent: it is set up when it is first needed.
type later struct{ client http.Client }

func (l *later) fetch(url string) {
	if l.client.Transport == nil {
		l.client = http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	}
	send(&l.client, url)
}

func fetchLater(urls []string) {
	l := &later{}
	for _, url := range urls {
		go l.fetch(url)
	}
}

// Silent: two at once.
type two struct{ client http.Client }

func (t *two) fetch(url string) { send(&t.client, url) }

func fetchTwo(a, b string) {
	t := &two{}
	go t.fetch(a)
	go t.fetch(b)
}

// Silent: one after the other.
type serial struct{ client http.Client }

func (s *serial) fetch(url string) { send(&s.client, url) }

func fetchSerial(urls []string) {
	s := &serial{}
	for _, url := range urls {
		s.fetch(url)
	}
}

// Silent: other packages may set Client up, and are there to do so.
type Exported struct{ Client http.Client }

// NewExported leaves that to its callers.
func NewExported() *Exported { return &Exported{} }

// All fetches all URLs at once.
func (e *Exported) All(urls []string) {
	for _, url := range urls {
		go send(&e.Client, url)
	}
}

// Silent: no request is made through the transport of a client that is told not to keep connections.
type off struct{ transport http.Transport }

func fetchOff(urls []string) {
	o := &off{}
	o.transport.DisableKeepAlives = true
	c := &http.Client{Transport: &o.transport}
	for _, url := range urls {
		go send(c, url)
	}
}
