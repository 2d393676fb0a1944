package observe

import "golang.org/x/net/bpf"

// Places in a packet of Ethernet and IPv4 without options, which is what loopback
// carries. A packet of another form passes no filter here.
const (
	atType     = 12
	atVersion  = 14
	atProtocol = 23
	atSource   = 34
	atDest     = 36
	atFlags    = 47
)

// Numbers that the filters look for.
const (
	outgoing  = 4 // the packet type of what is being sent
	typeIPv4  = 0x0800
	plainIPv4 = 0x45 // version 4, header of 20 bytes
	tcp       = 6
	flagSYN   = 0x02
	flagACK   = 0x10
)

// whole is more than any packet has.
const whole = 1 << 18

// Loopback shows each packet twice, when it is sent and when it comes in. The
// filters take the latter, as tcpdump does.
func incoming() []bpf.Instruction {
	return []bpf.Instruction{
		bpf.LoadExtension{Num: bpf.ExtType},
		bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: outgoing, SkipTrue: 1},
		bpf.RetConstant{},
	}
}

// incomingTCP passes what then passes of TCP over IPv4.
func incomingTCP(then ...bpf.Instruction) []bpf.Instruction {
	filter := incoming()
	for _, part := range []struct {
		at, size int
		val      uint32
	}{{atType, 2, typeIPv4}, {atVersion, 1, plainIPv4}, {atProtocol, 1, tcp}} {
		filter = append(filter,
			bpf.LoadAbsolute{Off: uint32(part.at), Size: part.size},
			bpf.JumpIf{Cond: bpf.JumpEqual, Val: part.val, SkipTrue: 1},
			bpf.RetConstant{})
	}
	return append(filter, then...)
}

// firstTo passes the packets that open a connection to a port.
func firstTo(port uint16) []bpf.Instruction {
	return incomingTCP(
		bpf.LoadAbsolute{Off: atDest, Size: 2},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: uint32(port), SkipTrue: 1},
		bpf.RetConstant{},
		bpf.LoadAbsolute{Off: atFlags, Size: 1},
		bpf.ALUOpConstant{Op: bpf.ALUOpAnd, Val: flagSYN | flagACK},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: flagSYN, SkipTrue: 1},
		bpf.RetConstant{},
		bpf.RetConstant{Val: whole},
	)
}

// ofPort passes all packets from a port and to it.
func ofPort(port uint16) []bpf.Instruction {
	return incomingTCP(
		bpf.LoadAbsolute{Off: atDest, Size: 2},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: uint32(port), SkipTrue: 2},
		bpf.LoadAbsolute{Off: atSource, Size: 2},
		bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: uint32(port), SkipTrue: 1},
		bpf.RetConstant{Val: whole},
		bpf.RetConstant{},
	)
}
