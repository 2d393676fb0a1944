package observe

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
)

// Client is what the program's own transports say of their requests.
type Client struct {
	Requests   int           `json:"requests"`     // that got a connection
	Fresh      int           `json:"fresh"`        // on a connection that was new
	Reused     int           `json:"reused"`       // on one that was not
	WasIdle    int           `json:"was_idle"`     // on one that had waited in the pool
	Dials      int           `json:"dials"`        // connections asked for
	Connected  int           `json:"connected"`    // connections got
	Handshakes int           `json:"handshakes"`   // of TLS
	Handshake  time.Duration `json:"handshake_ns"` // the time of them all
	Answered   int           `json:"answered"`
	Waited     time.Duration `json:"waited_ns"` // for the first byte of all answers
}

// PerRequest is the time from a request's start to the first byte of its answer.
func (c *Client) PerRequest() time.Duration {
	return c.Waited / time.Duration(max(c.Answered, 1))
}

// PerHandshake is the time of one TLS handshake.
func (c *Client) PerHandshake() time.Duration {
	return c.Handshake / time.Duration(max(c.Handshakes, 1))
}

// take reads a line that the traced transport wrote.
func (c *Client) take(line string) error {
	words := strings.Fields(line)
	if len(words) == 0 {
		return fmt.Errorf("an empty line")
	}
	took := func() (time.Duration, error) {
		if len(words) != 2 {
			return 0, fmt.Errorf("%q: want a time", line)
		}
		ns, err := strconv.ParseInt(words[1], 10, 64)
		return time.Duration(ns), err
	}
	switch words[0] {
	case "got":
		c.Requests++
		if strings.Contains(line, " reused") {
			c.Reused++
		} else {
			c.Fresh++
		}
		if strings.Contains(line, " idle") {
			c.WasIdle++
		}
	case "dial":
		c.Dials++
	case "connected":
		c.Connected++
	case "handshake":
		d, err := took()
		c.Handshakes++
		c.Handshake += d
		return err
	case "answer":
		d, err := took()
		c.Answered++
		c.Waited += d
		return err
	default:
		return fmt.Errorf("unknown event %q", line)
	}
	return nil
}

// trace reads what a program built with Overlay writes.
type trace struct {
	reason error // why the program was built without it
	read   *os.File
	seen   Client
	err    error
	done   chan struct{}
}

// NewClient observes a program that was built with Overlay. A reason says why it
// was not.
func NewClient(reason error) Observer { return &trace{reason: reason, done: make(chan struct{})} }

func (t *trace) Name() string { return NameClient }

func (t *trace) Start(target *Target) error {
	if t.reason != nil {
		return t.reason
	}
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	t.read = r
	target.Cmd.ExtraFiles = append(target.Cmd.ExtraFiles, w)
	// The first of the extra files has descriptor 3.
	target.Cmd.Env = append(target.Cmd.Environ(), fmt.Sprintf("%s=%d", traceEnv, 2+len(target.Cmd.ExtraFiles)))
	target.inherited = append(target.inherited, w)
	go t.listen()
	return nil
}

// listen reads until the program and all that it has started have ended.
func (t *trace) listen() {
	defer close(t.done)
	lines := bufio.NewScanner(t.read)
	for lines.Scan() {
		if err := t.seen.take(lines.Text()); err != nil && t.err == nil {
			t.err = err
		}
	}
	if err := lines.Err(); err != nil && t.err == nil {
		t.err = err
	}
	_, _ = io.Copy(io.Discard, t.read) // the program must not have to wait
}

func (t *trace) Stop(c *Counts) {
	_ = t.read.SetReadDeadline(time.Now().Add(time.Second)) // pipes have deadlines
	<-t.done
	t.read.Close()
	if t.err != nil {
		c.Missing[t.Name()] = "the trace is broken: " + t.err.Error()
		return
	}
	c.Client = &t.seen
}
