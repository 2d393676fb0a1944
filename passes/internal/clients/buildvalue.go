package clients

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// extract takes a part of a tuple: a call's results have registers next to each other.
func (b *builder) extract(v *ssa.Extract) {
	d, t := b.reg(v), b.reg(v.Tuple)
	if d < 0 || t < 0 {
		return
	}
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		b.emit(Inst{Op: Load, Dst: d, A: t, Name: resultName(v.Index)})
	case *ssa.Select:
		if ch := receivedFrom(tuple, v.Index); ch != nil {
			b.load(v, ch, "[]")
		}
	default: // a comma-ok form or an iterator's step
		b.emit(Inst{Op: Copy, Dst: d, A: t})
	}
}

// receivedFrom returns the channel that part i of a select's tuple is received from, nil if none: the first two parts are the
// case and whether the channel was open.
func receivedFrom(sel *ssa.Select, i int) ssa.Value {
	i -= 2
	for _, st := range sel.States {
		if st.Dir != types.RecvOnly {
			continue
		}
		if i == 0 {
			return st.Chan
		}
		i--
	}
	return nil
}

// resultName is the field of a tuple object that result i stands in.
func resultName(i int) string { return "#" + string(rune('0'+i)) }

// makeInterface boxes a value. A proxy that becomes a handler is taken to be served.
func (b *builder) makeInterface(v *ssa.MakeInterface) {
	if i, ok := v.Type().Underlying().(*types.Interface); ok && i.NumMethods() == 0 { // whoever has it may take it out again
		if r := b.reg(v.X); r >= 0 {
			b.emit(Inst{Op: Touch, A: r, Dst: -1})
		}
		return
	}
	b.copy(v, v.X)
	if name := typeKey(v.X.Type()); name != "" && b.reg(v) >= 0 && b.reg(v.X) < 0 && nethttp.PackageOf(name) != "" && !nethttp.IsStd(nethttp.PackageOf(name)) {
		b.at(v, Inst{Op: New, What: AStruct, Dst: b.reg(v), Name: name}) // it holds nothing, but has methods
	}
	if fields := embeds(v.X.Type()); len(fields) > 0 && typeKey(v.X.Type()) != "" {
		b.embeds[typeKey(v.X.Type())] = fields
	}
	if r := b.reg(v.X); r >= 0 && kindOf(v.X.Type()) == AProxy && !b.tested() {
		b.at(v, Inst{Op: Serve, A: r, Dst: -1})
	}
}

// tested reports whether the function is of a test.
func (b *builder) tested() bool { return strings.HasSuffix(b.out.File, "_test.go") }

// serves reports whether servers call the function for each request. Those of tests get what requests the test sends,
// which is mostly one.
func (b *builder) serves(fn *ssa.Function) bool { return isHandler(fn.Signature) && !b.tested() }

// modeOf is how often a function value is called.
func modeOf(fn *ssa.Function) Mode {
	if isCommand(fn.Signature) {
		return OnlyOnce
	}
	return Plain
}

// closure makes a function value: a literal with what it captures, or a method with its receiver.
func (b *builder) closure(v *ssa.MakeClosure) {
	fn := v.Fn.(*ssa.Function)
	i := Inst{Op: Closure, Mode: modeOf(fn), Dst: b.reg(v), Name: origin(fn).String(), Handler: b.serves(fn)}
	for _, bound := range v.Bindings {
		i.Args = append(i.Args, b.reg(bound))
	}
	if strings.HasSuffix(fn.Name(), "$bound") {
		obj, ok := fn.Object().(*types.Func)
		if !ok {
			return
		}
		i.Bound, i.Name = true, methodName(obj)
		if types.IsInterface(v.Bindings[0].Type()) {
			i.Name = obj.Name()
		}
	}
	b.at(v, i)
}

// methodName is how ssa.Function.String names the function.
func methodName(fn *types.Func) string { return fn.Origin().FullName() }

// origin is the generic function that fn is an instance of, or fn.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}
