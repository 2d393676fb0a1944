// Package mutation breaks Go code that kalint has nothing to say of, in ways that kalint must then report: a close that is
// gone, comes too late or is left out on a path, a drain that is gone, a pool that is too small. It is for tests only.
//
// What to break is found by types. A mutant is made of a response only if the function that closes it also made the call
// that handed it over, since otherwise the report belongs elsewhere. Functions that send HEAD requests are left alone: nothing
// is lost of what has no body.
package mutation

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// A Kind is a way to break code.
type Kind string

// The ways to break code.
const (
	Remove        Kind = "remove"         // the only close of a response is gone
	BelowReturn   Kind = "below-return"   // a deferred close comes after the next if that returns
	SuccessOnly   Kind = "success-only"   // a deferred close becomes one before the last return
	OneBranch     Kind = "one-branch"     // one of several closes of a response is gone
	ReadingHelper Kind = "reading-helper" // a helper that only reads takes the place of one that closes
	Drain         Kind = "drain"          // the body is closed without having been read to its end
	IdleConns     Kind = "idle-conns"     // MaxIdleConnsPerHost is not set any more
)

// Kinds are all kinds, in the order in which they are shown.
var Kinds = []Kind{Remove, BelowReturn, SuccessOnly, OneBranch, ReadingHelper, Drain, IdleConns}

// Rule is the rule that has to report mutants of the kind.
func (k Kind) Rule() string {
	switch k {
	case Drain:
		return "bodydrain"
	case IdleConns:
		return "idleconns"
	}
	return "bodyclose"
}

// A Mutant is a change of one file.
type Mutant struct {
	Kind  Kind
	Pos   token.Pos     // what is broken
	Func  *ast.FuncDecl // the function around it; nil for a package variable
	Edits []Edit        // in their order, none of which overlaps another

	Doubtful bool // some return hands the response on, or a function that is called closes it: then the mutant may be right
	Only     bool // Drain: nothing else in the function reads the body
}

// An Edit replaces the bytes of a file from Start to End.
type Edit struct {
	Start, End int
	Text       string
}

// Apply returns the source with the edits made.
func Apply(src []byte, edits []Edit) []byte {
	var out []byte
	done := 0
	for _, e := range edits {
		out = append(append(out, src[done:e.Start]...), e.Text...)
		done = e.End
	}
	return append(out, src[done:]...)
}

// A Package is what mutants are made of.
type Package struct {
	Fset  *token.FileSet
	Files []*ast.File
	Types *types.Package
	Info  *types.Info
	// Summary is what kalint knows of what a function of another package does with its parameters, in the notation of its
	// facts; empty if nothing. May be nil.
	Summary func(*types.Func) string
}

// Mutants returns the mutants of a file of the package whose source is src, in source order.
func (p *Package) Mutants(file *ast.File, src []byte) []Mutant {
	var all []Mutant
	for _, decl := range file.Decls {
		if gen, ok := decl.(*ast.GenDecl); ok {
			all = append(all, (&function{Package: p, file: file, src: src}).idleConns(gen)...)
		}
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		f := newFunction(p, file, src, fn)
		if f.asksForHead() {
			continue
		}
		all = append(all, f.removals()...)
		all = append(all, f.late()...)
		all = append(all, f.helpers()...)
		all = append(all, f.drains()...)
		all = append(all, f.idleConns(fn)...)
	}
	slices.SortStableFunc(all, func(a, b Mutant) int { return cmp.Compare(a.Pos, b.Pos) })
	return all
}

// mutant returns a mutant with its edits sorted.
func (f *function) mutant(k Kind, pos token.Pos, edits ...Edit) Mutant {
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Start, b.Start) })
	return Mutant{Kind: k, Pos: pos, Func: f.decl, Edits: edits}
}
