package observe

import (
	"errors"
	"fmt"
	"os"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/gopacket/gopacket"
	"github.com/gopacket/gopacket/pcapgo"
	"golang.org/x/net/bpf"
)

// A Capture reads packets from an interface until it is closed.
type Capture struct {
	handle  *pcapgo.EthernetHandle
	taken   atomic.Int64
	arrived int64 // so far, as the kernel counts; lost ones too
	lost    int64
	done    chan struct{}
}

// Open captures the packets of an interface that pass the filter. The filter
// says as well how much of a packet is kept. What arrives in the moment before the
// filter is set is handed to take as well, which has to look at its packets.
func Open(iface string, filter []bpf.Instruction, take func(gopacket.CaptureInfo, []byte)) (*Capture, error) {
	handle, err := pcapgo.NewEthernetHandle(iface)
	if err != nil {
		return nil, refused(iface)
	}
	raw, err := bpf.Assemble(filter)
	if err == nil {
		err = handle.SetBPF(raw)
	}
	if err != nil {
		handle.Close()
		return nil, fmt.Errorf("no capture on %s: %w", iface, err)
	}
	c := &Capture{handle: handle, done: make(chan struct{})}
	go c.read(take)
	return c, nil
}

// refused says why there is no capture. The library's message does not tell of
// the right that is missing.
func refused(iface string) error {
	fd, err := syscall.Socket(syscall.AF_PACKET, syscall.SOCK_RAW|syscall.SOCK_CLOEXEC, 0)
	if err == nil {
		syscall.Close(fd)
		return fmt.Errorf("no capture on %s", iface)
	}
	if errors.Is(err, os.ErrPermission) {
		return errors.New("no right to capture packets: it takes root or CAP_NET_RAW")
	}
	return fmt.Errorf("no capture on %s: %w", iface, err)
}

// read hands packets on until the capture is closed.
func (c *Capture) read(take func(gopacket.CaptureInfo, []byte)) {
	defer close(c.done)
	for {
		data, info, err := c.handle.ReadPacketData()
		if err != nil {
			return
		}
		take(info, data)
		c.taken.Add(1)
	}
}

// Close ends the capture when the packets that have arrived are read, and
// returns how many were lost because they were not read in time.
func (c *Capture) Close() (lost int64) {
	const limit = time.Second
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(time.Millisecond) {
		stats, err := c.handle.Stats() // of the time since it was last called
		if err != nil {
			break
		}
		c.arrived += int64(stats.Packets)
		c.lost += int64(stats.Drops)
		if c.taken.Load() >= c.arrived-c.lost {
			break
		}
	}
	c.handle.Close()
	<-c.done
	return c.lost
}
