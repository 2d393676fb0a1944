// Package observe counts connections as an engineer would: at the server's
// accept, in the kernel's table of sockets, in the packets, and in the client.
// Each observer knows one way.
package observe

import (
	"net"
	"net/http"
	"net/netip"
	"os"
	"os/exec"
)

// An Observer counts the connections of one run of a program.
type Observer interface {
	// Name is what the observer counts, in a word or two.
	Name() string
	// Start begins to look. Its error is the reason why it cannot.
	Start(*Target) error
	// Stop ends that, and adds to Counts what was seen since.
	Stop(*Counts)
}

// A Target is a program that is about to start, and the server it will talk to.
type Target struct {
	Addr  netip.AddrPort // the server's
	Watch func(func(net.Conn, http.ConnState))
	Cmd   *exec.Cmd

	inherited []*os.File // what Cmd gets: ours to close once it has started
}

// Started is to be called when Cmd has started, or failed to.
func (t *Target) Started() {
	for _, f := range t.inherited {
		f.Close()
	}
	t.inherited = nil
}

// Counts are what the observers saw of a run. What one could not see is nil, and
// Missing has its reason.
type Counts struct {
	Accepts *Accepts          `json:"accepts,omitempty"`
	Sockets *Sockets          `json:"sockets,omitempty"`
	Packets *Packets          `json:"packets,omitempty"`
	Client  *Client           `json:"client,omitempty"`
	Missing map[string]string `json:"missing,omitempty"`
}

// Names of the observers.
const (
	NameAccepts = "accepts"
	NameSockets = "socket table"
	NamePackets = "packets"
	NameClient  = "client trace"
)

// A Watchers is a set of observers at work.
type Watchers struct {
	working []Observer
	missing map[string]string
}

// Start sets the observers that can to work.
func Start(t *Target, all ...Observer) *Watchers {
	w := &Watchers{missing: make(map[string]string)}
	for _, o := range all {
		if err := o.Start(t); err != nil {
			w.missing[o.Name()] = err.Error()
			continue
		}
		w.working = append(w.working, o)
	}
	return w
}

// Stop ends their work and returns what they saw.
func (w *Watchers) Stop() *Counts {
	c := &Counts{Missing: w.missing}
	for _, o := range w.working {
		o.Stop(c)
	}
	return c
}
