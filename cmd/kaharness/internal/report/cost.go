package report

import (
	"fmt"
	"time"

	"github.com/kalint/kalint/cmd/kaharness/internal/proof"
)

// handshakeCost says what the handshakes that a fix saves cost a client: its
// processor time before and after differs by theirs, nearly.
func handshakeCost(results []*proof.Result) []string {
	var saved, shaken int
	var cpu, shaking time.Duration
	for _, r := range results {
		if r.Before == nil || r.After == nil || r.Before.Client == nil || r.After.Client == nil {
			continue
		}
		before, after := r.Before.Client, r.After.Client
		shaken += before.Handshakes + after.Handshakes
		shaking += before.Handshake + after.Handshake
		if n := before.Handshakes - after.Handshakes; n > 0 && r.Before.Requests == r.After.Requests {
			saved += n
			cpu += r.Before.CPU - r.After.CPU
		}
	}
	if saved == 0 || shaken == 0 {
		return nil
	}
	line := fmt.Sprintf("a TLS handshake took %s", duration(shaking/time.Duration(shaken)))
	if cpu > 0 {
		line += fmt.Sprintf("; the %d that the fixes save cost the clients %s of CPU, %s each",
			saved, duration(cpu), duration(cpu/time.Duration(saved)))
	}
	return []string{line}
}
