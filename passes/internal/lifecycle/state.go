package lifecycle

import (
	"cmp"
	"encoding/binary"
	"go/token"
	"hash/maphash"
	"math"
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
	field    value     // what the Body field holds: the body, something around it, or unknown once it was overwritten
	over     token.Pos // the statement that assigned something else to its variable; not part of the state's identity
	shut     *Close    // where it was closed
	broken   bool      // a read of it failed, so that its connection is gone
	empty    bool      // its status says that it has no body
	stored   bool      // in a field, a map or a variable that outlives the path
	arranged bool      // kept by something that will close it
	tested   bool      // its status was looked at, which tells whether the source has closed it
	lent     bool      // it was handed on, whatever became of it since
	method   value     // the HTTP method of its request, where that depends on the caller
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

func (s *state) clone() *state {
	return &state{
		env:    slices.Clone(s.env),
		mem:    slices.Clone(s.mem),
		defers: slices.Clone(s.defers),
		res:    s.res,
		trail:  s.trail,
	}
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

// An identity stands for a state: two states with the same one go the same ways. It is a hash: that two of the few million
// states of a package differ and share theirs is less likely than one in a million.
type identity uint64

var seed = maphash.MakeSeed()

func identify(spelled []byte) identity { return identity(maphash.Bytes(seed, spelled)) }

// identify returns the state's identity.
func (w *walk) identify(s *state) identity {
	w.eng.spelled = s.spell(w.eng.spelled[:0])
	return identify(w.eng.spelled)
}

// spell appends all that makes the state's identity.
func (s *state) spell(buf []byte) []byte {
	flags := byte(0)
	for i, b := range [...]bool{s.res.arranged, s.res.stored, s.res.broken, s.res.empty, s.res.tested, s.res.lent, s.res.shut != nil} {
		if b {
			flags |= 1 << i
		}
	}
	buf = append(buf, byte(s.res.status), byte(s.res.read), flags)
	if s.res.shut != nil {
		buf = binary.LittleEndian.AppendUint32(buf, uint32(s.res.shut.Pos))
	}
	buf = appendValue(appendValue(buf, &s.res.field), &s.res.method)
	for i := range s.env {
		b := &s.env[i]
		buf = binary.LittleEndian.AppendUint64(buf, uint64(b.key.id)|uint64(uint16(b.key.idx))<<32)
		buf = appendValue(buf, &b.val)
	}
	buf = append(buf, 0xff)
	for i := range s.mem {
		e := &s.mem[i]
		buf = binary.LittleEndian.AppendUint32(buf, e.cell.id)
		buf = append(append(buf, e.cell.path...), 0)
		buf = appendValue(buf, &e.val)
	}
	buf = append(buf, 0xff)
	for i := range s.defers {
		d := &s.defers[i]
		buf = binary.LittleEndian.AppendUint32(buf, d.id)
		buf = append(buf, byte(d.frame))
		buf = appendValue(buf, &d.fn)
		for j := range d.bound {
			buf = appendValue(buf, &d.bound[j])
		}
		for j := range d.args {
			buf = appendValue(buf, &d.args[j])
		}
	}
	return buf
}

func appendValue(buf []byte, v *value) []byte {
	buf = append(buf, byte(v.kind), byte(v.id), byte(v.id>>8), byte(v.id>>16), byte(v.id>>24))
	if v.path != "" {
		buf = append(buf, v.path...)
	}
	return append(buf, 0)
}

// redefine forgets what the state knew of SSA value id, which is about to get a new value. Whatever still holds the old
// value keeps what tests have taught about it.
func (s *state) redefine(id uint32) {
	old := value{kind: symbol, id: id}
	learned := s.get(key{id, fact})
	first, _ := s.find(key{id, math.MinInt16})
	last := first
	for last < len(s.env) && s.env[last].key.id == id {
		last++
	}
	s.env = slices.Delete(s.env, first, last)
	for i := 0; i < len(s.env); i++ {
		if s.env[i].val == old {
			if learned.kind == unknown {
				s.env = slices.Delete(s.env, i, i+1)
				i--
				continue
			}
			s.env[i].val = learned
		}
	}
	for i := range s.mem {
		if s.mem[i].val == old {
			s.mem[i].val = learned // unknown stays as a mark that the cell is not zero
		}
	}
	s.redefineDeferred(old, learned)
}

// redefineDeferred replaces a value that deferred calls were given. Those that do not differ any more are one: else a
// loop adds some each time round.
func (s *state) redefineDeferred(old, learned value) {
	changed := false
	for i := range s.defers {
		for j := range s.defers[i].args {
			if s.defers[i].args[j] == old {
				s.defers[i].args = slices.Clone(s.defers[i].args)
				s.defers[i].args[j] = learned
				changed = true
			}
		}
	}
	if changed {
		s.mergeDeferred()
	}
}

// mergeDeferred drops deferred calls that do the same as one before them.
func (s *state) mergeDeferred() {
	var distinct []deferred
	for _, d := range s.defers {
		if !slices.ContainsFunc(distinct, d.same) {
			distinct = append(distinct, d)
		}
	}
	s.defers = distinct
}

// rename gives object from the number to, which is free again.
func (s *state) rename(from, to uint32) {
	s.drop(to)
	change := func(v value) value {
		if v.id == from && (v.kind == pointer || v.kind == structure) {
			v.id = to
		}
		return v
	}
	for i := range s.env {
		s.env[i].val = change(s.env[i].val)
	}
	for i := range s.mem {
		s.mem[i].val = change(s.mem[i].val)
		if s.mem[i].cell.id == from {
			s.mem[i].cell.id = to
		}
	}
	slices.SortFunc(s.mem, func(a, b content) int { return compareCells(a.cell, b.cell) })
	for i := range s.defers {
		d := &s.defers[i]
		d.bound, d.args = slices.Clone(d.bound), slices.Clone(d.args)
		for j := range d.bound {
			d.bound[j] = change(d.bound[j])
		}
		for j := range d.args {
			d.args[j] = change(d.args[j])
		}
	}
}
