package clients

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fill sets every exported field of a value to something that is not zero.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(7)
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(3)
	default:
		panic("a fact has a field of a kind that the test does not know: " + v.Kind().String())
	}
}

// TestProgramIsWritten checks that a fact comes out of gob as it went in, whatever its fields hold: func and interface
// values, maps, whose order is not fixed, and pointers into a package must not be in it.
func TestProgramIsWritten(t *testing.T) {
	in := new(Program)
	fill(reflect.ValueOf(in).Elem())
	var buf bytes.Buffer
	require.NoError(t, gob.NewEncoder(&buf).Encode(in))
	out := new(Program)
	require.NoError(t, gob.NewDecoder(&buf).Decode(out))
	assert.Equal(t, in, out)
	assert.Equal(t, "clients: x, x", out.String())
}

func TestShortName(t *testing.T) {
	for name, want := range map[string]string{
		"example.com/a.F":          "F",
		"example.com/a.F$1$2":      "F",
		"(*example.com/a.T).M":     "T.M",
		"(example.com/a.T).M$1":    "T.M",
		"command-line-arguments.F": "F",
	} {
		assert.Equal(t, want, shortName(name), name)
	}
}
