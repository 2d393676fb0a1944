package observe

import (
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestClientTakesLines(t *testing.T) {
	var c Client
	for _, line := range []string{
		"dial", "connected", "handshake 2000", "got", "answer 500", "got reused idle", "answer 1500", "got reused", "dial",
	} {
		require.NoError(t, c.take(line), line)
	}
	assert.Equal(t, Client{
		Requests: 3, Fresh: 1, Reused: 2, WasIdle: 1, Dials: 2, Connected: 1,
		Handshakes: 1, Handshake: 2000, Answered: 2, Waited: 2000,
	}, c)
	assert.Equal(t, time.Duration(1000), c.PerRequest())
	assert.Zero(t, new(Client).PerRequest())
	for _, line := range []string{"", "  ", "answer", "answer soon", "answer 1 2", "handshake x", "gotten", "\x00"} {
		assert.Error(t, c.take(line), "%q", line)
	}
}

func TestAddTrace(t *testing.T) {
	const transport = "package http\n\nfunc (t *Transport) roundTrip(r *Request) (_ *Response, err error) {\n\treturn nil, nil\n}\n"
	src, err := addTrace([]byte(transport))
	require.NoError(t, err)
	assert.Equal(t, strings.Replace(transport, "{\n", "{ r = kaharnessTrace(r);\n", 1), string(src))
	for name, src := range map[string]string{
		"no method":         "package http\n\nfunc roundTrip(r *Request) {}\n",
		"of a value":        "package http\n\nfunc (t Transport) roundTrip(r *Request) {}\n",
		"another's":         "package http\n\nfunc (t *persistConn) roundTrip(r *Request) {}\n",
		"more parameters":   "package http\n\nfunc (t *Transport) roundTrip(a, b *Request) {}\n",
		"without a name":    "package http\n\nfunc (t *Transport) roundTrip(*Request) {}\n",
		"not Go":            "package",
		"an empty receiver": "package http\n\nfunc () roundTrip(r *Request) {}\n",
	} {
		_, err := addTrace([]byte(src))
		assert.Error(t, err, name)
	}
	_, _, err = Overlay(t.TempDir(), t.TempDir())
	assert.ErrorContains(t, err, "no source of net/http")
}

func TestAccepts(t *testing.T) {
	a := NewAccepts().(*accepts)
	require.NoError(t, a.Start(&Target{Watch: func(func(net.Conn, http.ConnState)) {}}))
	one, two := &net.TCPConn{}, &net.UnixConn{}
	for _, step := range []struct {
		c     net.Conn
		state http.ConnState
	}{
		{one, http.StateNew}, {one, http.StateActive}, {two, http.StateNew}, {one, http.StateIdle},
		{one, http.StateClosed}, {two, http.StateClosed},
	} {
		a.changed(step.c, step.state)
	}
	var counts Counts
	a.Stop(&counts)
	assert.Equal(t, 2, counts.Accepts.Opened)
	assert.Equal(t, 2, counts.Accepts.MostOpen)
	var open []int
	for _, m := range counts.Accepts.Timeline {
		open = append(open, m.Open())
	}
	assert.Equal(t, []int{1, 1, 2, 2, 1, 0}, open)
}

func TestThin(t *testing.T) {
	all := make([]Moment, 10*most)
	for i := range all {
		all[i].Opened = i
	}
	kept := thin(all)
	assert.Len(t, kept, most)
	assert.Equal(t, 0, kept[0].Opened)
	assert.Equal(t, len(all)-1, kept[most-1].Opened)
	assert.Len(t, thin(all[:3]), 3)
}

func TestDisagreement(t *testing.T) {
	agreed := func() *Counts {
		return &Counts{
			Accepts: &Accepts{Opened: 10}, Packets: &Packets{SYN: 10},
			Sockets: &Sockets{ByState: map[string]int{"TIME_WAIT": 10}},
			Client:  &Client{Dials: 11, Connected: 9, Fresh: 8},
		}
	}
	assert.Empty(t, agreed().Disagreement())
	assert.Empty(t, (&Counts{}).Disagreement())
	for want, change := range map[string]func(*Counts){
		"9 SYN packets":             func(c *Counts) { c.Packets.SYN = 9 },
		"was connected 11 times":    func(c *Counts) { c.Client.Connected = 11 },
		"the client dialled 9":      func(c *Counts) { c.Client.Dials = 9 },
		"on 11 new connections":     func(c *Counts) { c.Client.Fresh = 11 },
		"11 sockets in TIME_WAIT":   func(c *Counts) { c.Sockets.ByState["TIME_WAIT"] = 11 },
		"11 accepts, but 10 SYN pa": func(c *Counts) { c.Accepts.Opened = 11 },
	} {
		c := agreed()
		change(c)
		assert.Contains(t, c.Disagreement(), want)
	}
}

// An observer that cannot look leaves its reason, and the others look on.
func TestMissing(t *testing.T) {
	target := &Target{Watch: func(func(net.Conn, http.ConnState)) {}}
	w := Start(target, NewClient(os.ErrNotExist), NewAccepts())
	target.Started()
	counts := w.Stop()
	assert.Nil(t, counts.Client)
	assert.Equal(t, map[string]string{NameClient: "file does not exist"}, counts.Missing)
	assert.NotNil(t, counts.Accepts)
}

func TestOverlayWrites(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "src", "net", "http")
	require.NoError(t, os.MkdirAll(dir, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "transport.go"), []byte("package http\n"), 0o600))
	_, _, err := Overlay(root, t.TempDir())
	assert.ErrorContains(t, err, "has no (*Transport).roundTrip")
}
