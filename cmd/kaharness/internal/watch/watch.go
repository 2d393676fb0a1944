// Package watch runs any command and counts the connections that it opens, by
// the address and port at their other end.
package watch

import (
	"cmp"
	"maps"
	"net/netip"
	"slices"
)

// A Report is what became of a command.
type Report struct {
	Code    int // the command's exit code
	Remotes []Remote
	Unknown map[netip.AddrPort]int // connections that may be another process's
	Notes   []string               // what could not be seen, and why
	Packets bool                   // whether packets were captured
}

// A Remote is an address that the command connected to.
type Remote struct {
	Addr        netip.AddrPort
	Connections int
	SYN         int // without those sent again
	TimeWait    int // connections that ended in TIME_WAIT, on either side
	Requests    int // of HTTP/1 without TLS; 0 where none could be read

	// Guessed is set where all connections were too short to see who held them.
	Guessed bool
}

// A conn names a connection by its ends, the command's first.
type conn struct{ local, remote netip.AddrPort }

// A socket is a line of the kernel's table, as far as it matters here.
type socket struct {
	conn
	listens, timeWait bool
	inode             uint64
}

// A ledger gathers what is seen of connections while a command runs.
type ledger struct {
	before    map[conn]bool
	listeners map[uint16]bool // ports of servers on this machine
	held      map[uint64]bool // inodes of sockets that the command has had
	inodes    map[conn]uint64
	looks     map[conn]int // how often a connection was seen with an inode
	seen      map[conn]bool
	timeWait  map[conn]bool
	syn       map[conn]map[uint32]bool // sequence numbers of first packets
	requests  map[conn]int
}

// newLedger starts with the sockets that are there before the command.
func newLedger(table []socket) *ledger {
	l := &ledger{
		before: make(map[conn]bool), listeners: make(map[uint16]bool), held: make(map[uint64]bool),
		inodes: make(map[conn]uint64), looks: make(map[conn]int), seen: make(map[conn]bool),
		timeWait: make(map[conn]bool), syn: make(map[conn]map[uint32]bool), requests: make(map[conn]int),
	}
	for _, s := range table {
		l.before[s.conn] = true
	}
	return l
}

// look takes the table, and the inodes of the sockets that the command holds.
func (l *ledger) look(table []socket, held []uint64) {
	for _, inode := range held {
		l.held[inode] = true
	}
	for _, s := range table {
		switch {
		case s.listens:
			l.listeners[s.local.Port()] = true
		case l.before[s.conn]:
		default:
			l.seen[s.conn] = true
			l.timeWait[s.conn] = l.timeWait[s.conn] || s.timeWait
			if s.inode != 0 {
				l.inodes[s.conn] = s.inode
				l.looks[s.conn]++
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

// ours reports whether the command was seen to hold a connection.
func (l *ledger) ours(c conn) bool { return l.held[l.inodes[c]] }

// others reports whether somebody else holds it. One look is not enough to tell: it
// may have been closed since the table was read.
func (l *ledger) others(c conn) bool { return !l.ours(c) && l.looks[c] >= 2 }

// opened are the connections that were opened meanwhile, by whomever. With packets
// it is they that tell which there were.
func (l *ledger) opened(packets bool) []conn {
	if packets {
		return slices.Collect(maps.Keys(l.syn))
	}
	all := make(map[conn]bool)
	for c := range l.seen {
		switch {
		case !l.listeners[c.local.Port()]:
			all[c] = true
		case c.remote.Addr() == c.local.Addr():
			// The end of a server on this machine: of a connection that it closed
			// first, there is no other end left.
			all[conn{c.remote, c.local}] = true
		}
	}
	return slices.Collect(maps.Keys(all))
}

// remotes adds up the command's connections. One that was too short to see who
// held it counts if it goes where another one of the command's goes, or where
// nobody else was seen to connect to. Of the rest nobody can tell: unknown has
// their number.
func (l *ledger) remotes(packets bool) (list []Remote, unknown map[netip.AddrPort]int) {
	all := l.opened(packets)
	ours, others := make(map[netip.AddrPort]bool), make(map[netip.AddrPort]bool)
	for _, c := range all {
		ours[c.remote] = ours[c.remote] || l.ours(c)
		others[c.remote] = others[c.remote] || l.others(c)
	}
	unknown = make(map[netip.AddrPort]int)
	by := make(map[netip.AddrPort]*Remote)
	for _, c := range all {
		if l.others(c) {
			continue
		}
		if !ours[c.remote] && others[c.remote] {
			unknown[c.remote]++
			continue
		}
		r := by[c.remote]
		if r == nil {
			r = &Remote{Addr: c.remote, Guessed: !ours[c.remote]}
			by[c.remote] = r
		}
		r.Connections++
		r.SYN += len(l.syn[c])
		r.Requests += l.requests[c]
		if l.timeWait[c] || l.timeWait[conn{c.remote, c.local}] {
			r.TimeWait++
		}
	}
	for _, r := range by {
		list = append(list, *r)
	}
	slices.SortFunc(list, func(a, b Remote) int {
		return cmp.Or(b.Connections-a.Connections, a.Addr.Compare(b.Addr))
	})
	return list, unknown
}
