package lifecycle

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// maxParts bounds how many values are looked at to find out that a response is left alone.
const maxParts = 300

// A part is a value, and the path from there to a response.
type part struct {
	v    ssa.Value
	path string
}

// A search looks for something that is done to a response, on whichever path: most of what a function is given in a field
// it never looks at, and need not be walked for.
type search struct {
	eng   *engine
	whole bool
	call  string // "()" if it is a func that closes the body which comes in
	seen  map[part]bool
	work  []part
}

// untouched reports whether nothing is done to a response that comes in by the role, by fn or what it calls.
func (e *engine) untouched(fn *ssa.Function, r role) bool {
	if r.param < 0 || r.param >= len(fn.Params) || strings.Contains(r.path, "[]") {
		return false
	}
	s := &search{eng: e, whole: r.whole, seen: make(map[part]bool)}
	path, isFunc := strings.CutSuffix(r.path, "()")
	if isFunc {
		s.call = "()"
	}
	s.add(fn.Params[r.param], path)
	for len(s.work) > 0 && len(s.seen) <= maxParts {
		p := s.work[len(s.work)-1]
		s.work = s.work[:len(s.work)-1]
		refs := p.v.Referrers()
		if refs == nil {
			return false
		}
		for _, ref := range *refs {
			if !s.follow(p, ref) {
				return false
			}
		}
	}
	return len(s.work) == 0
}

func (s *search) add(v ssa.Value, path string) bool {
	if p := (part{v, path}); !s.seen[p] {
		s.seen[p] = true
		s.work = append(s.work, p)
	}
	return true
}

// follow goes on to where an instruction takes the part; false if it may do something to the response.
func (s *search) follow(p part, ref ssa.Instruction) bool {
	switch ref := ref.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.FieldAddr:
		name := fieldName(ref.X.Type(), ref.Field)
		return p.path == "" && s.whole && isResponse(ref.X.Type()) && tellsNothingOfBody(name) || s.field(p, ref, name)
	case *ssa.Field:
		return s.field(p, ref, fieldName(ref.X.Type(), ref.Field))
	case *ssa.UnOp:
		return ref.Op == token.MUL && s.add(ref, strings.TrimPrefix(p.path, pointee))
	case *ssa.Phi:
		return s.add(ref, p.path)
	case *ssa.ChangeType:
		return s.add(ref, p.path)
	case *ssa.ChangeInterface:
		return s.add(ref, p.path)
	case *ssa.MakeInterface:
		return s.add(ref, p.path)
	case *ssa.Store:
		return s.store(p, ref)
	case *ssa.MakeClosure:
		fn := ref.Fn.(*ssa.Function)
		for i, b := range ref.Bindings {
			if b == p.v {
				s.add(fn.FreeVars[i], p.path)
			}
		}
		return true
	case ssa.CallInstruction:
		return s.give(p, ref.Common())
	}
	return false
}

// tellsNothingOfBody reports whether whoever has that field of a response neither has its body nor knows whether there is one.
func tellsNothingOfBody(field string) bool {
	switch field {
	case "Body", "StatusCode", "ContentLength":
		return false
	}
	return true
}

// field goes into a field, if it is the one that leads to the response.
func (s *search) field(p part, v ssa.Value, name string) bool {
	rest, ok := strings.CutPrefix(p.path, "."+name)
	switch {
	case name == "" || p.path == "":
		return false
	case ok && (rest == "" || rest[0] == '.'):
		return s.add(v, rest)
	}
	return true
}

// store goes on to the local variable that the part is put into.
func (s *search) store(p part, st *ssa.Store) bool {
	a, ok := st.Addr.(*ssa.Alloc)
	if ok && st.Val == p.v {
		return s.add(a, p.path)
	}
	return ok // another value for the variable
}

// give goes on to the parameters that the part is given for.
func (s *search) give(p part, c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil || c.Value == p.v {
		return false
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	for i, a := range c.Args {
		switch {
		case a != p.v:
		case len(fn.Blocks) > 0:
			s.add(fn.Params[i], p.path)
		default:
			outs, ok := s.eng.externalOutcomes(fn, role{param: i, whole: s.whole, path: p.path + s.call})
			if !ok || len(outs) != 1 || !outs[0].idle() {
				return false
			}
		}
	}
	return true
}

// idle reports whether the outcome says no more than that the function returns.
func (o outcome) idle() bool {
	return o.status == open && o.read == unread && !o.tested && o.field.kind == unknown && len(o.results) == 0 && len(o.fills) == 0
}
