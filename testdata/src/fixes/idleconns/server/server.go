// Server makes its clients in constructors that run once.
package main

import (
	"io"
	"log"
	nethttp "net/http"
	"time"
)

type server struct {
	backend *nethttp.Client
	status  *nethttp.Client
}

func newServer() *server {
	backend := &nethttp.Client{Timeout: time.Second} // want "backend has no Transport with MaxIdleConnsPerHost"
	return &server{backend: backend, status: newStatus()}
}

func newStatus() *nethttp.Client {
	c := &nethttp.Client{} // want "c has no Transport with MaxIdleConnsPerHost"
	c.Timeout = time.Minute
	return c
}

func (s *server) ServeHTTP(w nethttp.ResponseWriter, r *nethttp.Request) {
	relay(w, s.backend)
}

func (s *server) health(w nethttp.ResponseWriter, r *nethttp.Request) {
	relay(w, s.status)
}

func relay(w io.Writer, c *nethttp.Client) {
	resp, err := c.Get("http://backend.internal")
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// logs is where handlers send what they have to say.
var logs = newLogs()

type logger struct{ client *nethttp.Client }

func newLogs() *logger {
	l := new(logger)
	c := &nethttp.Client{Timeout: time.Minute} // want "c has no Transport with MaxIdleConnsPerHost"
	l.client = c
	return l
}

func logged(w nethttp.ResponseWriter, r *nethttp.Request) {
	relay(w, logs.client)
}

func main() {
	s := newServer()
	nethttp.Handle("/", s)
	nethttp.HandleFunc("/health", s.health)
	nethttp.HandleFunc("/log", logged)
	log.Fatal(nethttp.ListenAndServe(":8080", nil))
}
