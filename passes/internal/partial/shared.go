package partial

import (
	"go/ast"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Analyzer lets the engines share what they build of a package: mostly they need the same functions. Its result is a *Shared.
var Analyzer = &analysis.Analyzer{
	Name:       "partial",
	Doc:        "hand on the SSA form of functions from one engine to the other",
	URL:        "https://github.com/kalint/kalint/tree/main/passes/internal/partial",
	Run:        func(*analysis.Pass) (any, error) { return new(Shared), nil },
	ResultType: reflect.TypeFor[*Shared](),
}

// Shared hands a program on from who builds it to who takes functions out of it. Where the second one comes first, it
// builds its own: what is built is the same.
type Shared struct {
	mu     sync.Mutex // the engines may run at the same time
	prog   *ssa.Program
	has    func(*ast.FuncDecl) bool
	closed bool
}

// Build builds the package, with bodies for the functions that are needed, and offers the program to who comes later.
func (s *Shared) Build(pass *analysis.Pass, needed func(*ast.FuncDecl) bool) *ssa.Program {
	s.mu.Lock() // who comes meanwhile waits
	defer s.mu.Unlock()
	prog := build(pass, needed, pass.TypesInfo.InitOrder)
	if !s.closed {
		s.prog, s.has = prog, needed
	}
	return prog
}

// Take returns the functions that are needed, in no order, and the one that initializes the package's variables: out of the
// program that was offered, if there is one, and built as far as they are not in it. Nobody can take any after that.
func (s *Shared) Take(pass *analysis.Pass, needed func(*ast.FuncDecl) bool) []*ssa.Function {
	prog, has := s.close()
	if prog == nil {
		return functions(pass, build(pass, needed, pass.TypesInfo.InitOrder), needed)
	}
	there := func(fd *ast.FuncDecl) bool { return needed(fd) && has(fd) }
	missing := func(fd *ast.FuncDecl) bool { return needed(fd) && !has(fd) }
	var fns []*ssa.Function
	if anyFunc(pass, missing) {
		fns = functions(pass, build(pass, missing, nil), missing)
		fns = fns[:len(fns)-1] // it initializes nothing
	}
	return append(fns, functions(pass, prog, there)...)
}

// Close drops what was offered, for want of who takes it.
func (s *Shared) Close() { s.close() }

func (s *Shared) close() (*ssa.Program, func(*ast.FuncDecl) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	prog, has := s.prog, s.has
	s.prog, s.has, s.closed = nil, nil, true
	return prog, has
}

// anyFunc reports whether is is true of some function that the package declares.
func anyFunc(pass *analysis.Pass, is func(*ast.FuncDecl) bool) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fd, ok := decl.(*ast.FuncDecl); ok && is(fd) {
				return true
			}
		}
	}
	return false
}

// Functions returns the declared functions of the package in source order, and the one that initializes its variables.
func Functions(pass *analysis.Pass, prog *ssa.Program) []*ssa.Function {
	return functions(pass, prog, func(*ast.FuncDecl) bool { return true })
}

func functions(pass *analysis.Pass, prog *ssa.Program, wanted func(*ast.FuncDecl) bool) []*ssa.Function {
	var fns []*ssa.Function
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && wanted(decl) {
				if obj, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					if fn := prog.FuncValue(obj); fn != nil {
						fns = append(fns, fn)
					}
				}
			}
		}
	}
	if init := prog.Package(pass.Pkg).Func("init"); init != nil {
		fns = append(fns, init)
	}
	return fns
}
