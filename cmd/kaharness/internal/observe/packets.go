package observe

// Packets are what was seen on the wire.
type Packets struct {
	SYN int `json:"syn"` // each connection's first, not counting those sent again
}
