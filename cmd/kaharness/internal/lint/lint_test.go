package lint

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParse(t *testing.T) {
	dir := t.TempDir()
	found, err := parse(dir, strings.NewReader(
		`{"a": {"bodyclose": [{"posn": "p/main.go:7:2", "message": "m"}]}} {} {"b": {"bodydrain": [{"posn": "/x:y/main.go:8:1", "message": "n"}]}}`))
	require.NoError(t, err)
	assert.Equal(t, []Finding{
		{File: filepath.Join(dir, "p", "main.go"), Line: 7, Rule: "bodyclose", Message: "m"},
		{File: "/x:y/main.go", Line: 8, Rule: "bodydrain", Message: "n"},
	}, found)
	found, err = parse(dir, strings.NewReader(""))
	require.NoError(t, err)
	assert.Empty(t, found)
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"{":        "not understood",
		"[]":       "not understood",
		`{"a": 1}`: "not understood",
		`{"a": {"bodyclose": {"error": "it broke"}}}`:             "kalint failed in bodyclose",
		`{"a": {"bodyclose": [{"posn": "main.go"}]}}`:             `position "main.go"`,
		`{"a": {"bodyclose": [{"posn": "main.go:x:1"}]}}`:         `position "main.go:x:1"`,
		`{"a": {"bodyclose": [{"posn": ""}]}}`:                    `position ""`,
		`{"a": {"bodyclose": [{"posn": "main.go:1:1"}]}} garbage`: "not understood",
	} {
		_, err := parse("", strings.NewReader(text))
		assert.ErrorContains(t, err, want, text)
	}
}
