package lifecycle

import (
	"fmt"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// An engine analyses one package.
type engine struct {
	pass         *analysis.Pass
	prog         *ssa.Program
	responseType types.Type // net/http.Response
	nodes        map[ssa.Value]*node
	recent       [maxRecent]recent
	ids          map[any]uint32 // the numbers of what is no value
	vals         []ssa.Value    // by number
	places       []place        // by number
	lives        []int32        // by number: 2 more than the value's in its function's liveness sets; 0 until asked for
	infos        map[*ssa.Function]*funcInfo
	last         *funcInfo // the one that was asked for last
	memo         map[memoKey]*memo
	stack        []memoKey
	open         []*memo // computed, and hanging on what is assumed of others
	epoch        int     // how often an assumption turned out to be wrong
	assumed      int     // how often something was answered that may turn out to be wrong
	total        int     // interpreted instructions
	external     map[*types.Func]summary
	responses    map[*ssa.Function][]*Response
	tooLarge     map[*ssa.Function][]token.Pos // calls that could not be followed
	tooMuch      map[*ssa.Function]bool        // functions in which a walk from a body without its response was too much
	journeys     map[journey]findings          // what walks from sources in literals have found
	chains       chains
	refilled     map[*ssa.Function][]string   // the interface methods whose responses a function closes and hands on with another body
	lent         map[lentPart]bool            // objects that nobody keeps
	again        map[*ssa.Parameter][]outcome // after which of its results a function that is given is called again
	behindFills  map[*types.Func][]outcome    // what interface methods put into their arguments
	shared       map[*ssa.Alloc]bool          // local variables that may change at any time
	fakes        map[*ssa.CallCommon]bool     // whether the call's answer is made up
	replaced     map[*ssa.Function]bool       // whether the function puts a transport that makes its answers up in the place of net/http's own
	looking      int                          // for how many calls that is being looked for
	funcs        *funcTable                   // nil until asked for
	nonNil       map[*ssa.Parameter]bool      // parameters for which no call gives nil
	flags        map[*types.Var][]string      // fields that say whether parts of their object are closed, with these; nil until asked for
	looks        map[*types.Var]bool          // fields that are dead ends; nil until asked for
	assigned     map[*ssa.Global]bool         // package variables that are assigned outside init; nil until asked for
	tests        map[*ssa.If]token.Pos        // where branches on parameters stand

	phis       []*ssa.Phi // room for those of a block
	phiVals    []value    // and for their values
	spelled    []byte     // room for the state that is being told from others
	marks      []mark     // by number: what the pruning that is being made has found out
	generation uint32     // the number of that pruning
	optional   []choice   // by number: what the walk that asked last has found out
	walks      uint32     // how many have asked
	room       room
}

// newEngine returns the engine for a program whose package under analysis is built.
func newEngine(pass *analysis.Pass, prog *ssa.Program) *engine {
	return &engine{
		pass:        pass,
		prog:        prog,
		ids:         make(map[any]uint32),
		vals:        []ssa.Value{nil},
		places:      []place{{}},
		lives:       []int32{0},
		infos:       make(map[*ssa.Function]*funcInfo),
		nodes:       make(map[ssa.Value]*node),
		memo:        make(map[memoKey]*memo),
		external:    make(map[*types.Func]summary),
		responses:   make(map[*ssa.Function][]*Response),
		tooLarge:    make(map[*ssa.Function][]token.Pos),
		tooMuch:     make(map[*ssa.Function]bool),
		journeys:    make(map[journey]findings),
		behindFills: make(map[*types.Func][]outcome),
		fakes:       make(map[*ssa.CallCommon]bool),
		replaced:    make(map[*ssa.Function]bool),
		chains:      chains{make(map[string]bool), make(map[string]bool), make(map[string]bool)},
		refilled:    make(map[*ssa.Function][]string),
		lent:        make(map[lentPart]bool),
		nonNil:      make(map[*ssa.Parameter]bool),
		again:       make(map[*ssa.Parameter][]outcome),
		shared:      make(map[*ssa.Alloc]bool),
		tests:       make(map[*ssa.If]token.Pos),
	}
}

// summaryOf returns the summary of a function of another package.
func (e *engine) summaryOf(obj *types.Func) summary {
	obj = obj.Origin()
	if s, ok := e.external[obj]; ok {
		return s
	}
	text, ok := nethttp.Summary(obj)
	if !ok {
		var f Fact
		if e.pass.ImportObjectFact(obj, &f) {
			text = f.Text
		}
	}
	var s summary
	if text != "" {
		var err error
		if s, err = parseSummary(text); err != nil {
			panic(fmt.Sprintf("summary of %s: %v", obj.FullName(), err))
		}
	}
	e.external[obj] = s
	return s
}

// contains reports whether the instruction stands in fn or in a function literal in it.
func contains(fn *ssa.Function, instr ssa.Instruction) bool {
	for f := instr.Parent(); f != nil; f = f.Parent() {
		if f == fn {
			return true
		}
	}
	return false
}
