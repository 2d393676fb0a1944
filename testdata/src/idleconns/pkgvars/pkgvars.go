// Package pkgvars has clients and transports in package variables.
package pkgvars

import (
	"io"
	"net/http"
	"sync"
	"time"
)

func copyTo(w io.Writer, resp *http.Response, err error) {
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

var client = &http.Client{Timeout: 10 * time.Second} // want "client has no Transport with MaxIdleConnsPerHost.*line 21"

func handle(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var zeroClient http.Client // want "zeroClient has no Transport with MaxIdleConnsPerHost.*line 28"

func handleZero(w http.ResponseWriter, r *http.Request) {
	resp, err := zeroClient.Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var (
	transport = &http.Transport{ // want "MaxIdleConnsPerHost of transport is not set.*line 45"
		MaxIdleConns:    200,
		IdleConnTimeout: 90 * time.Second,
	}
	transportClient = &http.Client{Transport: transport}
)

func fetchAll(urls []string) {
	var wg sync.WaitGroup
	for _, u := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := transportClient.Get(u)
			copyTo(io.Discard, resp, err)
		}()
	}
	wg.Wait()
}

var valueClient = http.Client{Timeout: time.Second} // want "valueClient has no Transport with MaxIdleConnsPerHost"

func handleValue(w http.ResponseWriter, r *http.Request) {
	resp, err := valueClient.Head("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var tunedClient = &http.Client{
	Transport: &http.Transport{MaxIdleConnsPerHost: 100},
}

// Silent: MaxIdleConnsPerHost is set.
func handleTuned(w http.ResponseWriter, r *http.Request) {
	resp, err := tunedClient.Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var setInInit = &http.Client{Timeout: time.Second}

func init() {
	setInInit.Transport = &http.Transport{MaxIdleConnsPerHost: 50}
}

// Silent: init gives the client a Transport that keeps more.
func handleSetInInit(w http.ResponseWriter, r *http.Request) {
	resp, err := setInInit.Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var tunedInInit = &http.Transport{}

func init() {
	tunedInInit.MaxIdleConnsPerHost = 50
}

// Silent: init sets the field.
func handleTunedInInit(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://backend.internal", nil)
	if err != nil {
		return
	}
	resp, err := tunedInInit.RoundTrip(req)
	copyTo(w, resp, err)
}

var madeInInit *http.Client

func init() {
	madeInInit = &http.Client{Timeout: time.Second} // want "madeInInit has no Transport with MaxIdleConnsPerHost.*line 105"
}

func handleMadeInInit(w http.ResponseWriter, r *http.Request) {
	resp, err := madeInInit.Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var tunedByLiteral = func() *http.Client {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.MaxIdleConnsPerHost = 100
	return &http.Client{Transport: tr}
}()

// Silent: the literal that makes the client sets the field.
func handleTunedByLiteral(w http.ResponseWriter, r *http.Request) {
	resp, err := tunedByLiteral.Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var madeByLiteral = func() *http.Client {
	tr := &http.Transport{} // want "MaxIdleConnsPerHost of tr is not set.*line 128"
	tr.IdleConnTimeout = time.Minute
	return &http.Client{Transport: tr}
}()

func handleMadeByLiteral(w http.ResponseWriter, r *http.Request) {
	resp, err := madeByLiteral.Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var (
	lazyOnce   sync.Once
	lazyClient *http.Client
)

func lazy() *http.Client {
	lazyOnce.Do(func() {
		lazyClient = &http.Client{} // want "lazyClient has no Transport with MaxIdleConnsPerHost.*line 145"
	})
	return lazyClient
}

func handleLazy(w http.ResponseWriter, r *http.Request) {
	resp, err := lazy().Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var onceValue = sync.OnceValue(func() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}
})

// Silent: MaxIdleConnsPerHost is set.
func handleOnceValue(w http.ResponseWriter, r *http.Request) {
	resp, err := onceValue().Get("http://backend.internal" + r.URL.Path)
	copyTo(w, resp, err)
}

var sequential = &http.Client{}

// Silent: one request after the other.
func fetchInOrder(urls []string) {
	for _, u := range urls {
		resp, err := sequential.Get(u)
		copyTo(io.Discard, resp, err)
	}
}

// services is a package variable of a struct type.
var services = struct {
	users  *http.Client
	orders *http.Client
}{
	users:  &http.Client{Timeout: time.Second}, // want "users has no Transport with MaxIdleConnsPerHost"
	orders: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}},
}

func handleUsers(w http.ResponseWriter, r *http.Request) {
	resp, err := services.users.Get("http://users.internal")
	copyTo(w, resp, err)
}

// Silent: the other client keeps more.
func handleOrders(w http.ResponseWriter, r *http.Request) {
	resp, err := services.orders.Get("http://orders.internal")
	copyTo(w, resp, err)
}

var aliased = http.DefaultClient

func handleAliased(w http.ResponseWriter, r *http.Request) {
	resp, err := aliased.Get("http://backend.internal") // want "http.DefaultClient keeps only two idle connections per host.*line 192"
	copyTo(w, resp, err)
}

var notUsed = &http.Client{Timeout: time.Hour} // silent: nothing sends through it

var replaced = &http.Client{} // silent: setUp puts another in its place before it is used

// setUp is called before anything is served.
func setUp(perHost int) {
	replaced = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: perHost}}
}

func serve() error {
	setUp(100)
	http.HandleFunc("/replaced", handleReplaced)
	return http.ListenAndServe(":8080", nil)
}

// Silent: the client in use is setUp's.
func handleReplaced(w http.ResponseWriter, r *http.Request) {
	resp, err := replaced.Get("http://backend.internal")
	copyTo(w, resp, err)
}
