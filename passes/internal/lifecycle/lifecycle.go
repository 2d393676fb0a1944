// Package lifecycle finds what becomes of each HTTP response: on which paths its body is closed, handed on, read to its
// end or forgotten.
//
// It reports nothing; the rules bodyclose and bodydrain say what of it is wrong. A response is followed along the paths
// of its function's SSA form (see walk), through the functions it is given to by their summaries (see summary), which
// travel between packages as facts.
package lifecycle

import (
	"fmt"
	"go/ast"
	"go/token"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/partial"
)

// Analyzer is the engine. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "lifecycle",
	Doc:        "find what becomes of each HTTP response, for the rules bodyclose and bodydrain",
	URL:        "https://github.com/kalint/kalint/tree/main/passes/internal/lifecycle",
	Run:        run,
	Requires:   []*analysis.Analyzer{partial.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Fact), new(Chains)},
}

// A Result is what the engine finds in one package. It looks when it is first asked: for most packages, only the facts for
// others are wanted.
type Result struct {
	once      sync.Once // the rules may run at the same time
	look      func() error
	err       error
	responses []*Response
	tooLarge  []token.Pos
}

// Responses returns the responses that the package's functions come to own, in source order.
func (r *Result) Responses() ([]*Response, error) {
	r.find()
	return r.responses, r.err
}

// TooLarge returns the calls that may open a response, and behind which there is too much to follow.
func (r *Result) TooLarge() ([]token.Pos, error) {
	r.find()
	return r.tooLarge, r.err
}

func (r *Result) find() {
	r.once.Do(func() {
		if r.look != nil {
			r.err = r.look()
			r.look = nil // and with it the package's SSA form
		}
	})
}

// A Response is a place where a function comes to own an HTTP response, and what becomes of it on the function's paths.
type Response struct {
	Call   *ast.CallExpr // the call that hands it over
	Func   ast.Node      // the function declaration or literal around the call
	Name   string        // which body it is: that of the variable that it is assigned to or, for want of one, of the called function
	Field  bool          // the call hands it over inside a struct
	Bare   bool          // the call hands over the body, without the response
	Single bool          // no transport reuses its connection: it is the program's own, or meant for one request
	Leaks  []Leak        // the paths that leave its body open, the first to leave first
	Closes []Close       // the places that close it, in source order
	Kept   bool          // some path hands it on
	Read   bool          // some path reads its body before it closes it or hands it on
	Checks []token.Pos   // the opening parentheses of calls that return only where the error that they are given is nil
}

// An Exit says how a path parts with an open response.
type Exit uint8

// The ways to leave a response open.
const (
	Returned    Exit = iota // the function returns
	Overwritten             // something else is assigned to its variable
	Looped                  // the loop comes round to the call again
	Discarded               // the call's result goes nowhere
	Recalled                // the function literal that the call is in is called again
)

// A Leak is a path that leaves the body open.
type Leak struct {
	How   Exit
	Pos   token.Pos // where the path leaves
	Steps []Step
}

// A Close is a place that closes the body.
type Close struct {
	Pos   token.Pos
	Read  level
	Steps []Step
	Late  bool // some path reads it all the same, after that
}

// Unread reports whether the body is closed there without having been read at all.
func (c Close) Unread() bool { return c.Read == unread }

// Partly reports whether the body was read there, but perhaps not to its end.
func (c Close) Partly() bool { return c.Read == partly }

// A Step is a branch that a path takes: the condition's place, and how it came out.
type Step struct {
	Pos   token.Pos
	Taken bool
}

// run turns a panic of the engine into an error, so that it never takes the run down.
func run(pass *analysis.Pass) (any, error) {
	res := new(Result)
	var find func(at *string)
	if err := guarded(pass, func(at *string) { find = analyze(pass, res, at) }); err != nil {
		return nil, err
	}
	if find != nil {
		res.look = func() error { return guarded(pass, find) }
	}
	return res, nil
}

// guarded runs a part of the engine, which tells where it is.
func guarded(pass *analysis.Pass, do func(at *string)) (err error) {
	var at string
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("lifecycle: internal error in %s, function %s: %v", pass.Pkg.Path(), at, r)
		}
	}()
	do(&at)
	return nil
}
