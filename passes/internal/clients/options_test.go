package clients

import (
	"go/constant"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/tools/go/ssa"
)

func TestOption(t *testing.T) {
	for _, text := range []string{"0", "12", "0.Private", "3.TLS.Insecure"} {
		o, ok := parseOption(text)
		assert.True(t, ok, text)
		assert.Equal(t, text, o.String())
	}
	_, ok := parseOption(".Private")
	assert.False(t, ok)
}

func TestMeets(t *testing.T) {
	for _, c := range []struct {
		value, is string
		so, known bool
	}{
		{"", zero, false, false},
		{zero, zero, true, true},
		{zero, empty, true, true},
		{zero, positive, false, true},
		{zero, `="own"`, false, true},
		{nonzero, zero, false, true},
		{nonzero, empty, false, false},
		{nonzero, positive, false, false},
		{nonzero, `="own"`, false, false},
		{`="own"`, zero, false, true},
		{`="own"`, empty, false, true},
		{`="own"`, `="own"`, true, true},
		{`="own"`, `="other"`, false, true},
		{`="own"`, positive, false, false},
		{"=2", positive, true, true},
		{"=-2", positive, false, true},
		{"=true", zero, false, true},
	} {
		so, known := meets(c.value, c.is)
		assert.Equal(t, [2]bool{c.so, c.known}, [2]bool{so, known}, "%s %s", c.value, c.is)
	}
}

func TestSpellConst(t *testing.T) {
	for want, v := range map[string]constant.Value{
		zero:     constant.MakeString(""),
		`="a b"`: constant.MakeString("a b"),
		nonzero:  constant.MakeString(strings.Repeat("long", 20)),
		"=-3":    constant.MakeInt64(-3),
		"=true":  constant.MakeBool(true),
		"=3/2":   constant.MakeFloat64(1.5),
	} {
		assert.Equal(t, want, spellConst(&ssa.Const{Value: v}))
	}
	assert.Equal(t, zero, spellConst(&ssa.Const{}), "nil, or a struct without values")
	assert.Equal(t, zero, spellConst(&ssa.Const{Value: constant.MakeFloat64(0)}))
	assert.Equal(t, zero, spellConst(&ssa.Const{Value: constant.MakeBool(false)}))
}

func TestOverlap(t *testing.T) {
	assert.True(t, overlap(".TLS", ".TLS.Insecure"))
	assert.True(t, overlap(".TLS.Insecure", ".TLS"))
	assert.True(t, overlap("", ".TLS"))
	assert.False(t, overlap(".TLS", ".TLSConfig"))
	assert.False(t, overlap(".TLS.A", ".TLS.B"))
}
