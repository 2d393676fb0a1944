package clients

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
	"github.com/kalint/kalint/passes/internal/partial"
)

// analyze reduces the package's functions, makes them a fact and returns what is left to do for the result, if anything; at
// tells where it is.
func analyze(pass *analysis.Pass, res *Result, at *string) (solve func()) {
	if nethttp.IsStd(pass.Pkg.Path()) {
		return nil
	}
	shared := pass.ResultOf[partial.Analyzer].(*partial.Shared)
	defer shared.Close()
	others := newLibrary(pass)
	r := findRelevant(pass, others)
	if len(r.needed) == 0 && !r.vars {
		return nil
	}
	fns := shared.Take(pass, func(fd *ast.FuncDecl) bool { return r.needed[fd] })
	own, embedded := buildAll(pass, fns, r, at)
	carrier := r.carrier // what else was found is not kept until the result is asked for
	prune(pass.Pkg.Path(), own, others.find)
	sets := settersOf(pass)
	others.learn(sets)
	settle(own, others.find, others.setter)
	if isImported(pass) {
		export(pass, own, embedded, others, carrier, sets)
	}
	return func() {
		p := solved(pass, own, embedded, others, carrier)
		if p == nil {
			return
		}
		p.tell(res, func(token.Pos) bool { return true })
		if !slices.ContainsFunc(own, replaces) {
			return
		}
		if p = solved(pass, withoutTests(own), embedded, others, carrier); p != nil {
			res.forget(p.inProgram)
			p.tell(res, p.inProgram)
		}
	}
}

// solved returns the package with what was found out of its functions; nil if there is nothing to report or too much to follow.
func solved(pass *analysis.Pass, own []*Func, embedded map[string][]string, others *library, carrier *carrier) *pkg {
	alone := false
	for n := 0; n < len(tries); {
		t := tries[n]
		if t.untested {
			own = withoutTests(own)
		}
		p := newPkg(pass, own, embedded, others, t.depth)
		p.carrier, p.alone = carrier, alone
		if !p.mayReport() {
			return nil
		}
		p.enter()
		p.solver.solve()
		if !p.solver.excess {
			p.enterRest()
		}
		if !p.solver.excess {
			return p
		}
		if alone = alone || p.withOthers; !p.withOthers { // once more without: depth is worth more
			n++
		}
	}
	return nil
}

// isImported reports whether another package may import this one: not commands, nor external tests.
func isImported(pass *analysis.Pass) bool {
	if pass.Pkg.Name() == "main" {
		return false
	}
	return !strings.HasSuffix(pass.Pkg.Name(), "_test") ||
		!inTestFile(pass.Fset, pass.Files[0].Package)
}

// pkg is the package that is looked at.
type pkg struct {
	pass   *analysis.Pass
	own    []*Func
	local  map[*Func]bool
	solver *solver
	others *library

	filling map[*Func]bool // the functions that store defaults

	carrier *carrier

	alone      bool // what sets the package variables of others is left out
	withOthers bool // it is not
}

func newPkg(pass *analysis.Pass, own []*Func, embedded map[string][]string, others *library, depth int) *pkg {
	p := &pkg{pass: pass, own: own, local: make(map[*Func]bool, len(own)), filling: make(map[*Func]bool), others: others}
	for _, f := range own {
		p.local[f] = true
	}
	found := make(map[string]*Func)
	find := func(name string) *Func {
		f, ok := found[name]
		if !ok {
			if f = lookup(own, name); f == nil {
				f = others.find(name)
			}
			found[name] = f
		}
		return f
	}
	p.solver = newSolver(depth, find, func(typ string) []string {
		if fields, ok := embedded[typ]; ok {
			return fields
		}
		return others.embeds[typ]
	})
	return p
}

// buildAll reduces the functions of the package and the literals in them, sorted by name.
func buildAll(pass *analysis.Pass, fns []*ssa.Function, r *relevant, at *string) ([]*Func, map[string][]string) {
	b := &builder{pass: pass, carrier: r.carrier, hooks: hooks{pass: pass}, addresses: addresses{pass: pass}, passing: passing{pass: pass, all: r.all}, embeds: make(map[string][]string), regs: make(map[ssa.Value]int), bodies: make(map[*types.Func]*ssa.Function)}
	for _, fn := range fns {
		if obj, ok := fn.Object().(*types.Func); ok && len(fn.Blocks) > 0 {
			b.bodies[obj] = fn
		}
	}
	made := registered(pass, fns)
	family := closedTypes{pass, make(map[*types.Interface][]string)}
	var funcs []*Func
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if len(fn.Blocks) == 0 {
			return
		}
		*at = fn.RelString(pass.Pkg)
		f := b.build(fn)
		if classify(pass, fn, f); made[fn] {
			f.Entry = Open
		}
		f.types = family.params(fn.Signature)
		funcs = append(funcs, f)
		for _, lit := range fn.AnonFuncs {
			add(lit)
		}
	}
	for _, fn := range fns {
		add(fn)
	}
	slices.SortStableFunc(funcs, func(a, b *Func) int { return strings.Compare(a.Name, b.Name) })
	return funcs, b.embeds
}

// classify says who calls the function, and how often.
func classify(pass *analysis.Pass, fn *ssa.Function, f *Func) {
	obj, _ := fn.Object().(*types.Func)
	tested := ofTestFile(f) // its handlers get what requests the test sends, mostly one
	if obj != nil && obj.Exported() && pass.Pkg.Name() != "main" && !(tested && isTest(obj)) {
		f.Entry = Open
	}
	if fn.Parent() != nil {
		f.Handler = !tested && isHandler(fn.Signature) && len(fn.FreeVars) == 0
		f.Once = isCommand(fn.Signature)
		return
	}
	f.Handler = !tested && (isHandler(fn.Signature) || obj != nil && isService(obj))
	name := fn.Name()
	f.Once = name == "main" && pass.Pkg.Name() == "main" || name == "init" || strings.HasPrefix(name, "init#") || tested || isCommand(fn.Signature)
}

// enter makes the frames that the package is looked at from: what others may call, and what nothing in the package does.
func (p *pkg) enter() {
	used := make(map[string]bool)
	cells := make(map[string]bool)
	for _, f := range p.own {
		for _, i := range f.Code {
			switch i.Op {
			case Call, Closure:
				if i.Name != f.Name {
					used[i.Name] = true
				}
			case Global:
				cells[i.Name] = true
			}
		}
	}
	entries := func(tests bool) {
		for _, f := range p.own {
			if ofTestFile(f) == tests && (f.Entry == Open || f.Handler || f.Once || !used[f.Name]) {
				p.solver.enterEntry(f, p.fills(f))
			}
		}
	}
	entries(false)
	for _, init := range p.others.inits(cells) {
		p.solver.enterEntry(init, false)
	}
	p.solver.rounds() // what tests put into a variable does not crowd out what the program does
	for n := 0; n < maxTurns && !p.alone && p.enterVariables(); n++ {
		p.withOthers = true
		p.solver.rounds()
	}
	entries(true)
}

const maxTurns = 3 // package variables whose values lead to others

const edge = 3 // calls behind which a function is looked at once more by itself

// enterRest makes the frames of functions that are given away and that nothing in view calls, or only calls too deep to be
// followed, from there on or further.
func (p *pkg) enterRest() {
	entered := make(map[*Func]bool)
	for _, f := range p.solver.frames {
		entered[f.fn] = entered[f.fn] || !f.isMerged() && !f.leadsToMerged(edge)
	}
	clear(p.solver.common) // what was too deep then need not be now
	p.enterHandlers()
	made := p.solver.literals()
	for _, f := range p.own {
		switch {
		case entered[f]:
		case len(made[f.Name]) > 0: // it is called with what it captures, sometime
			for _, l := range made[f.Name] {
				p.solver.callObject(l.in, l.n, l.value.inst, l.value, nil, Plain, nil)
			}
		default:
			p.solver.enterEntry(f, p.fills(f))
		}
	}
	p.solver.solve()
}

// enterHandlers makes the frames of handlers in other packages that are methods of what this one makes: a server calls them.
func (p *pkg) enterHandlers() {
	made := func(o *object) bool { return o.made != nil && p.mine(root(o.made)) }
	for _, typ := range slices.Sorted(maps.Keys(p.solver.pools)) {
		if !slices.ContainsFunc(p.solver.pools[typ].list, made) {
			continue
		}
		for _, part := range p.others.parts[nethttp.PackageOf(typ)] {
			for _, f := range methodsOf(part.Funcs, typ) {
				if f.Handler {
					f.recv = typ
					p.solver.enterEntry(f, p.fills(f))
				}
			}
		}
	}
}

// export makes the functions a fact.
func export(pass *analysis.Pass, own []*Func, embedded map[string][]string, others *library, carrier *carrier, sets []Setter) {
	own = importable(own)
	prog := &Program{Funcs: own, Beyond: beyond(own, others), Active: slices.Sorted(maps.Keys(carrier.active)), Sets: sets}
	for typ, fields := range embedded {
		prog.Embeds = append(prog.Embeds, Embeds{typ, fields})
	}
	slices.SortFunc(prog.Embeds, func(a, b Embeds) int { return cmp.Compare(a.Type, b.Type) })
	pass.ExportPackageFact(prog)
}
