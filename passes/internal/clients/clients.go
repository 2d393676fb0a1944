// Package clients finds out where HTTP clients and transports come from, and which of them serve many goroutines at once.
//
// It reports nothing itself: the rules idleconns and transportreuse read its result.
package clients

import (
	"fmt"
	"go/ast"
	"go/token"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/kalint/kalint/passes/internal/partial"
)

// Analyzer is the engine.
var Analyzer = &analysis.Analyzer{
	Name:       "clients",
	Doc:        "find where HTTP clients come from and what runs concurrently, for the rules idleconns and transportreuse",
	URL:        "https://github.com/kalint/kalint/tree/main/passes/internal/clients",
	Run:        run,
	Requires:   []*analysis.Analyzer{partial.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(Program)},
}

// A Result is what the engine finds in one package. It looks when it is first asked: for most packages, only the fact for
// others is wanted.
type Result struct {
	once   sync.Once // the rules may run at the same time
	look   func() error
	err    error
	idle   []*Idle
	builds []*Build
	unkept map[token.Pos]bool // by the opening parenthesis of a call
}

// Idle returns the clients that many goroutines use at once, in source order, one a source.
func (r *Result) Idle() ([]*Idle, error) {
	r.find()
	return r.idle, r.err
}

// Builds returns the transports that are built for each call, in source order.
func (r *Result) Builds() ([]*Build, error) {
	r.find()
	return r.builds, r.err
}

// Unkept reports whether none of the requests that the call leads to leaves a connection to others, whatever is done with the
// response, or all do: their transports are built for the call, have keep-alives disabled, or speak HTTP/2 alone.
func (r *Result) Unkept(call *ast.CallExpr) (bool, error) {
	r.find()
	return r.unkept[call.Lparen], r.err
}

func (r *Result) find() {
	r.once.Do(func() {
		if r.look != nil {
			r.err = r.look()
			r.look = nil // it holds all that was found on the way
		}
	})
}

// A Kind says what keeps the connections.
type Kind uint8

// The kinds of sources.
const (
	Transport Kind = iota // an http.Transport made here
	Client                // an http.Client made here, without a Transport of its own
	Proxy                 // an httputil.ReverseProxy made here, without a Transport of its own
	Shared                // http.DefaultClient, http.DefaultTransport, http.Get and its kin
)

// An Idle is a client that many goroutines use at once and that keeps two idle connections a host.
type Idle struct {
	Kind    Kind
	Expr    ast.Expr // the literal, the call that makes it or, of what is shared, the request; for a zero value its name
	Name    string   // the variable or field that it is assigned to or, for want of one, the type or function, as written
	Default bool     // its connections are DefaultTransport's
	Spawn   Place    // what runs the requests concurrently
	How     How
	Bound   int   // how many run at once, where the code shows it; 0 if it does not
	Request Place // the request, or the call that leads to it
	Behind  bool  // Name is of what leads to it
	Made    Place // where it is made, if that is in another package, and Expr the call or request that stands for it

	apart *Inst // what makes it, if several requests may stand for it
}

// How says what runs requests concurrently.
type How uint8

// The ways to run concurrently.
const (
	Goroutines How = iota // go statements, groups and pools
	Handler               // a function that a server runs for each request
)

// A Build is an http.Transport that is built, used for requests and dropped each time its function is called.
type Build struct {
	Expr    ast.Expr // the literal, or the call that makes it or, if that is in another package, the call that stands for it
	Func    string   // the function that builds it, as written
	Looped  bool     // it builds one in each round of a loop
	Request Place    // the request that it serves, or the call that leads to it
}

// A Place is a place in the program: Pos is valid if it is in this package.
type Place struct {
	Pos  token.Pos
	File string // base name
	Line int
}

// IsValid reports whether there is a place.
func (p Place) IsValid() bool { return p.Line > 0 }

// run turns a panic of the engine into an error, so that it never takes the run down.
func run(pass *analysis.Pass) (any, error) {
	res := new(Result)
	var solve func()
	if err := guarded(pass, func(at *string) { solve = analyze(pass, res, at) }); err != nil {
		return nil, err
	}
	if solve != nil {
		res.look = func() error { return guarded(pass, func(at *string) { *at = "the whole package"; solve() }) }
	}
	return res, nil
}

func guarded(pass *analysis.Pass, do func(at *string)) (err error) {
	var at string
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("clients: internal error in %s, function %s: %v", pass.Pkg.Path(), at, r)
		}
	}()
	do(&at)
	return nil
}
