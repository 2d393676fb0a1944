package clients

import (
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPruneCalls checks which calls a function keeps. One of another package's function stays, although nothing is known of
// it here: who imports this package may know of it.
func TestPruneCalls(t *testing.T) {
	for _, c := range []struct {
		does string
		inst Inst
		want bool
	}{
		{"calls the standard library with nothing that matters", Inst{Name: "os.MkdirAll", Dst: -1, Args: []int{-1}}, false},
		{"gives the standard library something to keep", Inst{Name: "os.MkdirAll", Dst: -1, Args: []int{0}}, true},
		{"starts a function of the standard library", Inst{Name: "os.MkdirAll", Dst: -1, Mode: Spawned}, true},
		{"returns what the standard library does", Inst{Name: "os.Stat", Dst: 1}, true},
		{"drops what the standard library returns", Inst{Name: "os.Stat", Dst: 2}, false},
		{"calls what the package has no more of than the name", Inst{Name: "a.none", Dst: -1}, false},
		{"calls what does nothing with clients", Inst{Name: "a.idle", Dst: -1}, false},
		{"calls what sends", Inst{Name: "a.sends", Dst: -1}, true},
		{"calls another package", Inst{Name: "b.F", Dst: -1}, true},
		{"calls a function value", Inst{A: 0, Dst: -1}, true},
	} {
		c.inst.Op = Call
		f := &Func{Name: "a.F", Params: 1, Regs: 3, Code: []Inst{c.inst}, Results: [][]int{{1}}}
		prune("a", []*Func{f, {Name: "a.idle"}, {Name: "a.sends", Params: 1, Regs: 1, Code: []Inst{{Op: Request}}}},
			func(string) *Func { return nil })
		assert.Equal(t, c.want, len(f.Code) > 0, c.does)
	}
}

// TestIsPlain checks which parameters have no registers: those of types with methods may become what an interface holds.
func TestIsPlain(t *testing.T) {
	name := func(obj *types.TypeName) *types.Named { return types.NewNamed(obj, types.Typ[types.Int], nil) }
	level := name(types.NewTypeName(0, nil, "level", nil))
	assert.True(t, isPlain(types.Typ[types.String]))
	assert.True(t, isPlain(level))
	level.AddMethod(types.NewFunc(0, nil, "RoundTrip", types.NewSignatureType(nil, nil, nil, nil, nil, false)))
	assert.False(t, isPlain(level))
	assert.False(t, isPlain(types.NewPointer(types.Typ[types.String])))
	assert.False(t, isPlain(types.Typ[types.UnsafePointer]), "it may be missing")
}
