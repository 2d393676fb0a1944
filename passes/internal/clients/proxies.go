package clients

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
	"github.com/kalint/kalint/passes/internal/nethttp"
)

// proxied notes of a proxy that is made here where it sends what it gets, if the function says so: to an address that is
// spelled as one of https, or to one that an option has.
func (b *builder) proxied(i *Inst, targets []ssa.Value) {
	if len(targets) > 0 && !slices.ContainsFunc(targets, func(to ssa.Value) bool { return !b.isSecureTarget(to) }) {
		i.HTTPS = true
		return
	}
	if len(targets) == 1 {
		if o, ok := b.optionTo(targets[0]); ok {
			i.Address = o.String()
		}
	}
}

// isSecureTarget reports whether a URL, or what is stored in the scheme of one, is spelled as one of https.
func (b *builder) isSecureTarget(to ssa.Value) bool {
	if scheme, ok := to.(*ssa.FieldAddr); ok && isString(elemOf(scheme.Type())) {
		return b.setsSecure(scheme, maxDepth)
	}
	return b.isSecure(to, maxDepth)
}

// targetsOf returns the URLs, or the schemes of URLs, that the functions in the fields of a proxy send its requests to; nil if
// that is not known.
func (b *builder) targetsOf(proxy *ssa.Alloc) []ssa.Value {
	puts := append(storesToField(proxy, "Rewrite"), storesToField(proxy, "Director")...)
	if len(puts) != 1 {
		return nil
	}
	fn := b.literal(puts[0])
	if fn == nil {
		return nil
	}
	var targets []ssa.Value
	for _, block := range fn.Blocks {
		for _, instr := range block.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				if obj := calledFunc(&instr.Call); obj != nil && nethttp.Redirects(obj) {
					targets = append(targets, instr.Call.Args[1])
				}
			case *ssa.Store:
				if fa, ok := instr.Addr.(*ssa.FieldAddr); ok && nethttp.IsURL(fa.X.Type()) && fieldName(fa.X.Type(), fa.Field) == "Scheme" {
					targets = append(targets, fa)
				}
			}
		}
	}
	return targets
}

// literal returns the function that v is, if it is one of this package with instructions.
func (b *builder) literal(v ssa.Value) *ssa.Function {
	fn, _ := v.(*ssa.Function)
	if mc, ok := v.(*ssa.MakeClosure); ok {
		fn = mc.Fn.(*ssa.Function)
	}
	if fn == nil {
		return nil
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil { // declared, or a method with its receiver
		return b.bodies[obj]
	}
	return fn
}

// setsSecure reports whether what is stored in the scheme of a URL, and in its host beside it, is that of an address of https.
func (b *builder) setsSecure(scheme *ssa.FieldAddr, depth int) bool {
	var host ssa.Value
	for _, block := range scheme.Parent().Blocks {
		for _, instr := range block.Instrs {
			st, ok := instr.(*ssa.Store)
			if !ok {
				continue
			}
			fa, ok := st.Addr.(*ssa.FieldAddr)
			if !ok || !nethttp.IsURL(fa.X.Type()) || fieldName(fa.X.Type(), fa.Field) != "Host" {
				continue
			}
			if host != nil { // one of several
				return false
			}
			host = st.Val
		}
	}
	stored := storedAt(scheme)
	if host == nil || len(stored) != 1 {
		return false
	}
	name, isName := stringOf(host)
	if s, ok := stringOf(stored[0]); ok {
		return isName && isSecure(s+"://"+name)
	}
	return b.partOfSecure(stored[0], depth) && (isName || b.partOfSecure(host, depth))
}

// partOfSecure reports whether the value is a part of a URL of https.
func (b *builder) partOfSecure(v ssa.Value, depth int) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	return ok && nethttp.IsURL(fa.X.Type()) && b.isSecure(fa.X, depth-1)
}

// optionTo is optionOf for what the function, or a literal that it makes and that has captured it, sends requests to.
func (b *builder) optionTo(v ssa.Value) (option, bool) {
	if v.Parent() == b.fn {
		return optionOf(v)
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return option{}, false
	}
	free, ok := load.X.(*ssa.FreeVar)
	if !ok {
		return option{}, false
	}
	a, ok := closures.Binding(free).(*ssa.Alloc)
	if !ok {
		return option{}, false
	}
	init, p := spilled(a)
	if p == nil || p.Parent() != b.fn {
		return option{}, false
	}
	set := false
	uses(a, func(at ssa.Instruction, path string) { set = set || at != ssa.Instruction(init) })
	return option{param: slices.Index(p.Parent().Params, p)}, !set
}

// goesSecure reports whether the proxy, which the frame sends a request through or has made, sends to an address of https.
func (o *object) goesSecure() bool {
	return o.what == AProxy && o.inst != nil && (o.inst.HTTPS || o.inst.Address != "" && o.made != nil && isHTTPS(o.made.option(o.inst.Address)))
}
