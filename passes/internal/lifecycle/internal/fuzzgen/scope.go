package fuzzgen

import "slices"

// A form says what can be done with a variable.
type form byte

const (
	response form = iota // *http.Response
	body                 // io.ReadCloser
	closer               // io.Closer
	anything             // any
)

// A target is a variable through which a body can be got at.
type target struct {
	name    string
	form    form
	generic bool // its type is a type parameter
	blank   bool // it holds something from the start
}

// reader is the expression for the target's body.
func (t target) reader() string {
	if t.form == response {
		return t.name + ".Body"
	}
	return t.name
}

// A scope is where a statement stands.
type scope struct {
	indent  int
	targets []target
	loop    bool // break and continue have a meaning
	literal bool // in a function literal
	held    bool // in a function literal that a variable holds
	top     bool
}

func (s scope) inner() scope {
	s.indent++
	s.top = false
	return s
}

// inLiteral is the scope of a function literal's body.
func (s scope) inLiteral() scope {
	s = s.inner()
	s.loop, s.literal = false, true
	return s
}

func (s scope) with(t target) scope {
	s.targets = append(slices.Clone(s.targets), t)
	return s
}

// without is the scope where a variable is nil.
func (s scope) without(name string) scope {
	s.targets = slices.DeleteFunc(slices.Clone(s.targets), func(t target) bool { return t.name == name })
	return s
}
