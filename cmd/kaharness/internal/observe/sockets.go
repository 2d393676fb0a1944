package observe

// Sockets are what the kernel's table has of the server's port when the program
// has ended: what netstat shows then.
type Sockets struct {
	ByState map[string]int `json:"by_state"`
}

// TimeWait is the number of connections that are over, but keep their port
// occupied. It is the side that closes first that has them.
func (s *Sockets) TimeWait() int { return s.ByState["TIME_WAIT"] }
