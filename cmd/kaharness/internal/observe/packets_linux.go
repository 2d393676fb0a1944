package observe

import (
	"fmt"
	"os"

	"github.com/gopacket/gopacket"
	"github.com/gopacket/gopacket/layers"
	"github.com/gopacket/gopacket/pcapgo"
)

// A syn is what a SYN and those sent again have in common.
type syn struct {
	from uint16
	seq  uint32
}

// packets counts by SYN packets on loopback.
type packets struct {
	file    string // where the packets go; "" keeps none
	port    layers.TCPPort
	counter *Capture
	seen    map[syn]bool
	writer  *pcapWriter
}

// NewPackets observes the packets on loopback, as tcpdump does. All packets of the
// run are written to file, unless that is "".
func NewPackets(file string) Observer { return &packets{file: file, seen: make(map[syn]bool)} }

func (p *packets) Name() string { return NamePackets }

// Start opens two captures where a file is to be written: that of the few SYNs
// loses none, however full the other one is.
func (p *packets) Start(t *Target) error {
	var err error
	p.port = layers.TCPPort(t.Addr.Port())
	if p.counter, err = Open("lo", firstTo(t.Addr.Port()), p.count); err != nil {
		return err
	}
	if p.file == "" {
		return nil
	}
	if p.writer, err = openWriter(p.file, t.Addr.Port()); err != nil {
		p.counter.Close()
		return err
	}
	return nil
}

// count takes a packet. What came before the filter was set has not passed it.
func (p *packets) count(_ gopacket.CaptureInfo, data []byte) {
	if tcp := tcpOf(data); tcp != nil && tcp.SYN && !tcp.ACK && tcp.DstPort == p.port {
		p.seen[syn{uint16(tcp.SrcPort), tcp.Seq}] = true
	}
}

// tcpOf is the TCP part of a packet, or nil.
func tcpOf(data []byte) *layers.TCP {
	packet := gopacket.NewPacket(data, layers.LayerTypeEthernet, gopacket.NoCopy)
	tcp, _ := packet.Layer(layers.LayerTypeTCP).(*layers.TCP)
	return tcp
}

func (p *packets) Stop(c *Counts) {
	lost := p.counter.Close()
	if p.writer != nil {
		if err := p.writer.close(); err != nil {
			c.Missing["pcap"] = err.Error()
		}
	}
	if lost > 0 {
		c.Missing[p.Name()] = fmt.Sprintf("the capture lost %d packets", lost)
		return
	}
	c.Packets = &Packets{SYN: len(p.seen)}
}

// A pcapWriter writes packets to a file that Wireshark opens.
type pcapWriter struct {
	file    *os.File
	port    layers.TCPPort
	pcap    *pcapgo.Writer
	capture *Capture
	err     error
}

// openWriter starts to write the packets of a port.
func openWriter(name string, port uint16) (*pcapWriter, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	w := &pcapWriter{file: f, port: layers.TCPPort(port), pcap: pcapgo.NewWriterNanos(f)}
	if err := w.pcap.WriteFileHeader(whole, layers.LinkTypeEthernet); err != nil {
		f.Close()
		return nil, err
	}
	if w.capture, err = Open("lo", ofPort(port), w.write); err != nil {
		f.Close()
		return nil, err
	}
	return w, nil
}

// write takes a packet. What came before the filter was set is left out.
func (w *pcapWriter) write(info gopacket.CaptureInfo, data []byte) {
	tcp := tcpOf(data)
	if tcp == nil || tcp.SrcPort != w.port && tcp.DstPort != w.port {
		return
	}
	if w.err == nil {
		w.err = w.pcap.WritePacket(info, data)
	}
}

// close ends the file and says what it lacks.
func (w *pcapWriter) close() error {
	lost := w.capture.Close()
	err := w.file.Close()
	switch {
	case w.err != nil:
		return w.err
	case err != nil:
		return err
	case lost > 0:
		return fmt.Errorf("%s lacks %d packets that came too fast", w.file.Name(), lost)
	}
	return nil
}
