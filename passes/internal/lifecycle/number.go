package lifecycle

import (
	"reflect"

	"golang.org/x/tools/go/ssa"
)

// A node is what the engine knows of a value.
type node struct {
	id     uint32    // its number; 0 until it is asked for
	canID  uint32    // the number of what stands for it and all that are the same by construction; 0 until it is asked for
	info   *funcInfo // of its function, if it is of one
	rooted bool      // there are canonical values to forget when it is redefined
}

// maxRecent is how many nodes are found without a look into the map, which takes several times as long.
const maxRecent = 1 << 10

// recent is a node that was asked for lately.
type recent struct {
	v ssa.Value
	n *node
}

// node returns the node of a value, which is not nil.
func (e *engine) node(v ssa.Value) *node {
	at := reflect.ValueOf(v).Pointer() >> 4
	r := &e.recent[(at^at>>10)%maxRecent]
	if r.v == v {
		return r.n
	}
	n := e.nodes[v]
	if n == nil {
		n = &node{}
		e.nodes[v] = n
	}
	*r = recent{v, n}
	return n
}

// A place is where a value is from.
type place struct {
	fn    *ssa.Function   // the function whose value it is, if it is one's
	phi   *ssa.BasicBlock // the block of a phi
	given bool            // a parameter
	outer bool            // a package's variable, or one of the function around
}

func placeOf(v ssa.Value) (o place) {
	switch v := v.(type) {
	case nil:
		return o
	case *ssa.Parameter:
		o.given = true
	case *ssa.FreeVar, *ssa.Global:
		o.outer = true
	case *ssa.Phi:
		o.phi = v.Block()
	}
	o.fn = v.Parent()
	return o
}

// id numbers a value.
func (e *engine) id(v ssa.Value) uint32 { return e.numbered(v).id }

// numbered returns the node of a value, with its number.
func (e *engine) numbered(v ssa.Value) *node {
	n := e.node(v)
	if n.id == 0 {
		n.id = e.next(v)
	}
	return n
}

// canon returns the node of a value, with what stands for it.
func (e *engine) canon(v ssa.Value) *node {
	n := e.node(v)
	if n.canID == 0 {
		c := v
		if fn := v.Parent(); fn != nil {
			n.info = e.info(fn)
			c = n.info.rep(v)
			n.rooted = len(n.info.rooted[v]) > 0
		}
		n.canID = e.id(c)
	}
	return n
}

// next returns the number that a value gets.
func (e *engine) next(v ssa.Value) uint32 {
	e.vals = append(e.vals, v)
	e.places = append(e.places, placeOf(v))
	e.lives = append(e.lives, 0)
	return uint32(len(e.vals) - 1)
}

// live returns the number that the value with the given one has in its function's liveness sets; -1 if it is in none.
func (e *engine) live(id uint32, f *funcInfo) int {
	if e.lives[id] == 0 {
		e.lives[id] = int32(f.find(e.vals[id])) + 2
	}
	return int(e.lives[id]) - 2
}

// instrID numbers an instruction.
func (e *engine) instrID(i ssa.Instruction) uint32 { return e.number(i, nil) }

// resultID numbers the object that result i of a call points to.
func (e *engine) resultID(call ssa.CallInstruction, i int) uint32 {
	type resultKey struct {
		call  ssa.CallInstruction
		index int
	}
	return e.number(resultKey{call, i}, call.Value())
}

// olderID numbers the object that an Alloc made in an earlier turn of a loop.
func (e *engine) olderID(a *ssa.Alloc) uint32 {
	type olderKey struct{ a *ssa.Alloc }
	return e.number(olderKey{a}, a)
}

func (e *engine) number(k any, v ssa.Value) uint32 {
	n, ok := e.ids[k]
	if !ok {
		n = e.next(v)
		e.ids[k] = n
	}
	return n
}
