package owned

import (
	"io"
	"net/http"
	"sync"
	"time"
)

var shared = &http.Client{}

func setUp(c *http.Client, timeout time.Duration) {
	c.Timeout = timeout
	c.Transport = &http.Transport{IdleConnTimeout: time.Minute} // want `http.Transport is built anew for each call of setUp, for the request at line 22`
}

// handle gives a client that all requests share another Transport for each of them.
func handle(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("fast") != "" {
		setUp(shared, time.Second)
	}
	resp, err := shared.Get("http://localhost" + r.URL.Path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

var latest *http.Client

// replace puts a client in the place of the last one.
func replace(w http.ResponseWriter, r *http.Request) {
	latest = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}} // want `http.Transport is built anew for each call of replace`
	pass(w, latest, r.URL.Path)
}

func pass(w io.Writer, c *http.Client, path string) {
	resp, err := c.Get("http://localhost" + path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

var lazily *http.Client

// Silent: the first request builds it.
func fill(w http.ResponseWriter, r *http.Request) {
	if lazily == nil {
		lazily = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}
	}
	pass(w, lazily, r.URL.Path)
}

var quick = &http.Client{}

// Silent: the first request sets it, though each builds one.
func set(w http.ResponseWriter, r *http.Request) {
	tr := &http.Transport{IdleConnTimeout: time.Minute}
	if quick.Transport == nil {
		quick.Transport = tr
	}
	pass(w, quick, r.URL.Path)
}

var (
	once   sync.Once
	common *http.Client
)

// Silent: a sync.Once builds it.
func onlyOnce(w http.ResponseWriter, r *http.Request) {
	once.Do(func() { common = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}} })
	pass(w, common, r.URL.Path)
}

var static *http.Client

// Silent: an ordinary function that sets a variable may be called once.
func ConnectOnce(w io.Writer) {
	static = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}
	pass(w, static, "/")
}

var byName = map[string]*http.Client{}

// Silent: each is kept under a name of its own.
func keep(w http.ResponseWriter, r *http.Request) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}
	byName[r.Host] = c
	pass(w, c, r.URL.Path)
}

func routes(mux *http.ServeMux) {
	client := &http.Client{}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		client.Transport = &http.Transport{IdleConnTimeout: time.Minute} // want `http.Transport is built anew for each call`
		pass(w, client, r.URL.Path)
	})
	for path, h := range map[string]http.HandlerFunc{"/a": handle, "/b": replace, "/c": fill, "/d": set, "/e": onlyOnce, "/f": keep} {
		mux.HandleFunc(path, h)
	}
}

var all []*http.Client

// Silent: all of them are kept.
func collect(w http.ResponseWriter, r *http.Request) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}
	all = append(all, c)
	pass(w, c, r.URL.Path)
}
