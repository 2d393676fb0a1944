package facts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"slices"
)

// The wire form of a fact is what its exported fields hold, without names or types: only the kalint that wrote facts reads
// them, as the go command keeps those of each build of a tool apart. Numbers are varints; lists and strings follow their
// lengths; of a struct, a set of bits says which fields are not zero, and only those follow.

// maxFields is how many exported fields a struct may have: there is a bit for each.
const maxFields = 64

// fieldsOf returns the numbers of a struct's exported fields.
func fieldsOf(t reflect.Type) []int {
	fields, known := fieldNumbers[t]
	if !known {
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				fields = append(fields, i)
			}
		}
		fieldNumbers[t] = fields
	}
	return fields
}

var fieldNumbers = make(map[reflect.Type][]int)

// writable reports why values of the type have no wire form.
func writable(t reflect.Type, within []reflect.Type) error {
	if slices.Contains(within, t) {
		return fmt.Errorf("%v holds itself", t)
	}
	within = append(within, t)
	switch t.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.String,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return nil
	case reflect.Slice, reflect.Array, reflect.Pointer:
		return writable(t.Elem(), within)
	case reflect.Struct:
		fields := fieldsOf(t)
		if len(fields) > maxFields {
			return fmt.Errorf("%v has more than %d fields", t, maxFields)
		}
		for _, i := range fields {
			if err := writable(t.Field(i).Type, within); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("values of type %v have no written form", t)
}

// appendValue appends the wire form of a value.
func appendValue(buf []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(buf, 1)
		}
		return append(buf, 0)
	case reflect.String:
		return appendString(buf, v.String())
	case reflect.Slice:
		buf = binary.AppendUvarint(buf, uint64(v.Len()))
		return appendElems(buf, v)
	case reflect.Array:
		return appendElems(buf, v)
	case reflect.Pointer:
		if v.IsNil() {
			return append(buf, 0)
		}
		return appendValue(append(buf, 1), v.Elem())
	case reflect.Struct:
		return appendStruct(buf, v)
	}
	if v.CanInt() {
		return binary.AppendVarint(buf, v.Int())
	}
	return binary.AppendUvarint(buf, v.Uint())
}

func appendString(buf []byte, s string) []byte {
	return append(binary.AppendUvarint(buf, uint64(len(s))), s...)
}

func appendElems(buf []byte, v reflect.Value) []byte {
	for i := range v.Len() {
		buf = appendValue(buf, v.Index(i))
	}
	return buf
}

func appendStruct(buf []byte, v reflect.Value) []byte {
	fields := fieldsOf(v.Type())
	var set uint64
	for bit, i := range fields {
		if !v.Field(i).IsZero() {
			set |= 1 << bit
		}
	}
	buf = binary.AppendUvarint(buf, set)
	for bit, i := range fields {
		if f := v.Field(i); set&(1<<bit) != 0 && f.Kind() != reflect.Bool {
			buf = appendValue(buf, f)
		}
	}
	return buf
}

var errSpoilt = errors.New("the file is damaged")

// A reader takes wire forms apart. After an error it gives nothing more.
type reader struct {
	data string
	err  error
}

func (r *reader) fail() { r.data, r.err = "", errSpoilt }

func (r *reader) uint() uint64 {
	var n uint64
	for shift := 0; shift < 64; shift += 7 {
		if len(r.data) == 0 {
			break
		}
		b := r.data[0]
		r.data = r.data[1:]
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
	r.fail()
	return 0
}

// count reads the length of something of which each element takes a byte at least.
func (r *reader) count() int {
	n := r.uint()
	if n > uint64(len(r.data)) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *reader) string() string {
	n := r.count()
	s := r.data[:n]
	r.data = r.data[n:]
	return s
}

// value reads into a zero value.
func (r *reader) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.uint() == 1)
	case reflect.String:
		v.SetString(r.string())
	case reflect.Slice:
		r.list(v)
	case reflect.Array:
		for i := range v.Len() {
			r.value(v.Index(i))
		}
	case reflect.Pointer:
		if r.uint() == 1 {
			v.Set(reflect.New(v.Type().Elem()))
			r.value(v.Elem())
		}
	case reflect.Struct:
		r.structure(v)
	default:
		r.number(v)
	}
}

func (r *reader) number(v reflect.Value) {
	n := r.uint()
	if v.CanInt() {
		v.SetInt(int64(n>>1) ^ -int64(n&1))
	} else {
		v.SetUint(n)
	}
}

// list reads a slice, which grows as its elements come: the length may be wrong.
func (r *reader) list(v reflect.Value) {
	const atOnce = 256
	n := r.count()
	v.Grow(min(n, atOnce))
	for i := 0; i < n && r.err == nil; i++ {
		if i == v.Cap() {
			v.Grow(1)
		}
		v.SetLen(i + 1)
		r.value(v.Index(i))
	}
}

func (r *reader) structure(v reflect.Value) {
	set := r.uint()
	for bit, i := range fieldsOf(v.Type()) {
		switch f := v.Field(i); {
		case r.err != nil || set&(1<<bit) == 0:
		case f.Kind() == reflect.Bool:
			f.SetBool(true)
		default:
			r.value(f)
		}
	}
}
