package fuzzgen

// Shrink returns units that are a little smaller or simpler than u.
func Shrink(u *Unit) []*Unit {
	var out []*Unit
	add := func(change func(v *Unit)) {
		v := u.clone()
		change(v)
		out = append(out, v)
	}
	for i := range u.Helpers {
		add(func(v *Unit) { v.Helpers = append(v.Helpers[:i], v.Helpers[i+1:]...) })
		if u.Helpers[i].Lib {
			add(func(v *Unit) { v.Helpers[i].Lib = false })
		}
	}
	for i := range 1 + len(u.Helpers) {
		f := u.function(i)
		if f.Sig != 0 {
			add(func(v *Unit) { v.function(i).Sig = 0 })
		}
		if f.Kind != 0 {
			add(func(v *Unit) { v.function(i).Kind = 0 })
		}
		for j := range count(f.Body) {
			add(func(v *Unit) { g := v.function(i); n := j; g.Body = edit(g.Body, &n, remove) })
			for k := range 3 {
				add(func(v *Unit) {
					g := v.function(i)
					n := j
					g.Body = edit(g.Body, &n, func(m *Node) []*Node { return hoist(m, k) })
				})
			}
			for k := range 3 {
				if *number(nth(f.Body, j), k) != 0 {
					add(func(v *Unit) { *number(nth(v.function(i).Body, j), k) = 0 })
				}
			}
		}
	}
	return out
}

func (u *Unit) function(i int) *Func {
	if i == 0 {
		return u.Main
	}
	return u.Helpers[i-1]
}

func (u *Unit) clone() *Unit {
	c := &Unit{Main: u.Main.clone()}
	for _, h := range u.Helpers {
		c.Helpers = append(c.Helpers, h.clone())
	}
	return c
}

func (f *Func) clone() *Func {
	c := *f
	c.Body = cloneBlock(f.Body)
	return &c
}

func cloneBlock(block []*Node) []*Node {
	var out []*Node
	for _, n := range block {
		c := *n
		c.Blocks = nil
		for _, b := range n.Blocks {
			c.Blocks = append(c.Blocks, cloneBlock(b))
		}
		out = append(out, &c)
	}
	return out
}

// Size is the number of statements in the unit.
func (u *Unit) Size() int {
	n := 0
	for i := range 1 + len(u.Helpers) {
		n += count(u.function(i).Body)
	}
	return n
}

func count(block []*Node) int {
	n := len(block)
	for _, m := range block {
		for _, b := range m.Blocks {
			n += count(b)
		}
	}
	return n
}

// nth returns statement i of the block, in source order.
func nth(block []*Node, i int) *Node {
	var found *Node
	edit(block, &i, func(n *Node) []*Node { found = n; return []*Node{n} })
	return found
}

// edit replaces statement n of the block, in source order, by what change makes of it.
func edit(block []*Node, n *int, change func(*Node) []*Node) []*Node {
	var out []*Node
	for _, m := range block {
		*n--
		if *n == -1 {
			out = append(out, change(m)...)
			continue
		}
		for i, b := range m.Blocks {
			m.Blocks[i] = edit(b, n, change)
		}
		out = append(out, m)
	}
	return out
}

func remove(*Node) []*Node { return nil }

// hoist puts block k of a statement in its place.
func hoist(n *Node, k int) []*Node {
	if k >= len(n.Blocks) || len(n.Blocks[k]) == 0 {
		return []*Node{n}
	}
	return n.Blocks[k]
}

func number(n *Node, k int) *byte { return []*byte{&n.A, &n.B, &n.C}[k] }
