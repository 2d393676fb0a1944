package lifecycle

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A kind says what the walk knows of a value.
type kind uint8

const (
	unknown   kind = iota // nothing; a missing entry
	symbol                // the unknown value that SSA value id had; two equal symbols are the same value
	isNil                 // nil
	nonNil                // not nil, and none of the tracked response's values; what MakeInterface id makes, or an argument that was symbol id, if there is one
	isTrue                // true
	isFalse               // false
	constant              // the constant that path spells
	atLeast               // an integer that is not less than the one that path spells
	atMost                // an integer that is not greater than the one that path spells
	differs               // none of the constants that path lists
	past                  // an integer that is not less than the sum of what SSA value id is and of the one that path spells
	response              // a pointer to the tracked response
	responseV             // a copy of the tracked response's struct
	body                  // the body of the tracked response, or a wrapper whose Close closes it
	reader                // a reader over the body whose Close, if it has one, does not close it
	bodyField             // the address of the tracked response's Body field
	closeFn               // a func value that closes the body
	wire                  // what the tracked response was read from, without a transport, or what holds that: who closes it has no use for the body
	pointer               // the address of object id, or of its part path
	structure             // the contents of object id, or of its part path
	function              // the closure or function id
	readErr               // an error that reading the body returned; io.EOF says that the end was reached
	readMore              // a bool of a scanner: false says that the end was reached
)

// filled marks a slice, not nil, that has elements.
const filled = "filled"

// vacant marks a slice, not nil, that has none.
const vacant = "vacant"

// limited marks a reader that may stop before the end of the body, and a func value that may read some of the body before it closes it.
const limited = "limited"

// enough marks a reader that may stop before the end of the body, but not before Go itself would give up.
const enough = "enough"

// thorough marks a func value, or a wrapper, that reads the body to its end before it closes it.
const thorough = "drained"

// unclosable marks a reader without a Close method.
const unclosable = "unclosable"

// raw marks the error of an io.Reader: whichever it is, nothing is left to read.
const raw = "raw"

// whole marks the error of reading everything: it is never io.EOF, and says that the connection is gone.
const whole = "whole"

// failed ends the mark of an error that was found not to be nil.
const failed = "!"

// A value is what the walk knows of one SSA value or memory cell on one path. It is comparable.
type value struct {
	kind kind
	id   uint32 // symbol, pointer, structure, function: the number of an SSA value
	path string // pointer, structure: the part of the object; constant: its text; differs: those of many; body, reader, closeFn, readErr: a mark
}

// tracked reports whether v gives access to the tracked response by itself, without looking into memory.
func (v value) tracked() bool {
	switch v.kind {
	case response, responseV, body, reader, bodyField, closeFn, wire:
		return true
	}
	return false
}

// owns reports whether who holds v could close the body.
func (v value) owns() bool { return v.tracked() && v.kind != reader }

// known reports what v says of being nil.
func (v value) known() kind {
	switch v.kind {
	case isNil:
		return isNil
	case nonNil, response, body, reader, bodyField, closeFn, wire, pointer, function:
		return nonNil
	case readErr:
		if strings.HasSuffix(v.path, failed) {
			return nonNil
		}
	}
	return unknown
}

// isBasic reports whether v is one of a basic type, or an interface that it is in: that is not nil.
func (v value) isBasic() bool {
	switch v.kind {
	case constant, atLeast, atMost, differs, past, isTrue, isFalse:
		return true
	}
	return false
}

// truth returns the value of a bool.
func truth(b bool) value {
	if b {
		return value{kind: isTrue}
	}
	return value{kind: isFalse}
}

// zeroPart is a struct, or a part of one, that nothing was put into: whatever its type, it is the zero value.
var zeroPart = value{kind: isNil, path: "zero"}

// constValue returns the value of an SSA constant.
func constValue(c *ssa.Const) value {
	if c.Value == nil {
		switch {
		case nilable(c.Type()):
			return value{kind: isNil}
		case composite(c.Type()):
			return zeroPart
		}
		return value{}
	}
	switch s := c.Value.ExactString(); s {
	case "true":
		return value{kind: isTrue}
	case "false":
		return value{kind: isFalse}
	default:
		return value{kind: constant, path: s}
	}
}

// zeroValue returns the zero value of type t, where the walk can express it.
func zeroValue(t types.Type) value {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch info := u.Info(); {
		case info&types.IsBoolean != 0:
			return value{kind: isFalse}
		case info&types.IsString != 0:
			return value{kind: constant, path: `""`}
		case info&types.IsNumeric != 0:
			return value{kind: constant, path: "0"}
		}
	}
	if nilable(t) {
		return value{kind: isNil}
	}
	return value{}
}

// nilable reports whether values of type t can be nil.
func nilable(t types.Type) bool {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Slice, *types.Map, *types.Chan, *types.Signature:
		return true
	case *types.Basic:
		return u.Kind() == types.UntypedNil || u.Kind() == types.UnsafePointer
	}
	return false
}
