package clients

import (
	"fmt"
	"slices"
	"strings"
)

// expr returns an expression of the type.
func (g *generator) expr(typ string, vars []variable, depth int) string {
	if found := g.found(typ, vars, depth); len(found) > 0 && g.IntN(4) > 0 {
		return g.pick(found...)
	}
	if depth < 3 {
		if made := g.made(typ, vars, depth+1); made != "" {
			return made
		}
	}
	return "*new(" + typ + ")"
}

// found returns expressions that get at values which are there.
func (g *generator) found(typ string, vars []variable, depth int) []string {
	var out []string
	for _, v := range vars {
		for _, p := range g.places(v) {
			switch {
			case p.typ == typ, p.typ == "*http.Client" && typ == "doer", p.typ == "*http.Transport" && typ == "http.RoundTripper":
				out = append(out, p.name)
			case typ == "*"+p.typ:
				out = append(out, "&"+p.name)
			case p.typ == "*"+typ:
				out = append(out, "*"+p.name)
			case typ == "*http.Client":
				out = append(out, clientFrom(p)...)
			}
		}
	}
	for _, f := range g.funcs {
		if f.result == typ && depth < 2 {
			out = append(out, g.call(f, "", vars, depth))
		}
	}
	return out
}

// places returns the variable and the fields that it has.
func (g *generator) places(v variable) []variable {
	places := []variable{v}
	for _, f := range g.fields(v.typ) {
		places = append(places, variable{v.name + "." + f.name, f.typ})
	}
	return places
}

// clientFrom returns what gives a client out of something else.
func clientFrom(p variable) []string {
	switch p.typ {
	case "[]*http.Client":
		return []string{p.name + "[0]"}
	case "[2]http.Client":
		return []string{"&" + p.name + "[1]"}
	case "map[string]*http.Client":
		return []string{p.name + `["a"]`}
	case "func() *http.Client":
		return []string{p.name + "()"}
	case "chan *http.Client":
		return []string{"<-" + p.name}
	case "any":
		return []string{p.name + ".(*http.Client)"}
	}
	return nil
}

// made returns an expression that makes a value; an empty one if there is only the zero value.
func (g *generator) made(typ string, vars []variable, depth int) string {
	elem, pointer := strings.CutPrefix(typ, "*")
	and := ""
	if pointer {
		and = "&"
	}
	switch {
	case elem == "http.Client":
		transport := g.pick("http.RoundTripper", "*http.Transport")
		return and + g.pick("http.Client{}", "http.Client{Timeout: 1}", "http.Client{Transport: "+g.expr(transport, vars, depth)+"}")
	case typ == "*http.Transport" && g.IntN(3) == 0:
		return "http.DefaultTransport.(*http.Transport).Clone()"
	case elem == "http.Transport":
		return and + g.pick("http.Transport{}", "http.Transport{MaxIdleConnsPerHost: 9}")
	case typ == "http.RoundTripper":
		return g.pick("http.DefaultTransport", g.expr("*http.Transport", vars, depth))
	case typ == "doer", typ == "any":
		return g.pick("http.DefaultClient", g.expr("*http.Client", vars, depth))
	case typ == "func() *http.Client":
		return "func() *http.Client { return " + g.expr("*http.Client", vars, depth) + " }"
	case typ == "[]*http.Client":
		return "[]*http.Client{{}, " + g.expr("*http.Client", vars, depth) + "}"
	case typ == "chan *http.Client":
		return "make(chan *http.Client, 2)"
	}
	fields := g.fields(typ)
	if fields == nil {
		return ""
	}
	var parts []string
	for _, f := range fields {
		if slices.Contains(plain, f.typ) && g.IntN(2) == 0 {
			parts = append(parts, f.name+": "+g.expr(f.typ, vars, depth))
		}
	}
	return and + elem + "{" + strings.Join(parts, ", ") + "}"
}

func (g *generator) call(f function, on string, vars []variable, depth int) string {
	var args []string
	for _, p := range f.params {
		args = append(args, g.expr(p, vars, depth+1))
	}
	return on + f.name + "(" + strings.Join(args, ", ") + ")"
}

// statements returns some, and the variables that there are after them.
func (g *generator) statements(vars []variable, depth, n int) (string, []variable) {
	vars = slices.Clone(vars)
	var out []string
	for range n {
		switch k := g.IntN(10); {
		case k < 2:
			v := variable{fmt.Sprint("v", g.vars), g.typ()}
			g.vars++
			out = append(out, fmt.Sprintf("var %s %s = %s\n_ = %[1]s", v.name, v.typ, g.expr(v.typ, vars, 0)))
			vars = append(vars, v)
		case k < 4:
			out = append(out, g.pick(
				"finish(("+g.expr("*http.Client", vars, 0)+`).Get("http://a"))`,
				"finish(("+g.expr("doer", vars, 0)+").Do(request()))",
				"finish(("+g.expr("http.RoundTripper", vars, 0)+").RoundTrip(request()))"))
		case k < 6:
			out = append(out, g.calls(vars))
		case k < 8 && depth < 3:
			body, _ := g.statements(vars, depth+1, 1+g.IntN(3))
			out = append(out, g.pick("for range 10 {", "go func() {", "for range 5 {\ngo func() {", "if many {", "func() {",
				`http.HandleFunc("/", func(http.ResponseWriter, *http.Request) {`)+"\n"+body)
			last := out[len(out)-1]
			switch first, _, _ := strings.Cut(last, "\n"); {
			case strings.HasPrefix(first, "http"):
				last += "\n})"
			case first == "for range 5 {":
				last += "\n}()\n}"
			case strings.HasSuffix(first, "func() {"):
				last += "\n}()"
			default:
				last += "\n}"
			}
			out[len(out)-1] = last
		default:
			out = append(out, g.assignment(vars))
		}
	}
	return strings.Join(out, "\n"), vars
}

// calls returns a statement that calls a function, perhaps in a goroutine.
func (g *generator) calls(vars []variable) string {
	f := g.funcs[g.IntN(len(g.funcs))]
	if f.result != "" {
		return "_ = " + g.call(f, "", vars, 0)
	}
	on := ""
	if f.recv != "" {
		on = "(&" + g.made(strings.TrimPrefix(f.recv, "*"), vars, 1) + ")."
		for _, v := range vars {
			if strings.TrimPrefix(v.typ, "*") == strings.TrimPrefix(f.recv, "*") && g.IntN(2) == 0 {
				on = v.name + "."
			}
		}
	}
	return g.pick("", "go ", "defer ") + g.call(f, on, vars, 0)
}

// assignment returns a statement that puts something into a variable or field.
func (g *generator) assignment(vars []variable) string {
	var out []string
	for _, v := range vars {
		for _, p := range g.places(v) {
			switch elem := strings.TrimPrefix(p.typ, "*"); {
			case elem == "http.Client" || elem == "httputil.ReverseProxy":
				out = append(out, p.name+".Transport = "+g.expr("http.RoundTripper", vars, 0))
			case elem == "http.Transport":
				out = append(out, p.name+".MaxIdleConnsPerHost = 7", p.name+".DisableKeepAlives = true", p.name+".CloseIdleConnections()")
			case p.typ == "chan *http.Client":
				out = append(out, p.name+" <- "+g.expr("*http.Client", vars, 0))
			case p.typ == "sync.Map":
				out = append(out, p.name+".Store(1, "+g.expr("*http.Client", vars, 0)+")")
			}
			if slices.Contains(plain, p.typ) || g.fields(p.typ) != nil {
				out = append(out, p.name+" = "+g.expr(p.typ, vars, 0))
			}
			if strings.HasSuffix(p.typ, "ReverseProxy") {
				out = append(out, p.name+".ServeHTTP(nil, nil)")
			}
		}
	}
	if len(out) == 0 {
		return "finish(http.Get(\"http://a\"))"
	}
	return g.pick(out...)
}
