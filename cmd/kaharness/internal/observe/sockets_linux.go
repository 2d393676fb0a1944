package observe

import (
	"fmt"
	"net/netip"
	"time"

	"github.com/prometheus/procfs"
)

// states are the kernel's numbers for what netstat spells out.
var states = map[uint64]string{
	1: "ESTABLISHED", 2: "SYN_SENT", 3: "SYN_RECV", 4: "FIN_WAIT1", 5: "FIN_WAIT2", 6: "TIME_WAIT",
	7: "CLOSE", 8: "CLOSE_WAIT", 9: "LAST_ACK", 10: "LISTEN", 11: "CLOSING", 12: "NEW_SYN_RECV",
}

// A Socket is a line of the kernel's table.
type Socket struct {
	Local, Remote netip.AddrPort
	State         string
	Inode         uint64 // 0 where no process has it
}

// Table reads the kernel's table of TCP sockets.
func Table() ([]Socket, error) {
	fs, err := procfs.NewDefaultFS()
	if err != nil {
		return nil, err
	}
	//nolint:staticcheck // what it points to instead needs a kernel module, and knows bytes only
	four, err := fs.NetTCP()
	if err != nil {
		return nil, err
	}
	//nolint:staticcheck // as above
	six, err := fs.NetTCP6()
	if err != nil {
		six = nil // a machine without IPv6
	}
	sockets := make([]Socket, 0, len(four)+len(six))
	for _, table := range []procfs.NetTCP{four, six} {
		for _, line := range table {
			local, _ := netip.AddrFromSlice(line.LocalAddr)
			remote, _ := netip.AddrFromSlice(line.RemAddr)
			sockets = append(sockets, Socket{
				Local:  netip.AddrPortFrom(local.Unmap(), uint16(line.LocalPort)),
				Remote: netip.AddrPortFrom(remote.Unmap(), uint16(line.RemPort)),
				State:  states[line.St],
				Inode:  line.Inode,
			})
		}
	}
	return distinct(sockets), nil
}

// distinct leaves one line a connection's end, the last one. The kernel hands its
// table out in pieces; while sockets come and go, one is told of in two of them.
func distinct(all []Socket) []Socket {
	at := make(map[ends]int)
	kept := all[:0]
	for _, s := range all {
		end := ends{s.Local, s.Remote}
		if i, ok := at[end]; ok && s.State != "LISTEN" {
			kept[i] = s
			continue
		}
		at[end] = len(kept)
		kept = append(kept, s)
	}
	return kept
}

// ends are the two ends of a connection.
type ends struct{ local, remote netip.AddrPort }

// socketTable counts by the kernel's table.
type socketTable struct {
	addr   netip.AddrPort
	before map[ends]bool // other runs' leavings, which may have used this port
}

// NewSockets observes the kernel's table of sockets, as netstat does.
func NewSockets() Observer { return &socketTable{before: make(map[ends]bool)} }

func (s *socketTable) Name() string { return NameSockets }

func (s *socketTable) Start(t *Target) error {
	s.addr = t.Addr
	table, err := Table()
	if err != nil {
		return fmt.Errorf("no table of sockets: %w", err)
	}
	for _, line := range table {
		s.before[ends{line.Local, line.Remote}] = true
	}
	return nil
}

// Stop reads the table once what is still on its way to its end has got there.
func (s *socketTable) Stop(c *Counts) {
	const limit, tick = 500 * time.Millisecond, 5 * time.Millisecond
	for end := time.Now().Add(limit); ; time.Sleep(tick) {
		count, moving, err := s.count()
		if err != nil {
			c.Missing[s.Name()] = err.Error()
			return
		}
		if !moving || time.Now().After(end) {
			c.Sockets = &Sockets{ByState: count}
			return
		}
	}
}

// count counts the sockets of both sides; whichever closed first is in TIME_WAIT.
// Moving are those that will be in another state soon.
func (s *socketTable) count() (count map[string]int, moving bool, err error) {
	table, err := Table()
	if err != nil {
		return nil, false, err
	}
	count = make(map[string]int)
	for _, line := range table {
		if line.State == "LISTEN" || line.Local != s.addr && line.Remote != s.addr || s.before[ends{line.Local, line.Remote}] {
			continue
		}
		count[line.State]++
		moving = moving || line.State != "TIME_WAIT"
	}
	return count, moving, nil
}
