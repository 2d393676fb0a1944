package observe

// Packets are what was seen on the wire.
type Packets struct {
	SYN int `json:"syn"` // each connection's first, not counting those sent again
}

// A syn is what a SYN and those sent again have in common.
type syn struct {
	from uint16
	seq  uint32
}
