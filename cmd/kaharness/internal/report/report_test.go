package report

import (
	"bytes"
	"encoding/json"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kaharness/internal/cases"
	"github.com/kalint/kalint/cmd/kaharness/internal/observe"
	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
	"github.com/kalint/kalint/cmd/kaharness/internal/watch"
)

// run makes a run that opens n connections, one each millisecond.
func run(n int) *proof.Run {
	a := &observe.Accepts{Opened: n, MostOpen: n}
	for i := range n {
		a.Timeline = append(a.Timeline, observe.Moment{At: time.Duration(i) * time.Millisecond, Opened: i + 1, Active: i + 1})
	}
	a.Timeline = append(a.Timeline, observe.Moment{At: time.Duration(n) * time.Millisecond, Opened: n})
	return &proof.Run{
		Requests: 10, Elapsed: 20 * time.Millisecond, CPU: time.Duration(n) * time.Millisecond,
		Counts: &observe.Counts{
			Accepts: a,
			Sockets: &observe.Sockets{ByState: map[string]int{"TIME_WAIT": n}},
			Packets: &observe.Packets{SYN: n},
			Client: &observe.Client{
				Requests: 10, Fresh: n, Dials: n, Connected: n, Answered: 10, Waited: 5 * time.Millisecond,
				Handshakes: n, Handshake: time.Duration(n) * time.Millisecond,
			},
		},
	}
}

// some are results of each sort. A title and a message have what HTML must escape.
func some() []*proof.Result {
	return []*proof.Result{
		{
			Case: &cases.Case{Rule: "bodyclose", Name: "never", Title: "<Never> & nowhere", Text: "It is so."}, Go: "go1.26.8",
			Before: run(10), After: run(1), Fix: "kalint", Messages: []string{"line 7: <script>alert(1)</script>"},
		},
		{
			Case: &cases.Case{Rule: "idleconns", Name: "pool", Title: "A pool"}, Go: "go1.26.8",
			Before: run(82), After: run(10), Fix: "by hand", Problems: []string{"connections: 82, expected 10"},
		},
		{Case: &cases.Case{Rule: "fine", Name: "head", Title: "HEAD"}, Go: "go1.26.8", Before: run(1)},
		{Case: &cases.Case{Rule: "fine", Name: "http2", Title: "HTTP/2"}, Go: "go1.26.8", Skipped: "no certificates"},
	}
}

func TestTable(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Table(&out, some(), proof.Load{}))
	assert.Equal(t, `
case   rule       Go      requests  connections  TIME_WAIT      SYN           time      per request
─────────────────────────────────────────────────────────────────────────────────────────────────────
never  bodyclose  1.26.8        10       10 → 1     10 → 1   10 → 1  20 ms → 20 ms  500 µs → 500 µs
─────────────────────────────────────────────────────────────────────────────────────────────────────
pool   idleconns  1.26.8        10      82 → 10    82 → 10  82 → 10  20 ms → 20 ms  500 µs → 500 µs
─────────────────────────────────────────────────────────────────────────────────────────────────────
head   fine       1.26.8        10            1          1        1          20 ms           500 µs
http2  fine       1.26.8       n/a          n/a        n/a      n/a            n/a              n/a

idleconns/pool, go1.26.8: connections: 82, expected 10
not run: fine/http2: no certificates
a TLS handshake took 1.0 ms; the 81 that the fixes save cost the clients 81 ms of CPU, 1.0 ms each
1 of 4 not as expected
`, "\n"+out.String())
}

// What was not counted is said in the column, and why below it.
func TestTableMissing(t *testing.T) {
	r := some()[:1]
	r[0].Before.Packets, r[0].After.Packets = nil, nil
	r[0].Before.Client = nil
	r[0].Before.Missing = map[string]string{"packets": "no right"}
	var out bytes.Buffer
	require.NoError(t, Table(&out, r, proof.Load{TLS: true, Requests: 5}))
	assert.Contains(t, out.String(), "n/a → n/a")
	assert.Contains(t, out.String(), "handshakes")
	assert.Contains(t, out.String(), "\npackets: no right\n")
	assert.Contains(t, out.String(), "the counts are not checked")
	assert.True(t, strings.HasSuffix(out.String(), "\n1 run\n"))
}

func TestHandshakeCost(t *testing.T) {
	assert.Equal(t, []string{"a TLS handshake took 1.0 ms; the 9 that the fixes save cost the clients 9.0 ms of CPU, 1.0 ms each"},
		handshakeCost(some()[:1]))
	assert.Empty(t, handshakeCost(some()[2:]))
}

func TestJSON(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, JSON(&out, some(), proof.Load{}))
	var read struct {
		Checked bool
		Notes   []string
		Results []struct {
			Case, Go, Fix string
			Problems      []string
			Before, After *struct {
				Requests int
				Accepts  struct{ Opened int }
			}
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &read))
	assert.True(t, read.Checked)
	require.Len(t, read.Results, 4)
	assert.Equal(t, "bodyclose/never", read.Results[0].Case)
	assert.Equal(t, 10, read.Results[0].Before.Accepts.Opened)
	assert.Equal(t, 1, read.Results[0].After.Accepts.Opened)
	assert.Nil(t, read.Results[2].After)
	assert.Equal(t, []string{"connections: 82, expected 10"}, read.Results[1].Problems)
}

func TestDuration(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0 µs", 999 * time.Microsecond: "999 µs", 1500 * time.Microsecond: "1.5 ms",
		20 * time.Millisecond: "20 ms", 2500 * time.Millisecond: "2.5 s",
	} {
		assert.Equal(t, want, duration(d))
	}
}

func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		most float64
		want string
	}{{1, "0 1ms"}, {10, "0 5 10ms"}, {82, "0 50ms"}, {0.4, "0ms"}, {900, "0 500ms"}} {
		var labels []string
		for _, tick := range ticks(tt.most, 3, "ms") {
			labels = append(labels, tick.Label)
		}
		assert.Equal(t, tt.want, strings.Join(labels, " "))
	}
}

func TestWatched(t *testing.T) {
	var out bytes.Buffer
	Watched(&out, &watch.Report{Packets: true, Notes: []string{"a note"}, Unknown: map[netip.AddrPort]int{netip.MustParseAddrPort("192.0.2.1:80"): 3}, Remotes: []watch.Remote{
		{Addr: netip.MustParseAddrPort("127.0.0.1:80"), Connections: 10, SYN: 11, TimeWait: 9, Requests: 25},
		{Addr: netip.MustParseAddrPort("[::1]:443"), Connections: 1, SYN: 1, Guessed: true},
	}})
	assert.Equal(t, `
remote        connections  SYN  TIME_WAIT  requests  per connection
─────────────────────────────────────────────────────────────────────
127.0.0.1:80           10   11          9        25             2.5
[::1]:443               1    1          0       n/a             n/a
[::1]:443: too short to see who held them; nobody else was seen to connect there
192.0.2.1:80: 3 opened meanwhile, too short to see who held them; others connect there as well
a note
`, "\n"+out.String())
}

// A page that cannot be written leaves nothing behind, nor takes anything away.
func TestWritePageFails(t *testing.T) {
	dir := t.TempDir()
	assert.Error(t, WritePage(filepath.Join(dir, "none", "page.html"), some(), proof.Load{}))
	name := filepath.Join(dir, "folder")
	require.NoError(t, os.MkdirAll(filepath.Join(name, "full"), 0o700))
	assert.Error(t, WritePage(name, some(), proof.Load{}))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1)
}
