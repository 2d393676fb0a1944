package unit

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/facts"
)

// A Screen reports whether rules may have facts to tell about a package: what it
// sees of others, or an outline of it, may show that they have none. See
// [github.com/kalint/kalint/passes.Concerns].
type Screen func(sees func(path string) bool, outline func() *analysis.Pass) bool

// An outline is a unit whose declarations are type-checked, and nothing else,
// with the facts that came in.
type outline struct {
	*unit
	store *facts.Store
}

// screen reports whether the unit needs to be looked into. If not, its outline
// has the facts of its imports that it hands on.
func (u *unit) screen(by Screen, types []analysis.Fact) (*outline, bool) {
	u.imports.want(namesOf(u, false))
	if by == nil || !u.imports.keep() {
		return nil, true
	}
	var o *outline
	concerns := by(u.imports.sees, func() *analysis.Pass {
		if o = u.outline(types); o == nil {
			return nil
		}
		return o.pass(types)
	})
	return o, concerns
}

// outline type-checks the declarations; nil if that fails, for whatever reason.
func (u *unit) outline(known []analysis.Fact) *outline {
	u.info = &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	if errs := u.checkAs(types.Config{IgnoreFuncBodies: true}); len(errs) > 0 {
		return nil
	}
	store, err := u.readFacts(known)
	if err != nil {
		return nil
	}
	return &outline{u, store}
}

// pass is what the screen gets to see.
func (o *outline) pass(known []analysis.Fact) *analysis.Pass {
	return &analysis.Pass{
		Fset:             o.fset,
		Files:            o.files,
		Pkg:              o.pkg,
		TypesInfo:        o.info,
		TypesSizes:       o.sizes,
		ImportObjectFact: o.store.ImportObjectFact,
		AllPackageFacts:  func() []analysis.PackageFact { return o.store.PackageFacts(known) },
	}
}

// handOn writes the facts that came in and that importers of the unit may need.
func (o *outline) handOn() int {
	data, err := o.store.Encode()
	if err != nil {
		return fail(err)
	}
	return writeFacts(o.cfg, data)
}
