package watch

import (
	"fmt"
	"net"
	"net/netip"

	"github.com/gopacket/gopacket"
	"github.com/gopacket/gopacket/layers"

	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
)

// capture opens a capture on each interface that is up, and says where it cannot.
func (w *watcher) capture() []string {
	interfaces, err := net.Interfaces()
	if err != nil {
		return []string{"SYN: " + err.Error()}
	}
	var notes []string
	for _, i := range interfaces {
		loopback := i.Flags&net.FlagLoopback != 0
		if i.Flags&net.FlagUp == 0 || !loopback && len(i.HardwareAddr) == 0 {
			continue // off, or a tunnel, whose packets have no Ethernet header
		}
		c, err := observe.Open(i.Name, observe.OpensOrAsks(loopback), w.keep)
		if err != nil {
			return append(notes, "SYN: "+err.Error())
		}
		w.captures = append(w.captures, c)
	}
	return notes
}

// keep puts a packet aside, which is quick: none is lost while others are read.
func (w *watcher) keep(_ gopacket.CaptureInfo, data []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.packets = append(w.packets, data)
}

// take takes a packet that opens a connection or begins with a request.
func (w *watcher) take(data []byte) {
	packet := gopacket.NewPacket(data, layers.LayerTypeEthernet, gopacket.NoCopy)
	tcp, ok := packet.Layer(layers.LayerTypeTCP).(*layers.TCP)
	if !ok || packet.NetworkLayer() == nil {
		return
	}
	flow := packet.NetworkLayer().NetworkFlow()
	local, okLocal := netip.AddrFromSlice(flow.Src().Raw())
	remote, okRemote := netip.AddrFromSlice(flow.Dst().Raw())
	if !okLocal || !okRemote {
		return
	}
	c := conn{netip.AddrPortFrom(local, uint16(tcp.SrcPort)), netip.AddrPortFrom(remote, uint16(tcp.DstPort))}
	switch {
	case tcp.SYN && !tcp.ACK:
		w.ledger.first(c, tcp.Seq)
	case observe.Asks(tcp.Payload):
		w.ledger.requests[c]++
	}
}

// close ends the captures, and reads what they have.
func (w *watcher) close() {
	for _, c := range w.captures {
		if lost := c.Close(); lost > 0 {
			w.notes = append(w.notes, fmt.Sprintf("SYN: the capture lost %d packets", lost))
		}
	}
	for _, data := range w.packets {
		w.take(data)
	}
}
