package cases

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program is a case without its package comment.
const program = "package main\n\nfunc main() {\n\tleak() // reported\n}\n"

func parseText(rule, text string) (*Case, error) {
	c := &Case{Rule: rule, Name: "case"}
	return c, c.parse([]byte(text))
}

func TestParse(t *testing.T) {
	c, err := parseText("bodyclose", "// Ten requests lose ten connections. It is because\n// nobody closes.\n//\n"+
		"//proof:expect go1.26 10 -> 1\n//proof:expect go1.27 >=3 -> 1..2\n//proof:flags -bodydrain.level=eof -x\n//proof:server tls http2\n"+program)
	require.NoError(t, err)
	assert.Equal(t, "Ten requests lose ten connections", c.Title)
	assert.Equal(t, "It is because nobody closes.", c.Text)
	assert.Equal(t, []int{11}, c.Marks)
	assert.Equal(t, []string{"-bodydrain.level=eof", "-x"}, c.Flags)
	assert.True(t, c.TLS && c.HTTP2)
	assert.Nil(t, c.For("go1.25.3"))
	assert.Equal(t, "go1.26 10 -> 1", c.For("go1.26.8").String())
	assert.Equal(t, "go1.27 >=3 -> 1..2", c.For("go1.27rc1").String())
	assert.Equal(t, "go1.27 >=3 -> 1..2", c.For("go1.30").String())
	assert.Equal(t, "go1.27 >=3 -> 1..2", c.For("devel go1.28-1234567").String())
}

func TestParseRefuses(t *testing.T) {
	const head, expect = "// Title.\n//\n", "//proof:expect go1.26 10 -> 1\n"
	for name, tt := range map[string]struct{ rule, text, want string }{
		"no Go":             {"bodyclose", "packag main", "expected 'package'"},
		"other package":     {"bodyclose", head + expect + "package p\n", "package main is wanted"},
		"no title":          {"bodyclose", "//\n" + expect + program, "package comment is missing"},
		"no expectation":    {"bodyclose", head + program, "no //proof:expect"},
		"unknown directive": {"bodyclose", head + "//proof:expct go1.26 1 -> 1\n" + program, "line 3: unknown directive //proof:expct"},
		"late directive":    {"bodyclose", head + expect + program + expect, "before the package clause"},
		"unknown server":    {"bodyclose", head + expect + "//proof:server spdy\n" + program, `no server speaks "spdy"`},
		"http2 alone":       {"bodyclose", head + expect + "//proof:server http2\n" + program, "http2 goes with tls only"},
		"no mark":           {"bodyclose", head + expect + "package main\n", "no line is marked"},
		"mark where fine":   {Fine, head + "//proof:expect go1.26 1\n" + program, "although nothing is wrong"},
		"arrow where fine":  {Fine, head + expect + "package main\n", "one count where nothing is wrong"},
		"no arrow":          {"bodyclose", head + "//proof:expect go1.26 10\n" + program, "BEFORE -> AFTER"},
		"twice the same":    {"bodyclose", head + expect + expect + program, "go1.26 stands behind go1.26"},
		"no release":        {"bodyclose", head + "//proof:expect 10 -> 1\n" + program, "a release of Go comes first"},
		"no count":          {"bodyclose", head + "//proof:expect go1.26 ten -> 1\n" + program, `"ten" is no count`},
		"negative":          {"bodyclose", head + "//proof:expect go1.26 -1 -> 1\n" + program, `"-1" is no count`},
		"half a range":      {"bodyclose", head + "//proof:expect go1.26 10.. -> 1\n" + program, `"" is no count`},
		"nothing at least":  {"bodyclose", head + "//proof:expect go1.26 >= -> 1\n" + program, `"" is no count`},
		"empty range":       {"bodyclose", head + "//proof:expect go1.26 9..8 -> 1\n" + program, "holds no count"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parseText(tt.rule, tt.text)
			assert.ErrorContains(t, err, tt.want)
		})
	}
}

func TestRange(t *testing.T) {
	for text, in := range map[string][3]bool{ // whether it has 0, 10 and 50
		"10": {false, true, false}, ">=10": {false, true, true}, "<=10": {true, true, false}, "1..49": {false, true, false}, "<=0": {true, false, false},
	} {
		r, err := parseRange(text)
		require.NoError(t, err)
		assert.Equal(t, in, [3]bool{r.Has(0), r.Has(10), r.Has(50)}, text)
	}
}

// tree writes files below a new root.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	return root
}

func TestLoadAndSelect(t *testing.T) {
	const leak = "// Leak.\n//\n//proof:expect go1.26 10 -> 1\n" + program
	root := tree(t, map[string]string{
		"go.mod":                                    "module github.com/kalint/kalint\n\ngo 1.26.0\n",
		"testdata/proof/fine/a/main.go":             "// Fine.\n//\n//proof:expect go1.26 1\npackage main\n",
		"testdata/proof/bodydrain/b/main.go":        leak,
		"testdata/proof/bodyclose/c/main.go":        leak,
		"testdata/proof/bodyclose/c/fixed/main.go":  "package main\n",
		"cmd/kaharness/go.mod":                      "module github.com/kalint/kalint/cmd/kaharness\n",
		"cmd/kaharness/internal/somewhere/else.txt": "",
	})
	found, err := FindRoot(filepath.Join(root, "cmd", "kaharness", "internal", "somewhere"))
	require.NoError(t, err)
	assert.Equal(t, root, found)
	line, err := GoLine(root)
	require.NoError(t, err)
	assert.Equal(t, "1.26.0", line)

	all, err := Load(root)
	require.NoError(t, err)
	ids := func(list []*Case) (out []string) {
		for _, c := range list {
			out = append(out, c.ID())
		}
		return out
	}
	assert.Equal(t, []string{"bodyclose/c", "bodydrain/b", "fine/a"}, ids(all), "in the order of the rules")
	assert.Equal(t, filepath.Join(all[0].Dir, "fixed"), all[0].Fixed)
	assert.Empty(t, all[1].Fixed)

	for _, tt := range []struct{ args, want []string }{
		{nil, []string{"bodyclose/c", "bodydrain/b", "fine/a"}},
		{[]string{"fine/a", "bodyclose"}, []string{"fine/a", "bodyclose/c"}},
		{[]string{"testdata/proof/fine/a/", "fine"}, []string{"fine/a"}},
	} {
		chosen, err := Select(all, tt.args)
		require.NoError(t, err)
		assert.Equal(t, tt.want, ids(chosen))
	}
	for _, arg := range []string{"bodyclose/d", "", "nil", "fine/a/main.go"} {
		_, err := Select(all, []string{arg})
		assert.ErrorContains(t, err, "there is no case", arg)
	}
}

func TestLoadRefuses(t *testing.T) {
	_, err := FindRoot(t.TempDir())
	assert.ErrorContains(t, err, "not in a clone of github.com/kalint/kalint")
	_, err = Load(t.TempDir())
	assert.ErrorContains(t, err, "no cases")
	_, err = Load(tree(t, map[string]string{"testdata/proof/README": ""}))
	assert.ErrorContains(t, err, "no cases")
	_, err = Load(tree(t, map[string]string{"testdata/proof/nosuchrule/a/main.go": program}))
	assert.ErrorContains(t, err, "is no rule")
	_, err = Load(tree(t, map[string]string{"testdata/proof/fine/a/other.go": ""}))
	assert.ErrorIs(t, err, os.ErrNotExist)
	_, err = Load(tree(t, map[string]string{"testdata/proof/fine/a/main.go": program}))
	assert.ErrorContains(t, err, "fine/a: ")
}
