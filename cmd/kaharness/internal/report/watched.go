package report

import (
	"fmt"
	"io"
	"maps"
	"net/netip"
	"slices"
	"strconv"

	"github.com/jedib0t/go-pretty/v6/table"

	"github.com/kalint/kalint/cmd/kaharness/internal/watch"
)

// Watched prints the connections of a command that was watched.
func Watched(w io.Writer, r *watch.Report) {
	if len(r.Remotes) == 0 {
		fmt.Fprintln(w, "kaharness: the command was not seen to open a connection")
	} else {
		t := newTable(w, 1, "remote", "connections", "SYN", "TIME_WAIT", "requests", "per connection")
		for _, remote := range r.Remotes {
			syn, requests, ratio := none, none, none
			if r.Packets {
				syn = strconv.Itoa(remote.SYN)
			}
			if remote.Requests > 0 {
				requests = strconv.Itoa(remote.Requests)
				ratio = fmt.Sprintf("%.1f", float64(remote.Requests)/float64(remote.Connections))
			}
			t.AppendRow(table.Row{remote.Addr, remote.Connections, syn, remote.TimeWait, requests, ratio})
		}
		t.Render()
	}
	for _, remote := range r.Remotes {
		if remote.Guessed {
			fmt.Fprintf(w, "%s: too short to see who held them; nobody else was seen to connect there\n", remote.Addr)
		}
	}
	for _, remote := range slices.SortedFunc(maps.Keys(r.Unknown), netip.AddrPort.Compare) {
		fmt.Fprintf(w, "%s: %d opened meanwhile, too short to see who held them; others connect there as well\n", remote, r.Unknown[remote])
	}
	for _, note := range r.Notes {
		fmt.Fprintln(w, note)
	}
}
