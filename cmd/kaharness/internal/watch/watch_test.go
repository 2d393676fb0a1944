package watch

import (
	"net/netip"
	"testing"

	"github.com/stretchr/testify/assert"
)

// c is a connection from a port to another, on this machine.
func c(from, to uint16) conn {
	local := netip.AddrFrom4([4]byte{127, 0, 0, 1})
	return conn{netip.AddrPortFrom(local, from), netip.AddrPortFrom(local, to)}
}

func TestLedger(t *testing.T) {
	before := socket{conn: c(1, 80), inode: 1}
	listens := socket{conn: conn{c(80, 0).local, netip.AddrPort{}}, listens: true}
	l := newLedger([]socket{before, listens})
	ours, server := socket{conn: c(2, 80), inode: 2}, socket{conn: c(80, 2), inode: 3}
	others := socket{conn: c(3, 80), inode: 4}
	fleeting := socket{conn: c(4, 80), inode: 5} // closed before the processes were asked
	l.look([]socket{before, listens, ours, server, others, fleeting}, []uint64{2})
	l.look([]socket{before, listens, ours, server, others}, []uint64{2})
	l.look([]socket{
		before, listens, {conn: c(2, 80), timeWait: true}, {conn: c(80, 5), timeWait: true}, {conn: c(6, 443), timeWait: true}, others,
	}, nil)

	remotes, unknown := l.remotes(false)
	assert.Equal(t, []Remote{
		{Addr: c(0, 80).remote, Connections: 3, TimeWait: 2}, // from the ports 2, 4 and 5
		{Addr: c(0, 443).remote, Connections: 1, TimeWait: 1, Guessed: true},
	}, remotes)
	assert.Empty(t, unknown)

	for _, from := range []uint16{2, 3, 4, 5, 7} { // 7 was never in the table
		l.first(c(from, 80), 1)
	}
	l.first(c(2, 80), 1) // sent again
	foreign := socket{conn: c(9, 443), inode: 9}
	l.look([]socket{foreign}, nil)
	l.look([]socket{foreign}, nil)
	l.first(c(8, 443), 1)
	l.first(c(9, 443), 1)
	l.requests[c(2, 80)] = 8
	l.requests[c(3, 80)] = 8
	remotes, unknown = l.remotes(true)
	assert.Equal(t, []Remote{{Addr: c(0, 80).remote, Connections: 4, SYN: 4, TimeWait: 2, Requests: 8}}, remotes)
	assert.Equal(t, map[netip.AddrPort]int{c(0, 443).remote: 1}, unknown)
}

// A socket may be seen in the command's hands before it is in the table.
func TestLedgerHeldFirst(t *testing.T) {
	l := newLedger(nil)
	l.look(nil, []uint64{7})
	l.look([]socket{{conn: c(2, 80), inode: 7}}, nil)
	remotes, _ := l.remotes(false)
	assert.Len(t, remotes, 1)
}

// A server that a foreign machine connects to opens no connection by it.
func TestLedgerServer(t *testing.T) {
	l := newLedger(nil)
	far := netip.MustParseAddrPort("192.0.2.1:50000")
	here := netip.MustParseAddrPort("192.0.2.2:80")
	l.look([]socket{{conn: conn{local: here}, listens: true, inode: 1}, {conn: conn{here, far}, inode: 2}}, []uint64{1, 2})
	remotes, unknown := l.remotes(false)
	assert.Empty(t, remotes)
	assert.Empty(t, unknown)
}
