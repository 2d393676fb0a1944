package lifecycle

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSimplify(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing to leave out", "body0: closes | leaves", "body0: closes | leaves"},
		{"one leaves open what the other says", "body0: leaves | leaves, r0=nil", "body0: leaves"},
		{"what the other effect comes with", "body0: closes, r0=nil | leaves", "body0: closes, r0=nil | leaves"},
		{"opposites", "body0: leaves, r0=nil | leaves, r0=nonnil", "body0: leaves"},
		{"opposites of one result of two", "body0: closes, r0=nil, r1=true | closes, r0=nil, r1=false", "body0: closes, r0=nil"},
		{"opposites of both results", "body0: closes, r0=nil, r1=true | closes, r0=nonnil, r1=false", "body0: closes, r0=nil, r1=true | closes, r0=nonnil, r1=false"},
		{"joined, and left open by that", "body0: reads, r0=nil, r1=true | reads, r0=nil, r1=false | reads, r0=nonnil", "body0: leaves, reads"},
		{"not the opposite", "body0: leaves, r0=true | leaves, r0=nil", "body0: leaves, r0=nil | leaves, r0=true"},
		{"opposites if something else holds", "body0: closes, r0=nil if p1=true | closes, r0=nonnil", "body0: closes, r0=nil if p1=true | closes, r0=nonnil"},
		{"left open for fewer arguments only", "body0: closes if p1=true | closes, r0=nil", "body0: closes if p1=true | closes, r0=nil"},
		{"left open whatever the arguments are", "body0: closes | closes, r0=nil if p1=true", "body0: closes"},
		{"the reader comes out", "body0: leaves | leaves, r0=reader", "body0: leaves | leaves, r0=reader"},
		{"the error of reading", "body0: reads | reads, r0=readerr", "body0: leaves, reads | leaves, reads, r0=readerr"},
		{"what is handed over", "opens: leaves, r0=resp, r1=nil | leaves, r0=resp", "opens: leaves, r0=resp | leaves, r0=resp, r1=nil"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := parseSummary(tt.text)
			require.NoError(t, err)
			require.Len(t, s, 1)
			for r, outs := range s {
				got, ok := simplify(outs, r)
				assert.True(t, ok)
				assert.Equal(t, tt.want, summary{r: got}.String())
			}
		})
	}
}
