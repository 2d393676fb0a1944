package answers

import (
	"go/ast"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/kalint/kalint/passes/internal/nethttp"
)

// call looks at a call whose arguments are looked at as well.
func (s *search) call(c *ast.CallExpr) {
	if s.converts(c) {
		return
	}
	fn := typeutil.StaticCallee(s.info, c)
	switch {
	case fn == nil:
	case nethttp.MakesMux(fn):
		s.mux(c)
	case nethttp.Routes(fn):
		s.routes = append(s.routes, c)
		return
	case nethttp.Serves(fn):
		return
	}
	fns := s.functions(c.Fun)
	for _, f := range fns {
		s.called[f] = true
		s.results(f)
		sig, _ := s.parts(f)
		for p := range sig.Params().Variables() {
			if used(p.Type()) {
				s.object(p)
			}
		}
	}
	if len(fns) == 0 { // whoever is given a handler may answer for it
		for _, a := range c.Args {
			t := s.info.TypeOf(a)
			s.other = s.other || t != nil && answering(t)
		}
	}
}

// makes reports whether what the call returns, which answers requests, is in view.
func (s *search) makes(c *ast.CallExpr) bool {
	if s.converts(c) || len(s.functions(c.Fun)) > 0 {
		return true
	}
	fn := typeutil.StaticCallee(s.info, c)
	return fn != nil && (nethttp.MakesMux(fn) || nethttp.Serves(fn))
}

// converts reports whether the call is no call but a conversion, or one of a builtin function: its operands are what matters.
func (s *search) converts(c *ast.CallExpr) bool {
	tv := s.info.Types[c.Fun]
	return tv.IsType() || tv.IsBuiltin()
}

// mux notes that a mux is made.
func (s *search) mux(at any) {
	if s.muxes == nil {
		s.muxes = make(map[any]bool)
	}
	s.muxes[at] = true
}
