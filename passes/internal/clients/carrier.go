package clients

import (
	"go/types"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// carrier knows which types can hold a client.
type carrier struct {
	active  map[string]bool // names of interfaces, of fields for functions and of embedded types that something puts clients behind
	known   map[types.Type]bool
	depth   int
	guessed []types.Type // taken not to while it is being found out
}

// newCarrier returns one that knows what other packages have found active.
func newCarrier(active []string) *carrier {
	c := &carrier{active: make(map[string]bool), known: make(map[types.Type]bool)}
	for _, name := range active {
		c.active[name] = true
	}
	return c
}

// forget has all be found out anew, since more is active.
func (c *carrier) forget() { clear(c.known) }

// fieldKey names a field of a struct of a package.
func fieldKey(v *types.Var) string { return "." + v.Pkg().Path() + "." + v.Name() }

const maxTypeDepth = 25 // types inside each other that are looked at: those of generics may go on for ever

// carries reports whether a value of the type may be a client or a transport, or lead to one.
func (c *carrier) carries(t types.Type) bool {
	if t == nil {
		return false
	}
	if known, ok := c.known[t]; ok {
		return known
	}
	if c.depth > maxTypeDepth {
		return false
	}
	c.known[t] = false // until something in it says otherwise
	c.guessed = append(c.guessed, t)
	c.depth++
	is := c.leads(t)
	c.depth--
	c.known[t] = is
	if c.depth == 0 {
		if is { // what was found with a guess is to be found again
			for _, g := range c.guessed {
				if !c.known[g] {
					delete(c.known, g)
				}
			}
		}
		c.guessed = c.guessed[:0]
	}
	return is
}

func (c *carrier) leads(t types.Type) bool {
	if kindOf(t) != Other && kindOf(t) != AStruct || nethttp.IsSemaphore(typeKey(t)) || nethttp.IsGroup(typeKey(t)) {
		return true
	}
	switch u := types.Unalias(t).(type) {
	case *types.Named:
		if nethttp.IsType(t, "RoundTripper") || nethttp.IsType(t, "Protocols") {
			return true
		}
		if nethttp.IsCell(typeKey(u)) {
			return u.TypeArgs().Len() > 0 && c.carries(u.TypeArgs().At(0))
		}
		if u.Obj().Pkg() != nil && nethttp.IsStd(u.Obj().Pkg().Path()) {
			return false
		}
		if obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(u), true, nil, "RoundTrip"); obj != nil {
			return true
		}
		if c.active[typeKey(u)] {
			return true
		}
		return c.carries(u.Underlying())
	case *types.Pointer:
		return c.carries(u.Elem())
	case *types.Slice:
		return c.carries(u.Elem())
	case *types.Array:
		return c.carries(u.Elem())
	case *types.Map:
		return c.carries(u.Elem())
	case *types.Chan:
		return c.carries(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			if c.carries(f.Type()) || f.Pkg() != nil && holdsFuncs(f.Type(), maxDepth) && c.active[fieldKey(f)] {
				return true
			}
		}
	case *types.Signature:
		return c.anyOf(u.Params()) || c.anyOf(u.Results())
	case *types.Interface:
		return c.sends(u)
	case *types.Tuple:
		return c.anyOf(u)
	}
	return false
}

func (c *carrier) anyOf(tuple *types.Tuple) bool {
	for v := range tuple.Variables() {
		if c.carries(v.Type()) {
			return true
		}
	}
	return false
}

// sends reports whether an interface has a method that sends a request, or that takes or returns what may.
func (c *carrier) sends(t *types.Interface) bool {
	for m := range t.Methods() {
		sig := m.Signature()
		if sig.Results().Len() > 0 && nethttp.IsType(sig.Results().At(0).Type(), "Response") || c.carries(sig) {
			return true
		}
	}
	return false
}

// followed reports whether values of the type have registers: what may be, hold or reach a client, functions, and
// channels, which may bound how many of them run.
func (c *carrier) followed(t types.Type) bool { return c.followedWithin(t, maxTypeDepth) }

func (c *carrier) followedWithin(t types.Type, depth int) bool {
	if depth == 0 { // a type that is made of itself
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Signature, *types.Chan:
		return true
	case *types.Pointer:
		if _, isStruct := u.Elem().Underlying().(*types.Struct); !isStruct { // a variable that a function literal captures, or an array
			return c.followedWithin(u.Elem(), depth-1)
		}
	case *types.Slice:
		return c.followedWithin(u.Elem(), depth-1)
	case *types.Array:
		return c.followedWithin(u.Elem(), depth-1)
	case *types.Map:
		return c.followedWithin(u.Elem(), depth-1)
	case *types.Interface:
		if u.NumMethods() == 0 {
			return false
		}
		return !isNamed(t, "", "error") && !isNamed(t, "context", "Context")
	}
	return c.carries(t)
}
