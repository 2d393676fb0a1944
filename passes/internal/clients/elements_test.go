package clients

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLeadsTo has objects that hold all of the next layer's: there are more ways through them than anybody could go.
func TestLeadsTo(t *testing.T) {
	first, other := new(object), new(object)
	last := []*object{first}
	for range 40 {
		layer := []*object{new(object), new(object), new(object), new(object)}
		for _, o := range last {
			for _, in := range layer {
				o.field("f").add(in)
			}
		}
		last = layer
	}
	last[0].field("back").add(first)
	assert.True(t, first.leadsTo(last[3]))
	assert.True(t, last[0].leadsTo(last[1]), "round the circle")
	assert.True(t, other.leadsTo(other))
	assert.False(t, first.leadsTo(other))
	assert.False(t, last[1].leadsTo(first))
}
