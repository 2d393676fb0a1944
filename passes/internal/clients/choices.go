package clients

import (
	"go/token"
	"go/types"
	"math/bits"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxConds is how many conditions of a function are told apart.
const maxConds = 32

// A ways is the condition for a block to be run, as alternatives: those of the function's conditions that hold, in the low
// half, and those that do not, in the high half. One that is 0 stands for always, none for never.
type ways []uint64

var always = ways{0}

// maxWays bounds the alternatives; beyond it, nothing is known.
const maxWays = 6

// choices knows on which of its options it depends whether a block of a function is run.
type choices struct {
	conds  []string
	blocks map[*ssa.BasicBlock]ways   // nil if there are no conditions
	tests  map[*ssa.BasicBlock]uint64 // by block: the condition, as one that holds, on which its first successor is run
}

// findChoices looks for conditions on options, and what is run on them.
func findChoices(fn *ssa.Function) *choices {
	ch := &choices{tests: make(map[*ssa.BasicBlock]uint64)}
	for _, b := range fn.Blocks {
		if cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
			if lit := ch.test(cond.Cond); lit != 0 {
				ch.tests[b] = lit
			}
		}
	}
	if len(ch.conds) > 0 {
		ch.spread(fn)
	}
	return ch
}

// spread finds the ways to each block.
func (ch *choices) spread(fn *ssa.Function) {
	ch.blocks = map[*ssa.BasicBlock]ways{fn.Blocks[0]: always}
	if fn.Recover != nil { // a panic may lead there from anywhere
		ch.blocks[fn.Recover] = always
	}
	for queue := slices.Clone(fn.Blocks[:1]); len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		for i, to := range from.Succs {
			if more := ch.blocks[to].or(ch.edge(from, i)); !slices.Equal(more, ch.blocks[to]) {
				ch.blocks[to] = more
				queue = append(queue, to)
			}
		}
	}
}

// at returns the ways to the block; nil if it is always run.
func (ch *choices) at(b *ssa.BasicBlock) ways {
	if w := ch.blocks[b]; !slices.Equal(w, always) {
		return w
	}
	return nil
}

// into returns the ways to the block from its predecessor i; nil if that is always so.
func (ch *choices) into(b *ssa.BasicBlock, i int) ways {
	from := b.Preds[i]
	if ch.blocks == nil || from.Succs[0] == b && len(from.Succs) > 1 && from.Succs[1] == b {
		return ch.at(b)
	}
	if w := ch.edge(from, slices.Index(from.Succs, b)); !slices.Equal(w, always) {
		return w
	}
	return nil
}

// edge returns the ways that lead on from the block to its successor i.
func (ch *choices) edge(from *ssa.BasicBlock, i int) ways {
	lit := ch.tests[from]
	if lit == 0 {
		return ch.blocks[from]
	}
	if i == 1 {
		lit = bits.RotateLeft64(lit, maxConds)
	}
	var out ways
	for _, w := range ch.blocks[from] {
		if w |= lit; w&bits.RotateLeft64(w, maxConds) == 0 {
			out = out.or(ways{w})
		}
	}
	return out
}

// or returns the ways that are in either, as few as can easily be said.
func (a ways) or(b ways) ways {
	out := slices.Clone(a)
	for _, w := range b {
		out = out.with(w)
	}
	if len(out) > maxWays {
		return always
	}
	slices.Sort(out)
	return out
}

func (a ways) with(w uint64) ways {
	for i, old := range a {
		if old&w == old { // it holds wherever the new one does
			return a
		}
		if d := old ^ w; bits.OnesCount64(d) == 2 && bits.RotateLeft64(d, maxConds) == d { // but for one condition the same, which decides nothing
			return slices.Delete(slices.Clone(a), i, i+1).with(old &^ d)
		}
	}
	return append(slices.DeleteFunc(a, func(old uint64) bool { return old&w == w }), w)
}

// test returns a condition on an option as one that holds, or does not; 0 if it is on something else.
func (ch *choices) test(cond ssa.Value) uint64 {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return bits.RotateLeft64(ch.test(c.X), maxConds)
		}
	case *ssa.BinOp:
		return ch.compares(c)
	}
	if b, ok := cond.Type().Underlying().(*types.Basic); !ok || b.Kind() != types.Bool {
		return 0
	}
	if s, ok := optionOf(cond); ok {
		return bits.RotateLeft64(ch.cond(s, zero), maxConds)
	}
	return 0
}

// compares is test for a comparison with a constant.
func (ch *choices) compares(c *ssa.BinOp) uint64 {
	x, op := c.X, c.Op
	k, ok := c.Y.(*ssa.Const)
	if !ok {
		return 0
	}
	is := spellConst(k)
	if call, ok := x.(*ssa.Call); ok && isLen(call) && is == zero { // the empty and the missing are the same
		x, is = call.Call.Args[0], empty
	} else if op == token.GTR && is == zero {
		is, op = positive, token.EQL
	}
	s, ok := optionOf(x)
	if !ok || is == nonzero {
		return 0
	}
	switch op {
	case token.EQL:
		return ch.cond(s, is)
	case token.NEQ, token.GTR:
		return bits.RotateLeft64(ch.cond(s, is), maxConds)
	}
	return 0
}

func isLen(call *ssa.Call) bool {
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}

// cond numbers the condition that the option is so; 0 if there are too many.
func (ch *choices) cond(s option, is string) uint64 {
	text := s.String() + " " + is
	i := slices.Index(ch.conds, text)
	if i < 0 {
		if i = len(ch.conds); i == maxConds {
			return 0
		}
		ch.conds = append(ch.conds, text)
	}
	return 1 << i
}
