package clients

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestIsLent has two functions that something out of view is given by one, and what these call.
func TestIsLent(t *testing.T) {
	command := &frame{}
	a, b := &frame{parent: command, lent: true}, &frame{parent: command, lent: true}
	inA, deepInA, inB := &frame{parent: a}, &frame{parent: &frame{parent: a}}, &frame{parent: b}
	assert.True(t, isLent(inA, inB), "neither calls the other")
	assert.True(t, isLent(a, command), "it may be called after that")
	assert.False(t, isLent(inA, deepInA), "both are in one call")
	assert.False(t, isLent(a, inA))
	assert.False(t, isLent(command, inA), "it is made before it is lent")
}
