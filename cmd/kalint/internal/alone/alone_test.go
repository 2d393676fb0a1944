package alone

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/kalint/kalint/cmd/kalint/internal/findings"
)

func TestParseProblems(t *testing.T) {
	ps := parseProblems(`go: downloading example.com/x v1.0.0
a/a_test.go:1:2: no required module provides package x; to add it:
	go get x
# example.com/bad
bad/bad.go:3:4: undefined: x
	have (number)
# example.com/bad [example.com/bad.test]
# [example.com/bad]
bad/bad.go:3:4: undefined: x
bad/bad_test.go:5:6: undefined: y
# example.com/old
kalint: built with go1.26.8, too old
# example.com/old2
kalint: built with go1.26.8, too old
# example.com/dep
kalint: rule r failed on package example.com/dep: panic: x
`)
	require.Len(t, ps.packages, 1)
	assert.Equal(t, "example.com/bad", ps.packages[0].name)
	assert.Equal(t, []string{"bad/bad.go:3:4: undefined: x", "\thave (number)", "bad/bad_test.go:5:6: undefined: y"}, ps.packages[0].lines)
	assert.Equal(t, "kalint: built with go1.26.8, too old", ps.mismatch)

	var b bytes.Buffer
	ps.print(&b, func(name string) string { return "dir/" + name })
	assert.Equal(t, `kalint: example.com/bad does not build
	dir/bad/bad.go:3:4: undefined: x
		have (number)
	dir/bad/bad_test.go:5:6: undefined: y
kalint: dir/a/a_test.go:1:2: no required module provides package x; to add it:
	go get x
kalint: rule r failed on package example.com/dep: panic: x
kalint: built with go1.26.8, too old
`, b.String())
}

func TestMark(t *testing.T) {
	at := func(line, col int) findings.Position { return findings.Position{File: "a.go", Line: line, Col: col} }
	for _, c := range []struct {
		line    string
		at, end findings.Position
		want    string
	}{
		{"\tx := f(1)", at(1, 7), at(1, 11), "\t     ^~~~"},
		{"f()", at(1, 1), at(1, 1), "^"},
		{"f()", at(1, 1), findings.Position{}, "^"},
		{`"äö", f()`, at(1, 9), at(1, 12), "      ^~~"},
		{"f(", at(1, 1), at(3, 2), "^~"},
		{"f()", at(1, 90), at(1, 99), "   ^"},
		{"", at(1, 0), at(1, 0), "^"},
	} {
		assert.Equal(t, c.want, mark(c.line, c.at, c.end), c.line)
	}
}

func TestShow(t *testing.T) {
	s := &session{options: &options{}, here: "/home/me/m"}
	for name, want := range map[string]string{
		"/home/me/m/a/b.go":   "a/b.go",
		"/home/me/n/b.go":     "../n/b.go",
		"/go/src/fmt/fmt.go":  "/go/src/fmt/fmt.go",
		"a/b.go":              "a/b.go",
		"./b.go":              "b.go",
		"/home/me/m/..b/b.go": "..b/b.go",
	} {
		assert.Equal(t, want, s.show(name), name)
	}
	s.dir = "sub"
	assert.Equal(t, "sub/b.go", s.show("b.go"))
	s.dir = "/home/me/other"
	assert.Equal(t, "../other/b.go", s.show("b.go"))
}

func TestParseArgs(t *testing.T) {
	o, err := parseArgs(strings.Fields("-C d -race -tags a,b -mod=mod -c 2 -tests=false ./a ./b"), nil)
	require.NoError(t, err)
	assert.Equal(t, &options{dir: "d", context: 2, format: "text", build: []string{"-race=true", "-tags=a,b", "-mod=mod"}, patterns: []string{"./a", "./b"}}, o)
	o, err = parseArgs(nil, nil)
	require.NoError(t, err)
	assert.Equal(t, &options{context: -1, format: "text", tests: true, patterns: []string{"./..."}}, o)
}
