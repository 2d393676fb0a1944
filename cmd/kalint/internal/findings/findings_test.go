package findings

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParsePosition(t *testing.T) {
	for s, want := range map[string]Position{
		"/a/b.go:1:2":    {"/a/b.go", 1, 2},
		"/a/b.go:1":      {"/a/b.go", 1, 0},
		"/a/b.go":        {"/a/b.go", 0, 0},
		`C:\a\b.go:10:2`: {`C:\a\b.go`, 10, 2},
		"/a:3/b.go:1:2":  {"/a:3/b.go", 1, 2},
		"-":              {"-", 0, 0},
		"":               {},
	} {
		assert.Equal(t, want, ParsePosition(s), s)
	}
}

func TestParseFindings(t *testing.T) {
	const one = `{"p": {"r": [{"posn": "/b.go:2:1", "message": "m"}, {"posn": "/b.go:10:1", "message": "m"}]}}`
	const variant = `{"p [p.test]": {"r": [{"posn": "/b.go:2:1", "message": "m"}, {"posn": "/a.go:9:1", "message": "m"}]}}`
	const failed = `{"q": {"r": {"error": "no"}, "s": [{"category": "failure", "posn": "/q.go:1:1", "message": "never"}, {"posn": "/q.go:3:1", "message": "m"}]}}`
	found, failures, err := Parse([]byte("{}\n"+one+"\n"+variant+"{}"+failed+failed), nil)
	require.NoError(t, err)
	var places []string
	for _, f := range found {
		places = append(places, f.Posn)
	}
	assert.Equal(t, []string{"/a.go:9:1", "/b.go:2:1", "/b.go:10:1", "/q.go:3:1"}, places)
	assert.Equal(t, []string{"never", "no"}, failures)
}

func TestParseFindingsOfNoise(t *testing.T) {
	for _, s := range []string{"x", "{", "[]", `{"p": 1}`, `{"p": {"r": 1}}`, `{"p": {"r": [1]}}`, "{}\nwarning: x\n{}"} {
		_, _, err := Parse([]byte(s), nil)
		assert.Error(t, err, s)
	}
	found, failures, err := Parse(nil, nil)
	assert.NoError(t, err)
	assert.Empty(t, found)
	assert.Empty(t, failures)
}
