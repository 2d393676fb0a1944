package mutation_test

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"strings"

	"github.com/aymanbagabas/go-udiff"
	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/mutation"
	"github.com/kalint/kalint/passes/bodyclose"
	"github.com/kalint/kalint/passes/bodydrain"
	"github.com/kalint/kalint/passes/idleconns"
)

// An Outcome is what became of one mutant.
type Outcome struct {
	Place  string // package/file.go
	Line   int
	Func   string
	Kind   mutation.Kind
	Result result
	Diff   string
	Error  string // why it does not compile
}

type result string

const (
	reported   result = "reported"   // in its function
	missed     result = "missed"     // not reported anywhere in the package
	doubtful   result = "doubtful"   // not reported, but the response is returned: read whether that is right
	astray     result = "astray"     // reported in another function of the package
	broken     result = "broken"     // does not compile: not counted
	noisy      result = "noisy"      // the rule has something to say of the function as it is: not counted
	equivalent result = "equivalent" // not reported, and rightly so: nothing is lost
	elsewhere  result = "elsewhere"  // not reported, since it concerns another package
)

// rules are those that the mutants are held against. bodydrain is at its strictest, where a function that is silent reads
// each body to its end.
var rules = map[string]*analysis.Analyzer{
	"bodyclose": bodyclose.Analyzer,
	"bodydrain": bodydrain.New(bodydrain.Level("eof")),
	"idleconns": idleconns.Analyzer,
}

// mild is bodydrain at its default, for functions that are silent there only.
var mild = bodydrain.New()

// judge makes mutants of the package's files, of each kind at most limit, and looks whether each is reported.
func judge(l *loaded, limit map[mutation.Kind]int, keep func(name string) bool) ([]Outcome, error) {
	before, err := l.original()
	if err != nil {
		return nil, err
	}
	p := &mutation.Package{Fset: l.fset, Files: before.files, Types: before.pkg, Info: before.info, Summary: before.summaries(bodyclose.Analyzer)}
	var out []Outcome
	for i, file := range before.files {
		if !keep(l.names[i]) {
			continue
		}
		for _, m := range p.Mutants(file, l.texts[i]) {
			if limit[m.Kind] == 0 {
				continue
			}
			o, err := before.try(i, m)
			if err != nil {
				return nil, err
			}
			if o.Result != broken && o.Result != noisy {
				limit[m.Kind]--
			}
			out = append(out, o)
		}
	}
	return out, nil
}

// try makes one mutant.
func (v *version) try(i int, m mutation.Mutant) (Outcome, error) {
	name := v.names[i]
	o := Outcome{
		Place: v.pkg.Path() + "/" + filepath.Base(name),
		Line:  v.fset.Position(m.Pos).Line,
		Kind:  m.Kind,
	}
	if m.Func != nil {
		o.Func = m.Func.Name.Name
	}
	rule := rules[m.Kind.Rule()]
	was, err := v.reports(rule)
	if err != nil {
		return o, err
	}
	if m.Kind == mutation.Drain && m.Only && was.in(index(v.files[i], m.Func), name) {
		rule = mild
		if was, err = v.reports(rule); err != nil {
			return o, err
		}
	}
	at := index(v.files[i], m.Func)
	if was.in(at, name) {
		o.Result = noisy
		return o, nil
	}
	text := mutation.Apply(v.texts[i], m.Edits)
	after, text, err := v.compile(i, text)
	if err != nil {
		o.Result, o.Error = broken, err.Error()
		return o, nil
	}
	is, err := after.reports(rule)
	if err != nil {
		return o, err
	}
	o.Diff = udiff.Unified(name, name, string(v.texts[i]), string(text))
	switch {
	case is.in(at, name), m.Kind == mutation.IdleConns && len(is) > len(was): // wherever the Transport is built
		o.Result = reported
	case len(is) > len(was):
		o.Result = astray
	case m.Doubtful:
		o.Result = doubtful
	default:
		o.Result = missed
	}
	return o, nil
}

// compile checks a changed file. Imports that nothing uses any more are renamed to _.
func (v *version) compile(i int, text []byte) (*version, []byte, error) {
	after, err := v.with(i, text)
	for err != nil && strings.Contains(err.Error(), "imported and not used") {
		_, quoted, _ := strings.Cut(err.Error(), `"`)
		path, _, _ := strings.Cut(quoted, `"`)
		changed := []byte(strings.Replace(string(text), `"`+path+`"`, `_ "`+path+`"`, 1))
		if len(changed) != len(text)+2 {
			break
		}
		text = changed
		after, err = v.with(i, text)
	}
	return after, text, err
}

// A report stands in declaration number decl of a file.
type report struct {
	name string
	decl int
}

type reports []report

func (r reports) in(decl int, name string) bool {
	for _, r := range r {
		if r.decl == decl && r.name == name {
			return true
		}
	}
	return false
}

func (v *version) reports(rule *analysis.Analyzer) (reports, error) {
	diags, err := v.run(rule)
	if err != nil {
		return nil, err
	}
	var out reports
	for _, d := range diags {
		for i, f := range v.files {
			if f.FileStart <= d.Pos && d.Pos < f.FileEnd {
				out = append(out, report{v.names[i], indexAt(f, d.Pos)})
			}
		}
	}
	return out, nil
}

// index numbers a declaration of a file; a mutant has the same numbers.
func index(f *ast.File, fn *ast.FuncDecl) int {
	if fn == nil {
		return -1
	}
	return indexAt(f, fn.Pos())
}

func indexAt(f *ast.File, pos token.Pos) int {
	for i, d := range f.Decls {
		if d.Pos() <= pos && pos < d.End() {
			return i
		}
	}
	return -1
}
