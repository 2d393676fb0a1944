package clients

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/closures"
	"github.com/kalint/kalint/passes/internal/nethttp"
)

// addressed notes of a call whether its request goes to an address that the code spells as one of https, with a host, or which
// option has the start of the address.
func (b *builder) addressed(i *Inst, c *ssa.CallCommon) {
	to := addressIn(c)
	if to == nil {
		return
	}
	i.HTTPS = b.isSecure(to, maxDepth)
	if o, ok := optionOf(startOf(to)); ok && !i.HTTPS {
		i.Address = o.String()
	}
}

// addressIn returns the address, or else the request, that the call is given; nil if it is none.
func addressIn(c *ssa.CallCommon) ssa.Value {
	for _, a := range c.Args {
		switch {
		case isString(a.Type()):
			return a
		case nethttp.IsType(a.Type(), "Request"):
			if to := addressOf(a); to != nil {
				return to
			}
			return a
		}
	}
	return nil
}

// isSecure reports whether an address, a URL or a request is spelled as one of https, whatever way is taken.
func (b *builder) isSecure(v ssa.Value, depth int) bool {
	if depth == 0 {
		return false
	}
	all := func(vs []ssa.Value) bool {
		return len(vs) > 0 && !slices.ContainsFunc(vs, func(x ssa.Value) bool { return x != v && !b.isSecure(x, depth-1) })
	}
	switch v := v.(type) {
	case *ssa.Const:
		return spellsHTTPS(v)
	case *ssa.BinOp:
		return b.isSecure(v.X, depth)
	case *ssa.MakeInterface:
		return b.isSecure(v.X, depth-1)
	case *ssa.Phi:
		return all(v.Edges)
	case *ssa.Extract:
		return v.Index == 0 && b.isSecure(v.Tuple, depth-1)
	case *ssa.FreeVar:
		return b.isSecure(closures.Binding(v), depth-1)
	case *ssa.Alloc:
		return isSecureURL(v) || all(storesTo(v))
	case *ssa.IndexAddr:
		if s, ok := v.X.(*ssa.Slice); ok {
			return all(elementsOf(s.X))
		}
	case *ssa.UnOp:
		return v.Op == token.MUL && b.holdsSecure(v.X, depth)
	case *ssa.Call:
		return b.returnsSecure(&v.Call, depth)
	}
	return false
}

// isSecureURL reports whether the struct is a URL that is made here, of https and with a host.
func isSecureURL(a *ssa.Alloc) bool {
	schemes, hosts := storesToField(a, "Scheme"), storesToField(a, "Host")
	if !nethttp.IsURL(a.Type()) || len(schemes) != 1 || len(hosts) != 1 {
		return false
	}
	scheme, _ := stringOf(schemes[0])
	host, _ := stringOf(hosts[0])
	return isSecure(scheme + "://" + host)
}

// holdsSecure is isSecure for what is loaded from an address.
func (b *builder) holdsSecure(addr ssa.Value, depth int) bool {
	switch addr := addr.(type) {
	case *ssa.Global:
		v, _ := addr.Object().(*types.Var)
		return b.addresses.ofVar(v, depth-1)
	case *ssa.FieldAddr:
		return b.addresses.ofVar(fieldOf(addr.X.Type(), addr.Field), depth-1)
	}
	return b.isSecure(addr, depth-1)
}

// returnsSecure is isSecure for what a call returns.
func (b *builder) returnsSecure(c *ssa.CallCommon, depth int) bool {
	fn := calledFunc(c)
	switch {
	case fn == nil:
		return false
	case nethttp.Formats(fn):
		if format, ok := stringOf(c.Args[0]); !ok || !startsWithVerb(format) {
			return b.isSecure(c.Args[0], depth-1)
		}
		s, ok := c.Args[1].(*ssa.Slice)
		if !ok {
			return false
		}
		args := elementsOf(s.X)
		return len(args) > 0 && b.isSecure(args[0], depth-1)
	}
	if arg, ok := nethttp.KeepsStart(fn); ok {
		return b.isSecure(c.Args[arg], depth-1)
	}
	return b.addresses.ofResult(fn, depth-1)
}

// overTLS reports whether the request goes to an address that is spelled as one of https, here or by a caller.
func (e event) overTLS() bool {
	if e.inst.HTTPS || e.of.goesSecure() || e.inst.Address != "" && isHTTPS(e.frame.option(e.inst.Address)) {
		return true
	}
	for f := e.frame; f.parent != nil; f = f.parent {
		if f.via != nil { // a RoundTripper that passes on what it gets
			return event{frame: f.parent, inst: f.inst, of: f.via}.overTLS()
		}
	}
	return false
}

// isHTTPS reports whether the value of an option is such an address.
func isHTTPS(value string) bool {
	text, err := strconv.Unquote(strings.TrimPrefix(value, eq))
	return value == secure || err == nil && isSecure(text)
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// addressOf returns the address that the request was made with, where that is in the same function.
func addressOf(req ssa.Value) ssa.Value {
	for range 5 {
		switch v := req.(type) {
		case *ssa.Extract:
			req = v.Tuple
			continue
		case *ssa.Call:
			fn := v.Call.StaticCallee()
			if fn == nil {
				return nil
			}
			obj, ok := fn.Object().(*types.Func)
			if !ok || obj == nil {
				return nil
			}
			if arg, ok := nethttp.Address(obj); ok && arg < len(v.Call.Args) {
				return v.Call.Args[arg]
			}
			if !nethttp.CopiesRequest(obj) {
				return nil
			}
			req = v.Call.Args[0]
			continue
		}
		break
	}
	return nil
}

// startOf returns what a string is put together from first, or an address or request made of.
func startOf(v ssa.Value) ssa.Value {
	for range 20 {
		switch x := v.(type) {
		case *ssa.BinOp:
			v = x.X
			continue
		case *ssa.Extract:
			if x.Index == 0 {
				if from := startOf(x.Tuple); from != x.Tuple {
					return from
				}
			}
		case *ssa.Call:
			if fn := calledFunc(&x.Call); fn != nil {
				arg, ok := nethttp.KeepsStart(fn)
				if ok || nethttp.Formats(fn) {
					v = x.Call.Args[arg]
					continue
				}
			}
		}
		break
	}
	return v
}

// isAddress reports whether values of the type may be addresses, or go to one.
func isAddress(t types.Type) bool {
	return isString(t) || nethttp.IsURL(t) || nethttp.IsType(t, "Request")
}

// spellsHTTPS reports whether v is a constant that begins with https:// and the start of a host.
func spellsHTTPS(v ssa.Value) bool {
	s, ok := stringOf(v)
	return ok && isSecure(s)
}

func isSecure(address string) bool {
	host, ok := strings.CutPrefix(address, "https://")
	return ok && host != "" && host[0] != '%' && !strings.HasPrefix(host, "localhost") && !strings.HasPrefix(host, "127.")
}

// speaksHTTP2 reports whether a request over TLS may use HTTP/2 through the transport.
func (o *object) speaksHTTP2() bool {
	switch {
	case o.marks[noHTTP2]:
		return false
	case o.shared, o.marks[forceHTTP2]:
		return true
	case o.cloned != nil:
		for _, from := range o.cloned.list {
			if from.what == ATransport && from != o && from.cloned == nil && from.speaksHTTP2() {
				return true
			}
		}
		return false
	}
	return !o.marks[custom]
}
