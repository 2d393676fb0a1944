// Package fuzzgen makes functions around HTTP responses out of byte strings, for the tests of the engine: branches,
// loops, gotos, closures, defers, generics, helpers in the same and in another package. Any byte string makes functions
// that compile and end.
package fuzzgen

// An op is a kind of statement.
type op byte

const (
	opGet     op = iota // fetch a response
	opIf                // branch
	opClose             // close a body
	opRead              // read of a body
	opReturn            // leave the function
	opHelper            // give a response to a helper
	opLiteral           // a function literal that is called, deferred or started
	opLoop              // repeat
	opSwitch            // branch in three
	opAssign            // copy or clear a variable
	opScoped            // fetch a response in the header of an if
	opExit              // end the program or panic
	opJump              // break, continue, goto
	opLabel             // the target of a goto
	opFlag              // set a bool
	opKeep              // hand a response on to something that outlives the function
	opWrap              // put something around a body
	opFunc              // set or call a variable of function type
	opRecover           // defer a recover
	opCount
)

// frequent lists the statements as often as they are to be made.
var frequent = []op{
	opClose, opIf, opGet, opRead, opReturn, opHelper, opLiteral, opLoop, opSwitch, opAssign, opScoped, opExit, opJump, opLabel,
	opFlag, opKeep, opWrap, opFunc, opClose, opIf, opGet, opRead, opReturn, opHelper, opLiteral, opClose, opIf, opGet, opIf, opHelper,
	opClose, opRead, opReturn, opLoop, opJump, opLiteral, opRecover,
}

// A Node is one statement. What its numbers mean depends on what it is; all numbers mean something.
type Node struct {
	Op      op
	A, B, C byte
	Blocks  [][]*Node
}

// blocks is how many blocks of statements each kind of statement has.
var blocks = [opCount]int{opGet: 1, opIf: 2, opLiteral: 1, opLoop: 1, opSwitch: 3, opScoped: 2, opFunc: 1, opRead: 1}

// A Func is one function: what it takes and returns, and what it does.
type Func struct {
	Kind byte // of a helper: what it is given
	Sig  byte // what it returns
	Lib  bool // of a helper: it stands in another package
	Body []*Node
}

// A Unit is a function with the helpers that it calls.
type Unit struct {
	Main    *Func
	Helpers []*Func
}

const (
	maxNodes       = 22 // statements in a function
	maxHelperNodes = 6
	maxDepth       = 4 // blocks inside each other
	maxHelpers     = 2
)

// Decode makes a unit of a byte string. Where the string is at its end there are only zeros.
func Decode(data []byte) *Unit {
	d := &decoder{data: data}
	u := &Unit{Main: &Func{Sig: d.next()}}
	d.budget = maxNodes
	u.Main.Body = []*Node{d.node(opGet, 0)}
	if n := d.next(); n%3 > 0 { // most functions close at once
		u.Main.Body = append(u.Main.Body, &Node{Op: opClose, B: n / 3})
	}
	u.Main.Body = append(u.Main.Body, d.block(0, 7)...)
	for range int(d.next()) % (maxHelpers + 1) {
		h := &Func{Kind: d.next(), Sig: d.next(), Lib: d.next()%2 == 1}
		d.budget = maxHelperNodes
		h.Body = d.block(1, 4)
		u.Helpers = append(u.Helpers, h)
	}
	return u
}

type decoder struct {
	data   []byte
	budget int
}

func (d *decoder) next() byte {
	if len(d.data) == 0 {
		return 0
	}
	b := d.data[0]
	d.data = d.data[1:]
	return b
}

func (d *decoder) block(depth, most int) []*Node {
	if depth > maxDepth || len(d.data) == 0 {
		return nil
	}
	var out []*Node
	for n := int(d.next()) % (most + 1); n > 0 && d.budget > 0 && len(d.data) > 0; n-- {
		out = append(out, d.node(frequent[int(d.next())%len(frequent)], depth))
	}
	return out
}

func (d *decoder) node(o op, depth int) *Node {
	d.budget--
	n := &Node{Op: o, A: d.next(), B: d.next(), C: d.next()}
	for range blocks[o] {
		n.Blocks = append(n.Blocks, d.block(depth+1, 3))
	}
	return n
}
