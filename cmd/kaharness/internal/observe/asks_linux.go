package observe

import (
	"encoding/binary"
	"slices"

	"golang.org/x/net/bpf"
)

// Places in a packet of IPv6 without extensions.
const (
	atNext6  = 20
	typeIPv6 = 0x86DD
)

// Where TCP begins, and what is where in it.
const (
	tcpIn4    = 34
	tcpIn6    = 54
	inTCPSize = 12
	inTCPBits = 13
)

// heads is enough of a packet for its headers and the first word of its data.
const heads = 192

// methods are how requests of HTTP/1 begin.
var methods = []string{"GET ", "HEAD", "POST", "PUT ", "PATC", "DELE", "OPTI"}

// Asks reports whether data begins like a request of HTTP/1.
func Asks(data []byte) bool {
	return len(data) >= 4 && slices.Contains(methods, string(data[:4]))
}

// OpensOrAsks passes packets that open a connection, and those whose data begins
// like a request of HTTP/1. On loopback they are seen when they come in, and on
// other interfaces when they are sent.
func OpensOrAsks(loopback bool) []bpf.Instruction {
	filter := incoming()
	if !loopback {
		filter[1] = bpf.JumpIf{Cond: bpf.JumpEqual, Val: outgoing, SkipTrue: 1}
	}
	six := opensOrAsks(tcpIn6)
	four := opensOrAsks(tcpIn4)
	filter = append(filter,
		bpf.LoadAbsolute{Off: atType, Size: 2},
		bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: typeIPv6, SkipTrue: uint8(3 + len(six))},
		bpf.LoadAbsolute{Off: atNext6, Size: 1},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: tcp, SkipTrue: 1},
		bpf.RetConstant{})
	filter = append(filter, six...)
	filter = append(filter,
		bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: typeIPv4, SkipTrue: 4},
		bpf.LoadAbsolute{Off: atVersion, Size: 1},
		bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: plainIPv4, SkipTrue: 2},
		bpf.LoadAbsolute{Off: atProtocol, Size: 1},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: tcp, SkipTrue: 1},
		bpf.RetConstant{})
	return append(filter, four...)
}

// opensOrAsks is the part that looks into TCP, which begins at a place. Reading
// behind a packet's end drops it.
func opensOrAsks(at uint32) []bpf.Instruction {
	filter := []bpf.Instruction{
		bpf.LoadAbsolute{Off: at + inTCPBits, Size: 1},
		bpf.ALUOpConstant{Op: bpf.ALUOpAnd, Val: flagSYN | flagACK},
		bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: flagSYN, SkipTrue: 1},
		bpf.RetConstant{Val: heads},
		// The upper half of this byte is the header's length in units of four.
		bpf.LoadAbsolute{Off: at + inTCPSize, Size: 1},
		bpf.ALUOpConstant{Op: bpf.ALUOpAnd, Val: 0xF0},
		bpf.ALUOpConstant{Op: bpf.ALUOpShiftRight, Val: 2},
		bpf.TAX{},
		bpf.LoadIndirect{Off: at, Size: 4},
	}
	for _, m := range methods {
		filter = append(filter,
			bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: binary.BigEndian.Uint32([]byte(m)), SkipTrue: 1},
			bpf.RetConstant{Val: heads})
	}
	return append(filter, bpf.RetConstant{})
}
