package unit

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/cmd/kalint/internal/facts"
)

// A Screen reports whether rules may have anything to tell of a package: its
// files, what it sees of others, or an outline of it, may show that they have
// not. See [github.com/kalint/kalint/passes.Concerns].
type Screen func(files []*ast.File, sees func(path string) bool, outline func() *analysis.Pass) bool

// screen reports whether the unit needs to be looked into. If not, it returns
// the facts that came in.
func (u *unit) screen(concerns Screen, known []analysis.Fact) (*facts.Store, bool) {
	if concerns == nil {
		return nil, true
	}
	u.imports.want(namesOf(u, false))
	var store *facts.Store
	outline := func() *analysis.Pass {
		if store = u.outline(known); store == nil {
			return nil
		}
		return u.sketch(store, known)
	}
	needed := concerns(u.files, u.imports.sees, outline)
	return store, needed
}

// outline type-checks the declarations and reads the facts of what they mention;
// nil if that fails, for whatever reason.
func (u *unit) outline(known []analysis.Fact) *facts.Store {
	u.info = &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	if errs := u.checkAs(types.Config{IgnoreFuncBodies: true}); len(errs) > 0 {
		return nil
	}
	store, err := u.readFacts(known)
	if err != nil {
		return nil
	}
	return store
}

// sketch is the pass that a screen gets to see.
func (u *unit) sketch(store *facts.Store, known []analysis.Fact) *analysis.Pass {
	return &analysis.Pass{
		Fset:             u.fset,
		Files:            u.files,
		Pkg:              u.pkg,
		TypesInfo:        u.info,
		TypesSizes:       u.sizes,
		ImportObjectFact: store.ImportObjectFact,
		AllPackageFacts:  func() []analysis.PackageFact { return store.PackageFacts(known) },
	}
}
