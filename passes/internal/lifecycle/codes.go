package lifecycle

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// element ends the spelling of a status code that is one of a list: "p1[]".
const element = "[]"

// statusParam spells what the function's callers give it that a status is equal to: a parameter, or a part of one, as "p1" or
// "p1.Code", or an element of it that is a list, as "p1[]"; "" if it is something else.
func (w *walk) statusParam(s *state, y ssa.Value) string {
	if load, ok := y.(*ssa.UnOp); ok {
		if at, ok := load.X.(*ssa.IndexAddr); ok {
			return w.statusList(s, at.X)
		}
	}
	return w.spellParam(w.val(s, y))
}

// statusList is statusParam for a status that is an element of the list.
func (w *walk) statusList(s *state, list ssa.Value) string {
	if p := w.spellParam(w.val(s, list)); p != "" {
		return p + element
	}
	return ""
}

func (w *walk) spellParam(v value) string {
	if v.kind != symbol {
		return ""
	}
	p, path, ok := w.param(v)
	if !ok {
		return ""
	}
	return "p" + strconv.Itoa(p) + path
}

// codes returns which status codes a spelling stands for where a call has the arguments; if these are the caller's own
// parameters, how the caller spells that. None if it is not known.
func (w *walk) codes(s *state, code string, args []value) []string {
	if code == "" {
		return nil
	}
	text, ofParam := strings.CutPrefix(code, "p")
	if !ofParam {
		return []string{code}
	}
	text, isList := strings.CutSuffix(text, element)
	n, path, err := parsePart(text)
	if err != nil || n >= len(args) {
		return nil
	}
	v := w.part(s, args[n], path)
	if v.kind == unknown && path != "" {
		v = w.requestPart(s, args[n], path)
	}
	switch {
	case v.kind == symbol:
		p := w.spellParam(v)
		if p == "" {
			return nil
		}
		if isList {
			p += element
		}
		return []string{p}
	case !isList && v.kind == constant:
		return []string{v.path}
	case isList && v.kind == pointer && v.path == "":
		if array, ok := w.eng.vals[v.id].(*ssa.Alloc); ok {
			return constantsIn(array)
		}
	}
	return nil
}

// constantsIn returns the elements of an array that a list is made of; none if they are not all constants.
func constantsIn(array *ssa.Alloc) []string {
	var out []string
	for _, ref := range *array.Referrers() {
		switch ref := ref.(type) {
		case *ssa.IndexAddr:
			c := onlyConstant(ref)
			if c == "" {
				return nil
			}
			out = append(out, c)
		case *ssa.Slice, *ssa.DebugRef:
		default:
			return nil
		}
	}
	return out
}

// onlyConstant returns the constant that is stored at the address; "" if there is none, or the address is used for more.
func onlyConstant(at *ssa.IndexAddr) string {
	if len(*at.Referrers()) != 1 {
		return ""
	}
	st, ok := (*at.Referrers())[0].(*ssa.Store)
	if !ok || st.Addr != at {
		return ""
	}
	if c, ok := st.Val.(*ssa.Const); ok {
		return constValue(c).path
	}
	return ""
}

// learnCodes notes that the response's status is one of the codes.
func (s *state) learnCodes(codes []string) {
	switch {
	case len(codes) == 1:
		s.learnStatus(codes[0])
	case len(codes) > 0 && !slices.ContainsFunc(codes, func(c string) bool { return !comesEmpty(c) }):
		s.res.empty = true
	}
}

// one returns the only code, or "".
func one(codes []string) string {
	if len(codes) == 1 {
		return codes[0]
	}
	return ""
}

// isAmong notes that the status is one of the list.
func (w *walk) isAmong(s *state, list ssa.Value) {
	p := w.statusList(s, list)
	switch v := w.val(s, list); {
	case p != "" && w.source != nil:
		w.findsStatus(s, p)
	case p != "" && w.role.whole:
		s.res.proved = p
	case v.kind == pointer && v.path == "":
		if array, ok := w.eng.vals[v.id].(*ssa.Alloc); ok {
			s.learnCodes(constantsIn(array))
		}
	}
}

// statusValue is the value of the status that the spelling stands for; none if it is one of many.
func (w *walk) statusValue(code string) value {
	text, ofParam := strings.CutPrefix(code, "p")
	if !ofParam {
		return value{kind: constant, path: code}
	}
	n, err := strconv.Atoi(text)
	if err != nil || n >= len(w.top.Params) {
		return value{}
	}
	return value{kind: symbol, id: w.eng.id(w.top.Params[n])}
}
