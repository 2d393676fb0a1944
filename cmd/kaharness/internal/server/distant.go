package server

import (
	"net"
	"sync"
	"time"
)

// A distant listener's connections seem to come from afar: what is first sent on
// each is heard a while later. The accepts themselves are not held up.
type distant struct {
	net.Listener
	by time.Duration
}

func (d *distant) Accept() (net.Conn, error) {
	c, err := d.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &late{Conn: c, ready: time.Now().Add(d.by), closed: make(chan struct{})}, nil
}

// late is a connection that nothing is read from before it is ready.
type late struct {
	net.Conn
	ready  time.Time
	once   sync.Once
	closed chan struct{}
}

func (l *late) Read(p []byte) (int, error) {
	if wait := time.Until(l.ready); wait > 0 {
		select {
		case <-time.After(wait):
		case <-l.closed:
		}
	}
	return l.Conn.Read(p)
}

func (l *late) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Conn.Close()
}
