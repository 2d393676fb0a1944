package lifecycle

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// An identity stands for a state: two states with the same one go the same ways. It is a hash: that two of the few million
// states of a package differ and share theirs is less likely than one in a million.
type identity uint64

var seed = maphash.MakeSeed()

func identify(spelled []byte) identity { return identity(maphash.Bytes(seed, spelled)) }

// identities is a set of them, mostly a small one.
type identities struct {
	few  []identity // all, while there are few
	many map[identity]bool
}

// maxFew is how many are looked through one by one.
const maxFew = 12

// add puts an identity in and reports whether it is new.
func (s *identities) add(h identity) bool {
	switch {
	case s.many != nil:
		if s.many[h] {
			return false
		}
		s.many[h] = true
		return true
	case slices.Contains(s.few, h):
		return false
	case len(s.few) < maxFew:
		s.few = append(s.few, h)
		return true
	}
	s.many = make(map[identity]bool, 4*maxFew)
	for _, f := range s.few {
		s.many[f] = true
	}
	s.few = nil
	s.many[h] = true
	return true
}

func (s *identities) len() int { return len(s.few) + len(s.many) }

// identify returns the state's identity.
func (w *walk) identify(s *state) identity {
	w.eng.spelled = s.spell(w.eng.spelled[:0])
	return identify(w.eng.spelled)
}

// spell appends all that makes the state's identity.
func (s *state) spell(buf []byte) []byte {
	flags := uint16(0)
	for i, b := range [...]bool{s.res.arranged, s.res.stored, s.res.broken, s.res.empty, s.res.tested, s.res.lent, s.res.shut != nil, s.res.hinges, s.res.before, s.res.within, s.res.tended, s.res.released, s.res.buffered} {
		if b {
			flags |= 1 << i
		}
	}
	buf = binary.LittleEndian.AppendUint16(append(buf, byte(s.res.status), byte(s.res.read)), flags)
	if s.res.shut != nil {
		buf = binary.LittleEndian.AppendUint32(buf, uint32(s.res.shut.Pos))
	}
	buf = binary.LittleEndian.AppendUint32(buf, uint32(s.res.codes.least)<<16|uint32(s.res.codes.past))
	buf = append(append(append(append(buf, s.res.code...), 0), s.res.behind...), 0)
	buf = append(append(buf, s.res.proved...), 0)
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
