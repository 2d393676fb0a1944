// Runner runs generated functions along all their paths against an HTTP server, and prints what became of the bodies.
package main

import (
	"encoding/json"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"

	"fuzz/rt"
)

// A listener hands over the server's ends of connections in memory: a response that is closed early costs its connection,
// and there are more of those than there are ports.
type listener struct {
	conns chan net.Conn
	once  sync.Once
	done  chan struct{}
}

func (l *listener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *listener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *listener) Addr() net.Addr { return &net.UnixAddr{Name: "memory"} }

func (l *listener) dial() net.Conn {
	client, server := net.Pipe()
	l.conns <- server
	return client
}

// answer is a JSON value with more behind it than a reader that looks for one value takes in.
var answer = `{"a":1}` + "\n" + strings.Repeat(" ", 6000)

type client struct{}

func (client) Get(url string) (*http.Response, error) { return http.Get(url) }

func (client) Take(b io.ReadCloser) { rt.Keep(b) }

func main() {
	most := flag.Int("paths", 400, "paths of a function that are run")
	flag.IntVar(&rt.MaxTurns, "turns", 2, "turns of a loop")
	flag.Parse()
	l := &listener{conns: make(chan net.Conn), done: make(chan struct{})}
	handler := func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery == "bad" {
			w.WriteHeader(http.StatusInternalServerError)
		}
		io.WriteString(w, answer)
	}
	go http.Serve(l, http.HandlerFunc(handler))
	base := &http.Transport{Dial: func(string, string) (net.Conn, error) { return l.dial(), nil }}
	http.DefaultTransport = rt.Transport{Base: base}
	rt.Doer, rt.Taker = client{}, client{}
	out := json.NewEncoder(os.Stdout)
	for _, f := range functions {
		if err := out.Encode(rt.Run(f, *most)); err != nil {
			panic(err)
		}
	}
}
