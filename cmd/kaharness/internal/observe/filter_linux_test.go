package observe

import (
	"net"
	"testing"

	"github.com/gopacket/gopacket"
	"github.com/gopacket/gopacket/layers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/bpf"
)

// frame makes a packet.
func frame(t *testing.T, six bool, tcp layers.TCP, data string) []byte {
	t.Helper()
	eth := &layers.Ethernet{SrcMAC: make(net.HardwareAddr, 6), DstMAC: make(net.HardwareAddr, 6), EthernetType: layers.EthernetTypeIPv4}
	var ip gopacket.SerializableLayer
	if six {
		eth.EthernetType = layers.EthernetTypeIPv6
		v6 := &layers.IPv6{Version: 6, NextHeader: layers.IPProtocolTCP, SrcIP: net.IPv6loopback, DstIP: net.IPv6loopback}
		require.NoError(t, tcp.SetNetworkLayerForChecksum(v6))
		ip = v6
	} else {
		v4 := &layers.IPv4{Version: 4, IHL: 5, TTL: 64, Protocol: layers.IPProtocolTCP, SrcIP: net.IPv4(127, 0, 0, 1), DstIP: net.IPv4(127, 0, 0, 1)}
		require.NoError(t, tcp.SetNetworkLayerForChecksum(v4))
		ip = v4
	}
	buf := gopacket.NewSerializeBuffer()
	require.NoError(t, gopacket.SerializeLayers(buf, gopacket.SerializeOptions{FixLengths: true, ComputeChecksums: true},
		eth, ip, &tcp, gopacket.Payload(data)))
	return buf.Bytes()
}

// passes runs a filter without the part that asks the kernel for the direction.
func passes(t *testing.T, filter []bpf.Instruction, packet []byte) bool {
	t.Helper()
	vm, err := bpf.NewVM(filter[len(incoming()):])
	require.NoError(t, err)
	n, err := vm.Run(packet)
	require.NoError(t, err)
	return n > 0
}

func TestFilters(t *testing.T) {
	const port = 4711
	syn := layers.TCP{SrcPort: 40000, DstPort: port, SYN: true, Seq: 1}
	answer := layers.TCP{SrcPort: port, DstPort: 40000, SYN: true, ACK: true}
	data := layers.TCP{SrcPort: 40000, DstPort: port, ACK: true, PSH: true}
	other := layers.TCP{SrcPort: 40000, DstPort: 80, SYN: true}
	data.Options = []layers.TCPOption{{OptionType: layers.TCPOptionKindNop}, {OptionType: layers.TCPOptionKindNop}}
	for _, tt := range []struct {
		name             string
		six              bool
		tcp              layers.TCP
		data             string
		first, all, asks bool
	}{
		{"SYN", false, syn, "", true, true, true},
		{"SYN with ACK", false, answer, "", false, true, false},
		{"request", false, data, "GET / HTTP/1.1\r\n", false, true, true},
		{"more of it", false, data, "Host: localhost\r\n", false, true, false},
		{"nothing", false, data, "", false, true, false},
		{"another port", false, other, "", false, false, true},
		{"SYN over IPv6", true, syn, "", false, false, true},
		{"request over IPv6", true, data, "POST / HTTP/1.1\r\n", false, false, true},
		{"answer over IPv6", true, answer, "", false, false, false},
	} {
		packet := frame(t, tt.six, tt.tcp, tt.data)
		assert.Equal(t, tt.first, passes(t, firstTo(port), packet), "%s: firstTo", tt.name)
		assert.Equal(t, tt.all, passes(t, ofPort(port), packet), "%s: ofPort", tt.name)
		assert.Equal(t, tt.asks, passes(t, OpensOrAsks(true), packet), "%s: OpensOrAsks", tt.name)
	}
	for _, packet := range [][]byte{nil, {1, 2, 3}, make([]byte, 60)} {
		assert.False(t, passes(t, firstTo(port), packet))
		assert.False(t, passes(t, OpensOrAsks(true), packet))
	}
}

// A SYN that is sent again is the same connection; the same port later is not.
func TestSYNAgain(t *testing.T) {
	p := NewPackets("").(*packets)
	p.port = 80
	for _, tcp := range []layers.TCP{
		{SrcPort: 40000, DstPort: 80, SYN: true, Seq: 1}, {SrcPort: 40000, DstPort: 80, SYN: true, Seq: 1},
		{SrcPort: 40001, DstPort: 80, SYN: true, Seq: 1}, {SrcPort: 40000, DstPort: 80, SYN: true, Seq: 2},
		// These came before the filter was set.
		{SrcPort: 40000, DstPort: 81, SYN: true, Seq: 3}, {SrcPort: 40000, DstPort: 80, Seq: 4},
		{SrcPort: 40000, DstPort: 80, SYN: true, ACK: true, Seq: 5},
	} {
		p.count(gopacket.CaptureInfo{}, frame(t, false, tcp, ""))
	}
	p.count(gopacket.CaptureInfo{}, []byte{1, 2, 3})
	assert.Len(t, p.seen, 3)
}
