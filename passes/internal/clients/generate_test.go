package clients

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// A generator writes packages in which clients and transports go through structs, variables, functions and goroutines at
// random. They compile, and make no sense.
type generator struct {
	*rand.Rand
	structs [][]variable // S0, S1...: their fields
	globals []variable
	funcs   []function
	vars    int // how many have names
	out     strings.Builder
}

// A variable is one, a parameter or a field.
type variable struct{ name, typ string }

type function struct {
	name, recv, result string
	params             []string
}

// held are the types of fields, and plain those of variables besides the structs.
var (
	plain = []string{"http.Client", "*http.Client", "http.Transport", "*http.Transport", "http.RoundTripper", "doer", "func() *http.Client", "[]*http.Client", "chan *http.Client", "any"}
	held  = append([]string{"map[string]*http.Client", "[2]http.Client", "[]http.Transport", "map[string]http.Client", "sync.Map", "httputil.ReverseProxy", "*httputil.ReverseProxy"}, plain...)
)

const preamble = `package p

import (
	"io"
	"net/http"
	"net/http/httputil"
	"os"
	"sync"
)

type doer interface{ Do(*http.Request) (*http.Response, error) }

var (
	_    httputil.ReverseProxy
	_    sync.Map
	many = len(os.Args) > 1
)

func finish(r *http.Response, err error) {
	if err == nil {
		io.Copy(io.Discard, r.Body)
		r.Body.Close()
	}
}

func request() *http.Request { return nil }
`

// generate returns the source of a package.
func generate(seed uint64) string {
	g := &generator{Rand: rand.New(rand.NewPCG(seed, 0))}
	g.out.WriteString(preamble)
	g.declare()
	for _, f := range g.funcs {
		vars := slices.Clone(g.globals)
		recv := ""
		if f.recv != "" {
			vars = append(vars, variable{"r", f.recv})
			recv = "(r " + f.recv + ") "
		}
		var params []string
		for i, t := range f.params {
			vars = append(vars, variable{fmt.Sprint("p", i), t})
			params = append(params, fmt.Sprint("p", i, " ", t))
		}
		body, vars := g.statements(vars, 0, 2+g.IntN(6))
		if f.result != "" {
			body += "\nreturn " + g.expr(f.result, vars, 0)
		}
		fmt.Fprintf(&g.out, "func %s%s(%s) %s {\n%s\n}\n", recv, f.name, strings.Join(params, ", "), f.result, body)
	}
	return g.out.String()
}

// declare chooses the types, variables and functions that there are.
func (g *generator) declare() {
	n := 2 + g.IntN(3)
	for i := range n {
		var fields []variable
		fmt.Fprintf(&g.out, "type S%d struct {\n", i)
		for k := range 1 + g.IntN(4) {
			f := variable{fmt.Sprint(g.pick("f", "F"), k), g.pick(held...)}
			if g.IntN(3) == 0 {
				f.typ = fmt.Sprint("*S", g.IntN(n))
			} else if i > 0 && g.IntN(3) == 0 {
				f.typ = fmt.Sprint("S", g.IntN(i))
			}
			fields = append(fields, f)
			fmt.Fprintln(&g.out, f.name, f.typ)
		}
		g.structs = append(g.structs, fields)
		g.out.WriteString("}\n")
	}
	for i := range g.IntN(4) {
		v := variable{fmt.Sprint("g", i), g.typ()}
		g.globals = append(g.globals, v)
		fmt.Fprintf(&g.out, "var %s %s = %s\n", v.name, v.typ, g.expr(v.typ, nil, 2))
	}
	for i := range 3 + g.IntN(5) {
		f := function{name: fmt.Sprint(g.pick("fn", "Fn"), i)}
		for range g.IntN(3) {
			f.params = append(f.params, g.typ())
		}
		switch g.IntN(4) {
		case 0:
			f.recv = fmt.Sprint(g.pick("", "*"), "S", g.IntN(n))
		case 1:
			f.result = g.typ()
		case 2:
			f.name, f.recv, f.params = "ServeHTTP", fmt.Sprint("*S", i%n), []string{"http.ResponseWriter", "*http.Request"}
			if slices.ContainsFunc(g.funcs, func(o function) bool { return o.name == f.name && o.recv == f.recv }) {
				continue
			}
		}
		g.funcs = append(g.funcs, f)
	}
}

func (g *generator) pick(from ...string) string { return from[g.IntN(len(from))] }

func (g *generator) typ() string {
	if g.IntN(2) == 0 {
		return fmt.Sprint(g.pick("", "*"), "S", g.IntN(len(g.structs)))
	}
	return g.pick(plain...)
}

// fields returns the fields of a struct, or of what is pointed to.
func (g *generator) fields(typ string) []variable {
	var n int
	if _, err := fmt.Sscanf(strings.TrimPrefix(typ, "*"), "S%d", &n); err != nil || strings.HasPrefix(typ, "**") {
		return nil
	}
	return g.structs[n]
}
