package clients

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/tools/go/analysis"
)

// TestTells checks which instructions make a package worth looking at. The tests of the rules have the reports that stand
// at each.
func TestTells(t *testing.T) {
	p := &pkg{pass: new(analysis.Pass)}
	for _, c := range []struct {
		does string
		inst Inst
		want bool
	}{
		{"starts an import", Inst{Op: Call, Name: "a.init", Dst: -1}, false},
		{"calls with nothing that matters", Inst{Op: Call, Name: "a.F", Dst: -1, Args: []int{-1, -1}}, false},
		{"reads a result", Inst{Op: Call, Name: "a.F", Dst: 0}, true},
		{"passes something on", Inst{Op: Call, Name: "a.F", Dst: -1, Args: []int{-1, 0}}, true},
		{"calls a function value", Inst{Op: Call, Dst: -1}, true},
		{"starts a goroutine", Inst{Op: Call, Mode: Spawned, Name: "a.F", Dst: -1}, true},
		{"names a variable", Inst{Op: Global, Name: "a.V"}, false},
		{"makes a struct", Inst{Op: New, What: AStruct}, false},
		{"makes a client", Inst{Op: New, What: AClient}, true},
		{"reads a transport that stands in a field itself", Inst{Op: Load, What: ATransport}, true},
		{"sends", Inst{Op: Request}, true},
	} {
		assert.Equal(t, c.want, p.tells(&c.inst), c.does)
	}
}
