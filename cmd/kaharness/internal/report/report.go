// Package report says what the runs showed: as a table, as JSON, as a page with
// charts, and on a terminal while they go on.
package report

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// none stands where something was not counted.
const none = "n/a"

// arrow joins what was before the fix and what is after it.
func arrow(before, after string) string {
	if after == "" {
		return before
	}
	return before + " → " + after
}

// A pair formats a quantity of a result, before and after.
func pair(r *proof.Result, of func(*proof.Run) string) string {
	if r.Before == nil {
		return none
	}
	if r.After == nil {
		return of(r.Before)
	}
	return arrow(of(r.Before), of(r.After))
}

// Quantities of a run, as they are shown.

func requests(r *proof.Run) string    { return strconv.Itoa(r.Requests) }
func connections(r *proof.Run) string { return strconv.Itoa(r.Connections()) }
func elapsed(r *proof.Run) string     { return duration(r.Elapsed) }
func cpu(r *proof.Run) string         { return duration(r.CPU) }

func timeWait(r *proof.Run) string {
	if r.Sockets == nil {
		return none
	}
	return strconv.Itoa(r.Sockets.TimeWait())
}

func synPackets(r *proof.Run) string {
	if r.Packets == nil {
		return none
	}
	return strconv.Itoa(r.Packets.SYN)
}

func perRequest(r *proof.Run) string {
	if r.Client == nil || r.Client.Answered == 0 {
		return none
	}
	return duration(r.Client.PerRequest())
}

func handshakes(r *proof.Run) string {
	if r.Client == nil {
		return none
	}
	return strconv.Itoa(r.Client.Handshakes)
}

func perHandshake(r *proof.Run) string {
	if r.Client == nil || r.Client.Handshakes == 0 {
		return none
	}
	return duration(r.Client.PerHandshake())
}

// duration has three digits at most.
func duration(d time.Duration) string {
	switch {
	case d < time.Millisecond:
		return fmt.Sprintf("%d µs", d.Microseconds())
	case d < 10*time.Millisecond:
		return fmt.Sprintf("%.1f ms", d.Seconds()*1e3)
	case d < time.Second:
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// runs are all runs of the results.
func runs(results []*proof.Result) []*proof.Run {
	var all []*proof.Run
	for _, r := range results {
		for _, run := range []*proof.Run{r.Before, r.After} {
			if run != nil {
				all = append(all, run)
			}
		}
	}
	return all
}

// notes say what was not counted or not checked, and why.
func notes(results []*proof.Result, load proof.Load) []string {
	missing := make(map[string]bool)
	for _, run := range runs(results) {
		for name, reason := range run.Missing {
			missing[name+": "+reason] = true
		}
	}
	for _, r := range results {
		if r.Skipped != "" {
			missing["not run: "+r.Case.ID()+": "+r.Skipped] = true
		}
	}
	all := slices.Sorted(maps.Keys(missing))
	if load.Custom() {
		all = append(all, "the counts are not checked: what the cases expect is of 10 requests, 10 goroutines, no delay, and no TLS that they do not ask for")
	}
	return all
}

// verdict is the last line.
func verdict(results []*proof.Result, load proof.Load) string {
	bad := 0
	for _, r := range results {
		if len(r.Problems) > 0 {
			bad++
		}
	}
	switch {
	case bad > 0:
		return fmt.Sprintf("%d of %d not as expected", bad, len(results))
	case load.Custom():
		return fmt.Sprintf("%d run", len(results))
	}
	return fmt.Sprintf("%d run, all as expected", len(results))
}
