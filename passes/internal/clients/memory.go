package clients

import (
	"slices"
)

// mark notes that something is true of an object. That connections are closed counts only where the object is used: that
// somebody could call a Close method does not say that anybody does.
func (s *solver) mark(f *frame, o *object, name string) {
	if name != closed || o.made != nil && root(o.made) == root(f) {
		o.mark(name)
	}
}

// object returns the object that the frame's instruction makes.
func (s *solver) object(f *frame, n int, i *Inst, what What) *object {
	at, ok := find(f.objects, n)
	if !ok {
		o := &object{what: what, typ: i.Name, made: f, inst: i, places: i.Cap}
		f.objects = slices.Insert(f.objects, at, made{n, o})
	}
	return f.objects[at].object
}

func (s *solver) create(f *frame, n int, i *Inst) *object {
	o := s.object(f, n, i, i.What)
	if i.Name != "" {
		s.put(s.pool(i.Name), o)
	}
	return o
}

// copy copies a register. What sync.OnceFunc and its kin return is the function that they are given, to be run once.
func (s *solver) copy(f *frame, n int, i *Inst) {
	if i.Instead > 0 && f.isGiven(i.Instead-1) { // a default for want of an argument
		return
	}
	from := f.reg(i.A)
	if i.Mode != OnlyOnce {
		s.flow(f.reg(i.Dst), s.chosen(f, i, from))
		return
	}
	for _, o := range from.list {
		if o.fn != "" {
			w := s.object(f, n, i, Other)
			w.fn, w.bound, w.held, w.once = o.fn, o.bound, o.held, true
			s.put(f.reg(i.Dst), w)
			s.callObject(f, n, i, w, nil, OnlyOnce, nil)
		}
	}
}

// load reads a field. A struct that stands in the field itself, and that nothing was put into, is made there.
func (s *solver) load(f *frame, n int, i *Inst) {
	dst := f.reg(i.Dst)
	old := !s.again && s.isOld(f.reg(i.A))
	for _, o := range f.reg(i.A).list {
		switch {
		case o.unknown && (o.given == 0 || o == s.argument):
			s.put(dst, o)
			continue
		case o.unknown && o.given > maxGiven:
			s.put(dst, s.argument)
			continue
		case o.unknown:
			s.flow(dst, f.watch(s.givenPart(o, i.Name)))
			continue
		}
		field := o.field(i.Name)
		if old && s.isOld(field) {
			continue
		}
		f.watch(field)
		if i.Outer && o.outside {
			s.put(field, s.argument)
		}
		if i.Deep && o.outside && len(field.list) == 0 { // what is put into that is kept as well
			s.put(field, &object{outside: true})
		}
		if s.lazy && i.What != Other && !i.Outer && len(field.list) == 0 && !(o.outside && o.made == nil && i.Name != "*") {
			in := &object{what: i.What, made: f, part: true}
			switch {
			case o.outside:
				in.typ = o.typ // a package variable that is a struct
			case o.made != nil:
				in.made, in.inst = o.made, o.inst
			}
			s.put(field, in)
		}
		s.flow(dst, field)
	}
}

// store writes a field.
func (s *solver) store(f *frame, n int, i *Inst) {
	from := s.chosen(f, i, f.reg(i.B))
	for _, o := range f.reg(i.A).list {
		if !i.Passing && (o.unknown || o.outside && s.globals[o.typ] != o) { // package variables are asked for what they hold
			s.keep(from)
		}
		if o.unknown {
			if i.Default && o.given > 0 && o.given <= maxGiven {
				s.fillGiven(o, i.Name, from)
			}
			continue
		}
		if i.Default && slices.Contains(o.present, i.Name) {
			continue
		}
		if i.Sure && i.Solid && !slices.Contains(o.present, i.Name) {
			o.present = append(o.present, i.Name)
		}
		s.flow(o.field(i.Name), from)
		o.filled = o.filled || i.Chosen && i.Sure && i.Name == "Transport"
		if slices.ContainsFunc(from.list, func(t *object) bool {
			return t.unknown || t.what == AClient || t.what == ATransport || i.Name == "Transport"
		}) {
			o.note(f, n, from)
		}
	}
}

// chosen returns what the instruction copies of a set: where it is taken only if it is there, what nothing in view gives is
// optional.
func (s *solver) chosen(f *frame, i *Inst, from *set) *set {
	if !i.Chosen || !slices.ContainsFunc(from.list, (*object).isArgument) {
		return from
	}
	list := slices.Clone(from.list)
	for at, o := range list {
		if o.isArgument() {
			list[at] = s.chosenOf(o)
		}
	}
	return &set{list: list}
}

// fill makes a client a copy of others.
func (s *solver) fill(f *frame, i *Inst) {
	for _, o := range f.reg(i.A).list {
		for _, from := range f.reg(i.B).list {
			if from == o {
				continue
			}
			if from.unknown {
				o.touched = true
				continue
			}
			if c := o.asClient(); !slices.Contains(c.copied, from) {
				c.copied = append(c.copied, from)
			}
			s.flow(o.field("Transport"), f.watch(from.field("Transport")))
		}
	}
}

// keep notes that something that is not in view may hold on to objects.
func (s *solver) keep(from *set) {
	for _, o := range from.list {
		if !o.kept {
			o.kept = true
			s.kept = append(s.kept, o)
		}
	}
}

// closure makes a function value. One that handles requests is run at once, as a server will.
func (s *solver) closure(f *frame, n int, i *Inst) {
	o := s.object(f, n, i, Other)
	if o.fn == "" {
		o.fn, o.bound, o.once = i.Name, i.Bound, i.Mode == OnlyOnce
		for _, r := range i.Args {
			o.held = append(o.held, f.reg(r))
		}
	}
	s.put(f.reg(i.Dst), o)
	if i.Handler && len(i.Args) > 0 {
		s.callObject(f, n, i, o, nil, Plain, &spawn{how: Handler})
	}
}

// A literal is a function value that a frame makes by its instruction n.
type literal struct {
	in    *frame
	n     int
	value *object
}

// literals returns the function values that capture something, by the name of their function.
func (s *solver) literals() map[string][]literal {
	all := make(map[string][]literal)
	for _, f := range s.frames {
		for _, m := range f.objects {
			if o := m.object; f.fn.Code[m.inst].Op == Closure && len(o.held) > 0 && !o.bound && !f.isMerged() {
				all[o.fn] = append(all[o.fn], literal{f, m.inst, o})
			}
		}
	}
	return all
}
