package observe

import "fmt"

// Disagreement says where the observers contradict each other, or "". Each
// connection has one accept, one SYN and one dial of the client. Of the dials
// that end together with the program the client may not tell any more.
func (c *Counts) Disagreement() string {
	if c.Accepts == nil {
		return ""
	}
	n := c.Accepts.Opened
	if c.Packets != nil && c.Packets.SYN != n {
		return fmt.Sprintf("%d accepts, but %d SYN packets", n, c.Packets.SYN)
	}
	if c.Client != nil && (n < c.Client.Connected || n > c.Client.Dials) {
		return fmt.Sprintf("%d accepts, but the client dialled %d times and was connected %d times", n, c.Client.Dials, c.Client.Connected)
	}
	if c.Client != nil && c.Client.Fresh > n {
		return fmt.Sprintf("%d accepts, but the client sent requests on %d new connections", n, c.Client.Fresh)
	}
	if c.Sockets != nil && c.Sockets.TimeWait() > n {
		return fmt.Sprintf("%d accepts, but %d sockets in TIME_WAIT", n, c.Sockets.TimeWait())
	}
	return ""
}
