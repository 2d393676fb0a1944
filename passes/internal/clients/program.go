package clients

import (
	"cmp"
	"go/token"
	"slices"
	"strings"
)

// A Program is a fact about a package: what its functions do with clients, reduced to a few kinds of instructions, so that
// a package that calls them can follow its own clients into them.
type Program struct {
	Funcs  []*Func  // by name
	Embeds []Embeds // by type
	Sets   []Setter // by name
	Beyond []Part   // by path
	Active []string // what holds clients behind functions and interfaces, here and in what this package imports
}

// AFact makes *Program an analysis.Fact.
func (*Program) AFact() {}

// String lists the functions.
func (p *Program) String() string {
	names := make([]string, 0, len(p.Funcs))
	for _, f := range p.Funcs {
		names = append(names, f.Name)
	}
	return "clients: " + strings.Join(names, ", ")
}

// Embeds names the embedded fields of a struct type.
type Embeds struct {
	Type   string
	Fields []string
}

// A Func is a function's part in the flow of clients. Its first registers hold the parameters, the receiver among them,
// the next ones the variables that a function literal captures.
type Func struct {
	Name    string // as in ssa.Function.String
	File    string // base name
	Line    int
	Params  int
	Free    int
	Regs    int
	Code    []Inst
	Conds   []string // the conditions that Inst.When speaks of: an option and what it is
	Asks    []string // the options that these, or those of functions that it calls, are about
	Results [][]int  // the registers that each result may be
	Apart   [][2]int // the starts of goroutines that never run at the same time
	Entry   Entry
	Once    bool // it runs once: main, init, a test
	Handler bool // a server runs it for each request
	Waits   bool // it waits for what it starts
	Yield   bool // it is the body of a loop over an iterator

	recv  string     // the receiver's type
	types [][]string // those that a parameter may be of, where these are all of the package; none where they are not known
	pos   token.Pos
}

// An Entry says whether a function may be called by what is not in view.
type Entry uint8

// The kinds of entries.
const (
	Private Entry = iota // callers in the package are all there are
	Open                 // others may call it
)

// An Op is what an instruction does.
type Op uint8

// The instructions. A and B are registers, as are Dst and Args.
const (
	New     Op = iota // Dst = a new object of type Name and kind What
	Copy              // Dst = A
	Load              // Dst = A.Name; What is the kind of a struct that stands in the field itself
	Store             // A.Name = B
	Global            // Dst = the cell of the package variable Name
	Call              // Dst = Name(Args), or A(Args) if there is no name
	Invoke            // Dst = A.Name(Args)
	Closure           // Dst = function Name with captured variables, or a receiver, Args
	Request           // a request goes through the client or transport A
	Serve             // A is given to a server
	Mark              // something is true of A: Name
	Clone             // Dst = a clone of transport A
	Opaque            // Dst = something unknown, made from Args
	Keep              // something that is not in view holds A from here on
	Touch             // something that is not in view may change A
	Fill              // the client A becomes a copy of client B
	Acquire           // one of the places of the channel or semaphore A is taken
	Limit             // the group A runs Cap goroutines at once
)

// A Mode says how a call is made.
type Mode uint8

// The modes of calls.
const (
	Plain    Mode = iota
	Spawned       // in a goroutine of its own
	OnlyOnce      // by a sync.Once
	Lent          // something out of view is given the function, and may call it
)

// A What is a kind of object.
type What uint8

// The kinds of objects.
const (
	Other What = iota
	ATransport
	AClient
	AProxy
	AStruct
	AChan
)

// The marks.
const (
	tuned  = "tuned"  // MaxIdleConnsPerHost is set
	off    = "off"    // keep-alives may be disabled, or two connections at most are made
	never  = "never"  // keep-alives are disabled, for certain
	closed = "closed" // idle connections are closed
	http1  = "http1"  // http.Protocols has HTTP/1
	http2  = "http2"  // http.Protocols has HTTP/2

	custom     = "custom"  // it dials or does TLS in a way of its own, and so speaks HTTP/1 only
	forceHTTP2 = "force"   // it speaks HTTP/2 all the same
	noHTTP2    = "nohttp2" // HTTP/2 is turned off
)

// An Inst is an instruction.
type Inst struct {
	Op      Op
	Mode    Mode
	What    What
	Bound   bool // of Closure: Args is the receiver
	Handler bool // of Closure: a server runs it for each request
	HTTPS   bool // of Request, and New of a proxy: it goes to an address that is spelled as one of https
	Locked  bool // a mutex is held
	Alone   bool // one at a time comes here: the others did not win a compare-and-swap
	Always  bool // of Store: no way through the function passes it by
	Outer   bool // of Load: what others may have put there as well
	Weak    bool // of Acquire: it may be a signal as well
	Timer   bool // the goroutine starts when some time has passed
	Each    bool // the one call starts as many as there are processors
	Gated   bool // of Call: it is made only where some setting or state says so
	Later   bool // of Call: it is deferred
	Sure    bool // of Store: wherever A is made, this is put into it
	Solid   bool // of Store: B is not nil
	Chosen  bool // of Copy and Store: only where there is something to copy; for want of it there is something else
	Default bool // of Store: what was there before is missing
	Passing bool // of Store: nobody reads it there when the function is over
	Lazy    bool // it is run only where something is found missing
	Unset   bool // what is found missing is a transport in a field of a parameter
	Deep    bool // of Load: the field is a container
	Looped  bool // it is in a loop
	Endless bool // it is in a loop that does not end by itself
	Dst     int  // -1: nothing
	A, B    int
	Args    []int
	Name    string
	File    string // base name, if it is another than the function's
	Line    int
	Mult    int      // how often the loops around run it without waiting; 0: many times
	Rounds  string   // the option that is, with More, how often another loop around runs it
	More    int      // what is to add to that
	Cap     int      // of New: the places of a channel, -1 if not known; of Limit: those of the group; of Call: how many goroutines the pool runs at once, 0 if not known
	Size    string   // of New and Limit: the option that Cap is, where that is not known
	Slots   int      // register of what is taken before the goroutine starts, plus one
	Group   int      // register of the group that the goroutine is started in, plus one
	Instead int      // register of the parameter that is nil where it is run, plus one
	Elems   []int    // which parameters, and captured variables after these, get an element of their own in each round
	Start   int      // which start of a goroutine it is in its function, from 1
	Address string   // of Request, and New of a proxy: the option that the address begins with; none if HTTPS is known
	When    []uint64 // the ways to it; see [ways]. None: it is always run
	Given   []string // of Call: what options of the function are, such as "1.TLS:0" or, as an option of this function, "1.TLS:p0.TLS"

	pos  token.Pos
	args []argument // what Given is made from
}

// many reports whether a count of goroutines is more than two.
func many(n int) bool { return n == 0 || n > 2 }

// lookup finds functions by name.
func lookup(funcs []*Func, name string) *Func {
	i, ok := slices.BinarySearchFunc(funcs, name, func(f *Func, name string) int { return strings.Compare(f.Name, name) })
	if !ok {
		return nil
	}
	return funcs[i]
}

func (f *Func) newReg() int {
	f.Regs++
	return f.Regs - 1
}

// place is where the function is.
func (f *Func) place(pos token.Pos) Place { return Place{Pos: pos, File: f.File, Line: f.Line} }

// placeOf is where an instruction of the function is.
func (f *Func) placeOf(i *Inst, pos token.Pos) Place {
	return Place{Pos: pos, File: cmp.Or(i.File, f.File), Line: i.Line}
}
