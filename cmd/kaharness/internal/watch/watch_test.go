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
	held := map[uint64]bool{2: true}
	l.look([]socket{before, listens, ours, server, others, fleeting}, held)
	l.look([]socket{before, listens, ours, server, others}, held)
	l.look([]socket{
		before, listens, {conn: c(2, 80), timeWait: true}, {conn: c(80, 5), timeWait: true}, {conn: c(6, 443), timeWait: true}, others,
	}, nil)

	table := l.remotes(false)
	assert.Equal(t, []Remote{
		{Addr: c(0, 80).remote, Connections: 3, TimeWait: 2}, // from the ports 2, 4 and 5
		{Addr: c(0, 443).remote, Connections: 1, TimeWait: 1},
	}, table)

	for _, from := range []uint16{2, 3, 4, 5, 7} { // 7 was never in the table
		l.first(c(from, 80), 1)
	}
	l.first(c(2, 80), 1) // sent again
	l.requests[c(2, 80)] = 8
	l.requests[c(3, 80)] = 8
	assert.Equal(t, []Remote{{Addr: c(0, 80).remote, Connections: 4, SYN: 4, TimeWait: 2, Requests: 8}}, l.remotes(true))
}

// A server that a foreign machine connects to opens no connection by it.
func TestLedgerServer(t *testing.T) {
	l := newLedger(nil)
	far := netip.MustParseAddrPort("192.0.2.1:50000")
	here := netip.MustParseAddrPort("192.0.2.2:80")
	l.look([]socket{{conn: conn{local: here}, listens: true, inode: 1}, {conn: conn{here, far}, inode: 2}}, map[uint64]bool{1: true, 2: true})
	assert.Empty(t, l.remotes(false))
}
