package main

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// leaks is an object fact: the function calls leak, in the end.
type leaks struct{ Via []string }

func (*leaks) AFact() {}

// visited is a package fact: the package was analysed, not skipped.
type visited struct{ Calls int }

func (*visited) AFact() {}

// calls are the calls that leak, with how.
type calls map[*ast.CallExpr]string

// engine finds the calls of leak, through functions of this package and others.
var engine = &analysis.Analyzer{
	Name:       "toyengine",
	Doc:        "find calls of leak",
	Requires:   []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:  []analysis.Fact{new(leaks), new(visited)},
	ResultType: reflect.TypeFor[calls](),
	Run:        runEngine,
}

// leak reports what the engine found.
var leak = &analysis.Analyzer{
	Name:     "toyleak",
	Doc:      "toyleak: report calls of leak\n\nA second paragraph.",
	URL:      "https://example.com/toyleak",
	Requires: []*analysis.Analyzer{engine},
	Run:      runLeak,
}

var suffix string

func init() { leak.Flags.StringVar(&suffix, "suffix", "!", "what messages end in") }

func runEngine(pass *analysis.Pass) (any, error) {
	found := make(calls)
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	in.WithStack([]ast.Node{(*ast.CallExpr)(nil)}, func(n ast.Node, push bool, stack []ast.Node) bool {
		fn := typeutil.StaticCallee(pass.TypesInfo, n.(*ast.CallExpr))
		if !push || fn == nil {
			return push
		}
		var fact leaks
		if fn.Name() != "leak" && !pass.ImportObjectFact(fn, &fact) {
			return true
		}
		found[n.(*ast.CallExpr)] = fn.FullName()
		if caller := enclosing(pass, stack); caller != nil {
			pass.ExportObjectFact(caller, &leaks{Via: append(slices.Clone(fact.Via), fn.FullName())})
		}
		return true
	})
	pass.ExportPackageFact(&visited{Calls: len(found)})
	return found, nil
}

func enclosing(pass *analysis.Pass, stack []ast.Node) *types.Func {
	for _, n := range stack {
		if d, ok := n.(*ast.FuncDecl); ok {
			return pass.TypesInfo.Defs[d.Name].(*types.Func)
		}
	}
	return nil
}

func runLeak(pass *analysis.Pass) (any, error) {
	for call, name := range pass.ResultOf[engine].(calls) {
		d := analysis.Diagnostic{
			Pos:      call.Pos(),
			End:      call.End(),
			Category: "toyleak",
			Message:  fmt.Sprintf("call of %s%s", name, suffix),
			Related:  []analysis.RelatedInformation{{Pos: call.Rparen, Message: "it ends here"}},
		}
		if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "leak" {
			d.SuggestedFixes = []analysis.SuggestedFix{seal(pass, call, id)}
		}
		pass.Report(d)
	}
	return nil, nil
}

// seal makes a call of leak one of seal. All such fixes in a file add the same
// import; one of a call within another's arguments overlaps it.
func seal(pass *analysis.Pass, call *ast.CallExpr, id *ast.Ident) analysis.SuggestedFix {
	edit := analysis.TextEdit{Pos: id.Pos(), End: id.End(), NewText: []byte("seal")}
	if len(call.Args) > 0 {
		edit = analysis.TextEdit{Pos: call.Pos(), End: call.End(), NewText: []byte("seal( )")}
	}
	edits := []analysis.TextEdit{edit}
	for _, f := range pass.Files {
		if f.FileStart <= id.Pos() && id.Pos() < f.FileEnd && len(f.Imports) == 0 {
			edits = append(edits, analysis.TextEdit{Pos: f.Name.End(), NewText: []byte("\nimport   _ \"embed\"\n")})
		}
	}
	return analysis.SuggestedFix{Message: "Seal it", TextEdits: edits}
}
