// Package fields has clients and transports in the fields of structs.
package fields

import (
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

func fetch(c *http.Client, u string) error {
	resp, err := c.Get(u)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// inLiteral: the field is given where the struct is made.
type inLiteral struct {
	client *http.Client
	base   string
}

func newInLiteral(base string) *inLiteral {
	return &inLiteral{
		client: &http.Client{Timeout: time.Second}, // want "client has no Transport with MaxIdleConnsPerHost.*line 35"
		base:   base,
	}
}

func (s *inLiteral) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := fetch(s.client, s.base+r.URL.Path); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// transportField: the struct keeps the Transport and makes the client around it.
type transportField struct {
	tr     *http.Transport
	client *http.Client
}

func newTransportField() *transportField {
	s := &transportField{}
	s.tr = &http.Transport{IdleConnTimeout: time.Minute} // want "MaxIdleConnsPerHost of s.tr is not set.*line 54"
	s.client = &http.Client{Transport: s.tr}
	return s
}

func (s *transportField) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := fetch(s.client, "http://backend.internal"); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// tunedField has its Transport set after the literal.
type tunedField struct{ client *http.Client }

// Silent: the Transport that is put in later keeps more.
func newTunedField() *tunedField {
	s := &tunedField{client: &http.Client{Timeout: time.Second}}
	s.client.Transport = &http.Transport{MaxIdleConnsPerHost: 30}
	return s
}

func (s *tunedField) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = fetch(s.client, "http://backend.internal")
}

// tunedThroughField has MaxIdleConnsPerHost set through its own field.
type tunedThroughField struct {
	tr     *http.Transport
	client *http.Client
}

// Silent: s.tr is what the client uses, and tune sets it.
func newTunedThroughField(n int) *tunedThroughField {
	tr := &http.Transport{}
	s := &tunedThroughField{tr: tr, client: &http.Client{Transport: tr}}
	s.tune(n)
	return s
}

func (s *tunedThroughField) tune(n int) { s.tr.MaxIdleConnsPerHost = n }

func (s *tunedThroughField) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = fetch(s.client, "http://backend.internal")
}

// embedded is an http.Client with a base.
type embedded struct {
	*http.Client
	base string
}

func newEmbedded(base string) *embedded {
	return &embedded{
		Client: &http.Client{}, // want "Client has no Transport with MaxIdleConnsPerHost.*line 109"
		base:   base,
	}
}

func (e *embedded) all(paths []string) {
	for _, p := range paths {
		go func() {
			resp, err := e.Get(e.base + p)
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
}

func useEmbedded(paths []string) {
	newEmbedded("http://backend.internal").all(paths)
}

// embeddedTuned is the same with a Transport.
type embeddedTuned struct {
	*http.Client
}

// Silent: MaxIdleConnsPerHost is set.
func newEmbeddedTuned() embeddedTuned {
	return embeddedTuned{&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 12}}}
}

func (e embeddedTuned) all(urls []string) {
	for _, u := range urls {
		go e.Get(u)
	}
}

func useEmbeddedTuned(urls []string) {
	newEmbeddedTuned().all(urls)
}

// byValue holds the client itself.
type byValue struct {
	hc http.Client
}

func newByValue() *byValue {
	return &byValue{hc: http.Client{Timeout: time.Second}} // want "hc has no Transport with MaxIdleConnsPerHost.*line 151"
}

func (b *byValue) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := b.hc.Get("http://backend.internal")
	if err == nil {
		resp.Body.Close()
	}
}

// setLater gets its client from a method.
type setLater struct {
	client *http.Client
}

func (s *setLater) configure(timeout time.Duration) {
	s.client = &http.Client{Timeout: timeout} // want "s.client has no Transport with MaxIdleConnsPerHost.*line 169"
}

func (s *setLater) run(urls []string) {
	for _, u := range urls {
		go fetch(s.client, u)
	}
}

func useSetLater(urls []string) {
	var s setLater
	s.configure(time.Second)
	s.run(urls)
}

// nested has the client two structs deep.
type nested struct {
	cfg  string
	deps struct{ http *http.Client }
}

func newNested() *nested {
	n := &nested{cfg: "x"}
	n.deps.http = &http.Client{} // want "n.deps.http has no Transport with MaxIdleConnsPerHost"
	return n
}

func (n *nested) handle(w http.ResponseWriter, r *http.Request) {
	_ = fetch(n.deps.http, "http://backend.internal")
}

func serveNested() error {
	http.HandleFunc("/nested", newNested().handle)
	return http.ListenAndServe(":8080", nil)
}

// outer passes its client on to inner.
type outer struct {
	client *http.Client
	inner  *inner
}

type inner struct{ hc *http.Client }

func newOuter() *outer {
	c := &http.Client{} // want "c has no Transport with MaxIdleConnsPerHost.*line 213"
	return &outer{client: c, inner: &inner{hc: c}}
}

func (o *outer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	o.inner.call()
}

func (i *inner) call() {
	_ = fetch(i.hc, "http://backend.internal")
}

// doer is what many programs take instead of a client.
type doer interface {
	Do(*http.Request) (*http.Response, error)
}

// behindInterface holds its client as a doer.
type behindInterface struct{ d doer }

func newBehindInterface() *behindInterface {
	client := &http.Client{Timeout: time.Second} // want "client has no Transport with MaxIdleConnsPerHost"
	return &behindInterface{d: client}
}

func (b *behindInterface) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://backend.internal", nil)
	if err != nil {
		return
	}
	resp, err := b.d.Do(req)
	if err != nil {
		return
	}
	resp.Body.Close()
}

// twoFields: only one of its clients is used by the goroutines.
type twoFields struct {
	quick *http.Client
	slow  *http.Client
}

func newTwoFields() *twoFields {
	t := new(twoFields)
	t.quick = &http.Client{Timeout: time.Second} // want "t.quick has no Transport with MaxIdleConnsPerHost.*line 263"
	t.slow = &http.Client{Timeout: time.Minute}  // silent: one request after the other
	return t
}

func (t *twoFields) run(urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_ = fetch(t.quick, u)
		}()
	}
	wg.Wait()
	for _, u := range urls {
		_ = fetch(t.slow, u)
	}
}

func useTwoFields(urls []string) {
	newTwoFields().run(urls)
}

// sequential is used by one goroutine only.
type sequential struct{ client *http.Client }

// Silent: run goes through its URLs in order.
func newSequential() *sequential {
	return &sequential{client: &http.Client{}}
}

func (s *sequential) run(urls []string) {
	for _, u := range urls {
		if err := fetch(s.client, u); err != nil {
			log.Print(err)
		}
	}
}

func useSequential(urls []string) {
	newSequential().run(urls)
}

// API is for other packages.
type API struct{ client *http.Client }

// Silent: nobody in view calls Get from goroutines.
func NewAPI() *API {
	return &API{client: &http.Client{}}
}

// Get fetches a path.
func (a *API) Get(path string) error {
	return fetch(a.client, "http://api.internal"+path)
}

// transportByInterface holds its Transport as an http.RoundTripper.
type transportByInterface struct{ rt http.RoundTripper }

func newTransportByInterface() *transportByInterface {
	return &transportByInterface{rt: &http.Transport{}} // want "MaxIdleConnsPerHost of rt is not set"
}

func (t *transportByInterface) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://backend.internal", nil)
	if err != nil {
		return
	}
	resp, err := t.rt.RoundTrip(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// closedOver: a method returns the handler.
type closedOver struct{ client *http.Client }

func newClosedOver() *closedOver {
	return &closedOver{client: &http.Client{}} // want "client has no Transport with MaxIdleConnsPerHost.*line 339"
}

func (c *closedOver) handler(path string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_ = fetch(c.client, "http://backend.internal"+path)
	}
}

func serveClosedOver() {
	http.Handle("/over", newClosedOver().handler("/over"))
}
