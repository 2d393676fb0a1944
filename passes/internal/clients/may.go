package clients

import "slices"

// mayReport reports whether anything in the package could be told of at all: something that is made, sent, started or
// handed from one call to another here. Of most commands that call one function of another package, nothing can.
func (p *pkg) mayReport() bool {
	for _, f := range p.own {
		if f.Handler {
			return true
		}
		for n := range f.Code {
			if p.tells(&f.Code[n]) {
				return true
			}
		}
	}
	return false
}

func (p *pkg) tells(i *Inst) bool {
	switch i.Op {
	case Clone, Closure, Request, Serve, Invoke:
		return true
	case New, Load:
		return i.What == ATransport || i.What == AClient || i.What == AProxy
	case Call:
		if i.Mode != Plain || i.Name == "" || i.Dst >= 0 || slices.ContainsFunc(i.Args, func(r int) bool { return r >= 0 }) {
			return true
		}
		call := p.callAt(i.pos) // one that returns a client may stand for it, although nothing reads that; nil for an import's init
		return call != nil && p.carrier.carries(p.pass.TypesInfo.TypeOf(call))
	}
	return false
}
