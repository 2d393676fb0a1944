//go:build !linux

package observe

import "errors"

// unavailable is an observer that this system has nothing for.
type unavailable struct {
	name   string
	reason error
}

func (u unavailable) Name() string        { return u.name }
func (u unavailable) Start(*Target) error { return u.reason }
func (u unavailable) Stop(*Counts)        {}

// NewSockets would observe the kernel's table of sockets.
func NewSockets() Observer {
	return unavailable{NameSockets, errors.New("only Linux's table of sockets is known")}
}

// NewPackets would observe packets on loopback.
func NewPackets(string) Observer {
	return unavailable{NamePackets, errors.New("only Linux's packet sockets are known")}
}
