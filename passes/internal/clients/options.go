package clients

import (
	"go/constant"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// An option is a parameter of a function or, with a path, a field of the struct that it is or points to: what decides how
// clients are made. It is spelled as the parameter's number and the path, such as "0.TLS.Insecure".
type option struct {
	param int
	path  string
}

func (s option) String() string { return strconv.Itoa(s.param) + s.path }

// parseOption is the opposite of String.
func parseOption(text string) (option, bool) {
	digits, path := text, ""
	if dot := strings.IndexByte(text, '.'); dot >= 0 {
		digits, path = text[:dot], text[dot:]
	}
	n, err := strconv.Atoi(digits)
	return option{n, path}, err == nil
}

// optionOf returns the option whose value v is; false if it is none, or may have been changed before.
func optionOf(v ssa.Value) (option, bool) {
	switch v := v.(type) {
	case *ssa.Parameter:
		return option{param: slices.Index(v.Parent().Params, v)}, true
	case *ssa.ChangeType:
		return optionOf(v.X)
	case *ssa.Field:
		s, ok := optionOf(v.X)
		s.path += "." + fieldName(v.X.Type(), v.Field)
		return s, ok
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return optionAt(v)
		}
	}
	return option{}, false
}

// optionAt is optionOf for what is loaded from a variable, or from a field.
func optionAt(load *ssa.UnOp) (option, bool) {
	base, path := fieldPath(load.X)
	s := option{path: path}
	switch a := base.(type) {
	case *ssa.Parameter:
		if path == "" { // what a pointer points to, as a whole
			return s, false
		}
		s.param = slices.Index(a.Parent().Params, a)
		return s, !changes(a, nil, path, load)
	case *ssa.Alloc:
		init, p := spilled(a)
		if p == nil {
			return s, false
		}
		s.param = slices.Index(p.Parent().Params, p)
		return s, !changes(a, init, path, load)
	case *ssa.Phi:
		p := orEmpty(a, path, load)
		if p == nil || path == "" {
			return s, false
		}
		s.param = slices.Index(p.Parent().Params, p)
		return s, !changes(p, nil, path, load)
	}
	return s, false
}

// orEmpty returns the parameter that v is, unless it is a struct made in its place, in which the part is zero: where there is
// no struct, its parts count as zero too. Nil if v may be something else.
func orEmpty(v *ssa.Phi, path string, before ssa.Instruction) *ssa.Parameter {
	var p *ssa.Parameter
	for _, edge := range v.Edges {
		switch e := edge.(type) {
		case *ssa.Parameter:
			if p != nil && p != e {
				return nil
			}
			p = e
		case *ssa.Alloc:
			if changes(e, nil, path, before) {
				return nil
			}
		default:
			return nil
		}
	}
	return p
}

// fieldPath splits an address into that of a struct and the path of a field in it, such as ".TLS.Insecure".
func fieldPath(addr ssa.Value) (base ssa.Value, path string) {
	for {
		fa, ok := addr.(*ssa.FieldAddr)
		if !ok {
			return addr, path
		}
		addr, path = fa.X, "."+fieldName(fa.X.Type(), fa.Field)+path
	}
}

// spilled returns the parameter that the variable holds and the instruction that puts it there; nil if it holds something else.
func spilled(a *ssa.Alloc) (init *ssa.Store, p *ssa.Parameter) {
	for _, ref := range *a.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
			if p != nil {
				return nil, nil
			}
			if p, ok = st.Val.(*ssa.Parameter); !ok {
				return nil, nil
			}
			init = st
		}
	}
	return init, p
}

// changes reports whether what stands under the path at the address may be changed between init, nil for the function's
// start, and a later instruction.
func changes(addr ssa.Value, init *ssa.Store, path string, before ssa.Instruction) bool {
	found := false
	uses(addr, func(at ssa.Instruction, part string) {
		if at != before && (init == nil || at != init) && overlap(part, path) {
			found = found || canFollow(before, at)
		}
	})
	return found
}

// uses calls f for what is done with an address but reading what stands there, and the path of the part that it is done to.
func uses(addr ssa.Value, f func(at ssa.Instruction, path string)) {
	seen := make(map[ssa.Value]bool)
	var look func(addr ssa.Value, path string, lit ssa.Instruction)
	look = func(addr ssa.Value, path string, lit ssa.Instruction) {
		if seen[addr] || addr.Referrers() == nil || len(path) > maxPath {
			return
		}
		seen[addr] = true
		for _, ref := range *addr.Referrers() {
			switch ref := ref.(type) {
			case *ssa.FieldAddr:
				look(ref, path+"."+fieldName(ref.X.Type(), ref.Field), lit)
			case *ssa.Phi:
				look(ref, path, lit)
			case *ssa.DebugRef, *ssa.BinOp, *ssa.UnOp:
			case *ssa.MakeClosure: // what a literal does may be done as soon as there is one
				at := lit
				if at == nil {
					at = ref
				}
				for i, bound := range ref.Bindings {
					if bound == addr {
						look(ref.Fn.(*ssa.Function).FreeVars[i], path, at)
					}
				}
			case ssa.Instruction:
				if lit != nil {
					ref = lit
				}
				f(ref, path)
			}
		}
	}
	look(addr, "", nil)
}

// maxPath is the length of a path that is followed.
const maxPath = 60

// overlap reports whether one of the paths is of a part of what the other one is of.
func overlap(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return strings.HasPrefix(b, a) && (len(a) == len(b) || b[len(a)] == '.')
}

// canFollow reports whether an instruction may be run after another one of its function; after itself only in a loop.
func canFollow(later, earlier ssa.Instruction) bool {
	if earlier.Block().Parent() != later.Block().Parent() {
		return true
	}
	return reaches(earlier, later, func(ssa.Instruction) bool { return false }, nil)
}

// The values that options are spelled to have.
const (
	zero    = "0" // the zero value of the type
	nonzero = "!" // another one
	secure  = "^" // a string that is put together, and begins like an address of https
	eq      = "=" // followed by a constant: that one
	callers = "p" // followed by an option of the caller's: what that is; after secure: a string that begins with it
)

// What conditions ask for besides.
const (
	empty    = "[]" // its length is 0
	positive = "+"
)

// meets reports whether an option of a value is so; ok is false if that is not known.
func meets(value, is string) (so, ok bool) {
	number, isNumber := strings.CutPrefix(value, eq)
	switch {
	case value == "":
		return false, false
	case value == zero:
		return is == zero || is == empty, true
	case is == zero:
		return false, true
	case !isNumber:
		return false, false
	case is == empty:
		return false, number[0] == '"'
	case is == positive:
		return number[0] != '-' && number[0] != '"', number[0] != '"'
	}
	return value == is, true
}

// number returns the integer that the value of an option is known to be.
func number(value string) (int, bool) {
	if value == zero {
		return 0, true
	}
	n, err := strconv.Atoi(strings.TrimPrefix(value, eq))
	return n, err == nil && strings.HasPrefix(value, eq)
}

// spellConst spells the value of a constant.
func spellConst(c *ssa.Const) string {
	switch {
	case c.Value == nil, isZero(c.Value):
		return zero
	case len(c.Value.ExactString()) > maxPath:
		return nonzero
	}
	return eq + c.Value.ExactString()
}

func isZero(v constant.Value) bool {
	switch v.Kind() {
	case constant.Bool:
		return !constant.BoolVal(v)
	case constant.String:
		return constant.StringVal(v) == ""
	case constant.Int, constant.Float, constant.Complex:
		return constant.Sign(constant.Real(v)) == 0 && constant.Sign(constant.Imag(v)) == 0
	}
	return false
}
