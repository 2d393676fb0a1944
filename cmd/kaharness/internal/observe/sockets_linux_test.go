package observe

import (
	"net/netip"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestDistinct has a table as the kernel hands it out while it changes: in the
// pieces that are read one after the other, the same end of a connection twice.
func TestDistinct(t *testing.T) {
	socket := func(local, remote, state string) Socket {
		return Socket{Local: netip.MustParseAddrPort(local), Remote: netip.MustParseAddrPort(remote), State: state}
	}
	listener := socket("127.0.0.1:80", "0.0.0.0:0", "LISTEN")
	client, server := socket("127.0.0.1:5", "127.0.0.1:80", "ESTABLISHED"), socket("127.0.0.1:80", "127.0.0.1:5", "ESTABLISHED")
	later := client
	later.State = "TIME_WAIT"
	assert.Equal(t, []Socket{listener, later, server, listener}, distinct([]Socket{listener, client, server, later, listener, later}))
	assert.Empty(t, distinct(nil))
}
