package exportdata

import (
	"go/constant"
	"go/token"
	"math/big"
)

// The kinds of constants.
const (
	boolConstant = iota
	stringConstant
	intConstant
	bigIntConstant
	ratConstant
	floatConstant
)

// constant reads a constant's value.
func (d *decoder) constant(e *opened) constant.Value {
	isComplex := e.bool()
	val := d.scalar(e)
	if isComplex {
		val = constant.BinaryOp(val, token.ADD, constant.MakeImag(d.scalar(e)))
	}
	return val
}

func (d *decoder) scalar(e *opened) constant.Value {
	switch e.number() {
	case boolConstant:
		return constant.MakeBool(e.bool())
	case stringConstant:
		return constant.MakeString(string(d.text(e)))
	case intConstant:
		return constant.MakeInt64(e.signed())
	case bigIntConstant:
		return constant.Make(d.bigInt(e))
	case ratConstant:
		num := d.bigInt(e)
		return constant.Make(new(big.Rat).SetFrac(num, d.bigInt(e)))
	case floatConstant:
		const precision = 512 // the compiler's
		f := new(big.Float).SetPrec(precision)
		if err := f.UnmarshalText(d.text(e)); err != nil {
			panic(err)
		}
		return constant.Make(f)
	}
	panic("unknown kind of constant")
}

func (d *decoder) text(e *opened) []byte { return d.data.text(e.reference(e.refs, stringSection)) }

func (d *decoder) bigInt(e *opened) *big.Int {
	n := new(big.Int).SetBytes(d.text(e))
	if e.bool() {
		n.Neg(n)
	}
	return n
}
