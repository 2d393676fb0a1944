package facts

import (
	"go/types"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
)

type small uint8

// every has a field of each kind that facts may have.
type every struct {
	Yes, No  bool
	Int      int
	Small    small
	Wide     uint64
	Narrow   int8
	String   string
	List     []string
	Lists    [][]int
	Array    [3]int
	Pointer  *every2
	Nil      *every2
	Structs  []every2
	Pointers []*every2
	hidden   int
}

func (*every) AFact() {}

type every2 struct {
	A int
	B []bool
}

func wire(v any) []byte { return appendValue(nil, reflect.ValueOf(v).Elem()) }

func unwire(data []byte, to any) error {
	r := reader{data: string(data)}
	r.value(reflect.ValueOf(to).Elem())
	return r.err
}

func TestWire(t *testing.T) {
	require.NoError(t, Register([]analysis.Fact{new(every)}))
	for name, in := range map[string]*every{
		"nothing": {},
		"all": {
			Yes: true, Int: -1 << 62, Small: 255, Wide: 1<<64 - 1, Narrow: -128, String: "a\x00b",
			List: []string{"", "x"}, Lists: [][]int{{1}, nil, {-2, 3}}, Array: [3]int{0, 5, 0},
			Pointer: &every2{A: 1, B: []bool{true, false}}, Structs: []every2{{}, {A: 2}},
			Pointers: []*every2{nil, {}, {B: make([]bool, 1000)}},
		},
	} {
		data := wire(in)
		out := new(every)
		require.NoError(t, unwire(data, out), name)
		assert.Equal(t, in, out, name)
		for i := range data {
			assert.Error(t, unwire(data[:i], new(every)), "%s cut at %d", name, i)
		}
	}
}

func TestHiddenFieldsAreNotWritten(t *testing.T) {
	out := new(every)
	require.NoError(t, unwire(wire(&every{hidden: 7, Int: 1}), out))
	assert.Equal(t, &every{Int: 1}, out)
}

// A length that is wrong must not take memory before the elements are there.
func TestLengthsAreNotBelieved(t *testing.T) {
	type huge struct{ List [][1 << 20]int64 }
	data := wire(&every{Lists: make([][]int, 1<<16)})
	avg := testing.AllocsPerRun(1, func() { _ = unwire(data[:8], new(huge)) })
	assert.Less(t, avg, 10.0)
	assert.Error(t, unwire([]byte{1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1}, new(huge)))
	assert.Error(t, unwire([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, new(huge)))
}

type loop struct{ Next *loop }

func (*loop) AFact() {}

type table struct{ M map[string]int }

func (*table) AFact() {}

type wide struct {
	A [1]struct {
		A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, D0, D1,
		D2, D3, D4, D5, D6, D7, D8, D9, E0, E1, E2, E3, E4, E5, E6, E7, E8, E9, F0, F1, F2, F3, F4, F5, F6, F7, F8, F9, G0, G1, G2, G3, G4 bool
	}
}

func (*wide) AFact() {}

func TestUnwritable(t *testing.T) {
	for _, fact := range []analysis.Fact{new(loop), new(table), new(wide), new(unwritable)} {
		assert.ErrorContains(t, Register([]analysis.Fact{fact}), "cannot be written")
	}
}

func FuzzDecode(f *testing.F) {
	pkg, info := check(f, "p")
	s := NewStore(pkg)
	s.ExportObjectFact(objects(pkg, info)["Func"], &text{"Func"})
	s.ExportPackageFact(&number{7})
	data, err := s.Encode()
	require.NoError(f, err)
	f.Add(data)
	f.Fuzz(func(_ *testing.T, data []byte) {
		_ = NewStore(pkg).Decode("p", data, map[string]*types.Package{"p": pkg})
	})
}
