package source

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLine(t *testing.T) {
	f := NewFile("a\r\n\nlast")
	for n, want := range []string{"", "a", "", "last", "", ""} {
		assert.Equal(t, want, f.Line(n), n)
	}
	assert.Empty(t, f.Line(-1))
}

func TestPosition(t *testing.T) {
	f := NewFile("ab\n\nc")
	for offset, want := range [][2]int{{1, 1}, {1, 2}, {1, 3}, {2, 1}, {3, 1}, {3, 2}} {
		line, col := f.Position(offset)
		assert.Equal(t, want, [2]int{line, col}, offset)
	}
}

func TestColumn(t *testing.T) {
	f := NewFile("a\n\té😀b\xff!\n")
	for col, want := range map[int]int{1: 1, 2: 2, 4: 3, 8: 5, 9: 6, 10: 7, 11: 8, 20: 17, 0: 0} {
		assert.Equal(t, want, f.Column(2, col), col)
	}
	assert.Equal(t, 5, f.Column(99, 5), "no such line")
}

func TestFunc(t *testing.T) {
	f := NewFile(`package a

func plain() {
	_ = func() {}
}

func (T) value() {}
func (t *T) pointer() {}
func (t *G[A, B]) generic() {}
func (t (H[A])) paren() {}

var (
	x = func() int { return 1 }()
	y, z = 1, 2
)

const c = 1
`)
	for line, want := range map[int]string{
		1: "", 4: "plain", 5: "", 7: "T.value", 8: "(*T).pointer", 9: "(*G).generic", 10: "H.paren", 13: "var x", 14: "var y", 17: "", 99: "",
	} {
		assert.Equal(t, want, f.Func(line, 2), line)
	}
}

func TestWhatIsNoGo(t *testing.T) {
	for _, src := range []string{"", "\x00", "package", "func f() {"} {
		assert.Empty(t, NewFile(src).Func(1, 1), src)
	}
	assert.Equal(t, "f", NewFile("package a\n\nfunc f() { x }\n\nfunc {").Func(3, 12), "what comes before the error")
}

func TestCache(t *testing.T) {
	var c Cache
	name := filepath.Join(t.TempDir(), "gone.go")
	assert.Empty(t, c.File(name).Line(1))
	assert.Same(t, c.File(name), c.File(name))
}
