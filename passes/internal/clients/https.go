package clients

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// overTLS reports whether the call's request goes to an address that the code spells as one of https, with a host.
func overTLS(c *ssa.CallCommon) bool {
	for _, a := range c.Args {
		switch {
		case isString(a.Type()):
			return spellsHTTPS(a)
		case nethttp.IsType(a.Type(), "Request"):
			return spellsHTTPS(addressOf(a))
		}
	}
	return false
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

// spellsHTTPS reports whether the string begins with https:// and the start of a host.
func spellsHTTPS(v ssa.Value) bool {
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
		case *ssa.Const:
			if x.Value == nil || x.Value.Kind() != constant.String {
				return false
			}
			host, ok := strings.CutPrefix(constant.StringVal(x.Value), "https://")
			return ok && host != "" && host[0] != '%' && !strings.HasPrefix(host, "localhost") && !strings.HasPrefix(host, "127.")
		}
		break
	}
	return false
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
