package clients

import (
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// addressed notes whether the call's request goes to an address that the code spells as one of https, with a host, or which
// option has the start of the address.
func (i *Inst) addressed(c *ssa.CallCommon) {
	to := addressIn(c)
	if to == nil {
		return
	}
	start := startOf(to)
	i.HTTPS = spellsHTTPS(start)
	if o, ok := optionOf(start); ok {
		i.Address = o.String()
	}
}

// addressIn returns the address that the call's request goes to; nil if it is not in view.
func addressIn(c *ssa.CallCommon) ssa.Value {
	for _, a := range c.Args {
		switch {
		case isString(a.Type()):
			return a
		case nethttp.IsType(a.Type(), "Request"):
			return addressOf(a)
		}
	}
	return nil
}

// overTLS reports whether the request goes to an address that is spelled as one of https, here or by a caller.
func (e event) overTLS() bool {
	return e.inst.HTTPS || e.inst.Address != "" && isHTTPS(e.frame.option(e.inst.Address))
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

// startOf returns what a string is put together from first.
func startOf(v ssa.Value) ssa.Value {
	for range 20 {
		switch x := v.(type) {
		case *ssa.BinOp:
			v = x.X
			continue
		case *ssa.Call: // fmt.Sprintf
			if fn := x.Call.StaticCallee(); fn != nil && fn.String() == "fmt.Sprintf" {
				v = x.Call.Args[0]
				continue
			}
		}
		break
	}
	return v
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
