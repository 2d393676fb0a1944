package lifecycle

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A status says what became of the tracked response.
type status uint8

const (
	pending status = iota // its source was not reached yet
	open                  // somebody on this path owes a close
	closed                // its body was closed
	kept                  // it was handed on to something that outlives the path
)

// A level says how much of the body was read.
type level uint8

const (
	unread  level = iota
	partly        // read, but perhaps not to its end
	drained       // read to EOF
)

// A resource is the tracked response as one path has left it.
type resource struct {
	status   status
	read     level
	field    value       // what the Body field holds: the body, something around it, or unknown once it was overwritten
	over     token.Pos   // the statement that assigned something else to its variable; not part of the state's identity
	upTo     *step       // the branches up to there
	shut     *Close      // where it was closed
	broken   bool        // a read of it failed, so that its connection is gone
	empty    bool        // its status says that it has no body
	stored   bool        // in a field, a map or a variable that outlives the path
	tended   bool        // kept by what closes it some time, or by somebody who was given that as well
	arranged bool        // kept by something that will close it
	tested   bool        // its status was looked at, which tells whether the source has closed it
	within   bool        // kept, but by nothing else than a part of what the function's parameters point to
	lent     bool        // it was handed on, whatever became of it since
	hinges   bool        // whether its source has closed it hangs on a part of what the function was given, or on what a chain is made of
	before   bool        // its source has closed it
	codes    statusRange // its status, as far as the path has asked for it
	released bool        // what it was read from was closed or handed on
	buffered bool        // the path hangs on what else is in the object that the body came in
	proved   string      // role of a parameter: the status that the function lets pass only, or the parameter that says which
	behind   string      // the interface method that it came from
	code     string      // its status, as far as callers that are handed the response may ask for it
	method   value       // the HTTP method of its request, where that depends on the caller
}

// A key names what the environment knows something of: an SSA value (idx self), an element of the tuple that it is, a
// binding of the closure that it is, or the fact that tests have taught about its symbol (idx fact).
type key struct {
	id  uint32
	idx int16
}

const (
	self int16 = -1
	fact int16 = -2
)

// A cell names a part of an object in memory.
type cell struct {
	id   uint32
	path string
}

// fresh is the path of a mark: the object was made here and nobody else has seen it, so that what was not stored is zero.
const fresh = "!"

type binding struct {
	key key
	val value
}

type content struct {
	cell cell
	val  value
}

// A deferred is a deferred call with its operands, which were evaluated at the defer statement.
type deferred struct {
	instr *ssa.Defer
	id    uint32
	frame int
	fn    value
	bound []value // what fn, a closure, binds
	args  []value
}

// A step is a branch that a path took; steps form a list towards the function's start.
type step struct {
	pos   token.Pos
	taken bool
	prev  *step
}

// A state is what one path knows. The walk owns each state that it holds: whoever needs two clones it.
type state struct {
	env    []binding // sorted by key
	mem    []content // sorted by cell
	defers []deferred
	res    resource
	trail  *step // not part of the state's identity
	alone  [1]*state
}

// only is the list of s, and of no other state.
func (s *state) only() []*state {
	s.alone[0] = s
	return s.alone[:]
}

func compareCells(a, b cell) int {
	if c := cmp.Compare(a.id, b.id); c != 0 {
		return c
	}
	return strings.Compare(a.path, b.path)
}

// find returns where k is in the environment, or would be.
func (s *state) find(k key) (int, bool) {
	low, high := 0, len(s.env)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if at := s.env[mid].key; at.id < k.id || at.id == k.id && at.idx < k.idx {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low, low < len(s.env) && s.env[low].key == k
}

// get returns what is known of k; the zero value if nothing.
func (s *state) get(k key) value {
	if i, ok := s.find(k); ok {
		return s.env[i].val
	}
	return value{}
}

// set records what is known of k; an unknown value forgets it.
func (s *state) set(k key, v value) {
	i, ok := s.find(k)
	switch {
	case v.kind == unknown && ok:
		s.env = slices.Delete(s.env, i, i+1)
	case v.kind == unknown:
	case ok:
		s.env[i].val = v
	default:
		s.env = slices.Insert(s.env, i, binding{k, v})
	}
}

// findCell returns where c is in memory, or would be.
func (s *state) findCell(c cell) (int, bool) {
	low, high := 0, len(s.mem)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if at := &s.mem[mid].cell; at.id < c.id || at.id == c.id && at.path < c.path {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low, low < len(s.mem) && s.mem[low].cell == c
}

// load returns what cell c holds; the zero value if that is not known.
func (s *state) load(c cell) value {
	if i, ok := s.findCell(c); ok {
		return s.mem[i].val
	}
	return value{}
}

// hasParts reports whether something is known of a part of what cell c holds.
func (s *state) hasParts(c cell) bool {
	return slices.ContainsFunc(s.mem, func(e content) bool {
		return e.cell.id == c.id && strings.HasPrefix(e.cell.path, c.path+".")
	})
}

// store records what cell c holds, and forgets its parts.
func (s *state) store(c cell, v value) {
	s.mem = slices.DeleteFunc(s.mem, func(e content) bool {
		return e.cell.id == c.id && within(e.cell.path, c.path) && e.cell.path != fresh
	})
	if v.kind != unknown {
		i, _ := s.findCell(c)
		s.mem = slices.Insert(s.mem, i, content{c, v})
	}
}

// mark records that cell c holds something that is not known, and not zero for want of an assignment.
func (s *state) mark(c cell) {
	s.store(c, value{})
	i, _ := s.findCell(c)
	s.mem = slices.Insert(s.mem, i, content{cell: c})
}

// drop forgets all of object id.
func (s *state) drop(id uint32) {
	s.mem = slices.DeleteFunc(s.mem, func(e content) bool { return e.cell.id == id })
}

// forgetFresh notes that somebody may have written to object id.
func (s *state) forgetFresh(id uint32) {
	if i, ok := s.findCell(cell{id, fresh}); ok {
		s.mem = slices.Delete(s.mem, i, i+1)
	}
}

// copyParts stores the contents of object part from into object part to.
func (s *state) copyParts(to, from cell) {
	var added []content
	for _, e := range s.mem {
		if e.cell.id == from.id && within(e.cell.path, from.path) && e.cell.path != fresh {
			added = append(added, content{cell{to.id, to.path + e.cell.path[len(from.path):]}, e.val})
		}
	}
	s.store(to, value{})
	for _, e := range added {
		s.store(e.cell, e.val)
	}
}

// within reports whether path is prefix or a part of it.
func within(path, prefix string) bool {
	return strings.HasPrefix(path, prefix) &&
		(len(path) == len(prefix) || prefix == "" || path[len(prefix)] == '.' || path[len(prefix)] == '[')
}
