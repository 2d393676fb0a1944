// Package watch runs any command and counts the connections that it opens, by
// the address and port at their other end.
package watch

import (
	"cmp"
	"net/netip"
	"slices"
)

// A Report is what became of a command.
type Report struct {
	Code    int // the command's exit code
	Remotes []Remote
	Notes   []string // what could not be seen, and why
	Packets bool     // whether packets were captured
}

// A Remote is an address that the command connected to.
type Remote struct {
	Addr        netip.AddrPort
	Connections int
	SYN         int // without those sent again
	TimeWait    int // connections that ended in TIME_WAIT, on either side
	Requests    int // of HTTP/1 without TLS; 0 where none could be read
}

// A conn names a connection by its ends, the command's first.
type conn struct{ local, remote netip.AddrPort }

// A socket is a line of the kernel's table, as far as it matters here.
type socket struct {
	conn
	listens, timeWait bool
	inode             uint64
}

// A ledger gathers what is seen of connections while a command runs. It keeps
// those that were opened meanwhile and that no other process held: a connection
// can be too short for anybody to see who holds it.
type ledger struct {
	before    map[conn]bool
	listeners map[uint16]bool // ports of servers on this machine
	ours      map[conn]bool
	strange   map[conn]int // how often another process was seen to hold it
	seen      map[conn]bool
	timeWait  map[conn]bool
	syn       map[conn]map[uint32]bool // sequence numbers of first packets
	requests  map[conn]int
}

// newLedger starts with the sockets that are there before the command.
func newLedger(table []socket) *ledger {
	l := &ledger{
		before: make(map[conn]bool), listeners: make(map[uint16]bool), ours: make(map[conn]bool),
		strange: make(map[conn]int), seen: make(map[conn]bool), timeWait: make(map[conn]bool),
		syn: make(map[conn]map[uint32]bool), requests: make(map[conn]int),
	}
	for _, s := range table {
		l.before[s.conn] = true
	}
	return l
}

// look takes the table, and the inodes of the sockets that the command holds.
func (l *ledger) look(table []socket, held map[uint64]bool) {
	for _, s := range table {
		switch {
		case s.listens:
			l.listeners[s.local.Port()] = true
		case l.before[s.conn]:
		default:
			l.seen[s.conn] = true
			if s.timeWait {
				l.timeWait[s.conn] = true
			}
			if held[s.inode] {
				l.ours[s.conn] = true
			} else if s.inode != 0 {
				l.strange[s.conn]++
			}
		}
	}
}

// first takes a packet that opens a connection.
func (l *ledger) first(c conn, seq uint32) {
	if l.syn[c] == nil {
		l.syn[c] = make(map[uint32]bool)
	}
	l.syn[c][seq] = true
}

// belongs reports whether a connection is the command's. One look is not enough to
// tell that it is another's: it may have been closed since the table was read.
func (l *ledger) belongs(c conn) bool {
	return l.ours[c] || l.strange[c] < 2
}

// remotes adds up. With packets it is they that tell which connections there were.
func (l *ledger) remotes(packets bool) []Remote {
	all := make(map[conn]bool)
	if packets {
		for c := range l.syn {
			all[c] = true
		}
	} else {
		for c := range l.seen {
			if l.listeners[c.local.Port()] {
				// The end of a server on this machine: of a connection that it closed
				// first, there is no other end left.
				all[conn{c.remote, c.local}] = c.remote.Addr() == c.local.Addr()
				continue
			}
			all[c] = true
		}
	}
	by := make(map[netip.AddrPort]*Remote)
	for c, opened := range all {
		if !opened || !l.belongs(c) {
			continue
		}
		r := by[c.remote]
		if r == nil {
			r = &Remote{Addr: c.remote}
			by[c.remote] = r
		}
		r.Connections++
		r.SYN += len(l.syn[c])
		r.Requests += l.requests[c]
		if l.timeWait[c] || l.timeWait[conn{c.remote, c.local}] {
			r.TimeWait++
		}
	}
	var list []Remote
	for _, r := range by {
		list = append(list, *r)
	}
	slices.SortFunc(list, func(a, b Remote) int {
		return cmp.Or(b.Connections-a.Connections, a.Addr.Compare(b.Addr))
	})
	return list
}
