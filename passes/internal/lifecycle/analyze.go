package lifecycle

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/partial"
)

// analyze exports the facts of a package; at tells where it is. What it returns finds the package's responses, and is nil if
// there are none.
func analyze(pass *analysis.Pass, res *Result, at *string) (find func(at *string)) {
	std := nethttp.IsStd(pass.Pkg.Path())
	responseType := findResponseType(pass.Pkg)
	if std && responseType == nil {
		return nil
	}
	r := newRelevant(pass)
	r.needResponses(responseType)
	exports := importable(pass, std)
	if exports {
		r.needAsked()
	}
	if r.none() {
		return nil
	}
	prog := pass.ResultOf[partial.Analyzer].(*partial.Shared).Build(pass, r.needs)
	e := newEngine(pass, prog)
	e.responseType = responseType
	fns := partial.Functions(pass, prog)
	e.chains.add(pass)
	e.findChains(fns)
	if exports {
		e.exportChains()
		e.exportAll(fns, at)
	}
	return func(at *string) { e.collectAll(fns, res, at) }
}

// exportAll makes facts of what the functions do, and the types behind interfaces.
func (e *engine) exportAll(fns []*ssa.Function, at *string) {
	x := exporter{eng: e, named: make(map[string]bool)}
	for _, fn := range fns {
		*at = fn.RelString(e.pass.Pkg)
		x.function(fn)
	}
	x.methods()
	x.finish(at)
}

// collectAll finds the responses of the functions.
func (e *engine) collectAll(fns []*ssa.Function, res *Result, at *string) {
	for _, fn := range fns {
		*at = fn.RelString(e.pass.Pkg)
		e.collect(fn, res)
	}
	slices.SortStableFunc(res.responses, func(a, b *Response) int { return cmp.Compare(a.Call.Pos(), b.Call.Pos()) })
}

// findResponseType looks for net/http among what the package can see; nil if it is not there.
func findResponseType(pkg *types.Package) types.Type {
	http := findPackage(pkg, "net/http", make(map[*types.Package]bool))
	if http == nil {
		return nil
	}
	if obj := http.Scope().Lookup("Response"); obj != nil {
		return obj.Type()
	}
	return nil
}

// mayReturnResponse reports whether callers would take a result for a response of theirs.
func mayReturnResponse(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if isResponse(v.Type()) || generic(v.Type()) {
			return true
		}
	}
	return false
}

// returnsBody reports whether a function of the signature may return a body without its response.
func returnsBody(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if types.IsInterface(v.Type()) && reads(v.Type()) {
			return true
		}
	}
	return false
}

// collect adds the responses of fn and of the function literals in it.
func (e *engine) collect(fn *ssa.Function, res *Result) {
	e.outcomes(fn, opening)
	res.responses = append(res.responses, e.responses[fn]...)
	res.tooLarge = append(res.tooLarge, e.tooLarge[fn]...)
	for _, anon := range fn.AnonFuncs {
		e.collect(anon, res)
	}
}
