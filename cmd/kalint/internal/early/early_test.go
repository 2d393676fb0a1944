package early

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unit writes the description of a unit, with $ROOT standing for a Go
// distribution's root, and returns where it and the facts to be written are.
func unit(t *testing.T, text string) (file, facts string) {
	t.Helper()
	root := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(root, "src", "fmt"), 0o777))
	require.NoError(t, os.WriteFile(filepath.Join(root, "src", "go.mod"), []byte("module std\n"), 0o666))
	file, facts = filepath.Join(root, "unit.cfg"), filepath.Join(root, "facts")
	text = os.Expand(text, func(string) string { return filepath.ToSlash(root) })
	require.NoError(t, os.WriteFile(file, []byte(text), 0o666))
	return file, facts
}

const dependency = `{"ImportPath": "fmt", "Dir": "$ROOT/src/fmt", "GoFiles": ["print.go"], "VetxOnly": true, "VetxOutput": "$ROOT/facts"}`

func TestAnswered(t *testing.T) {
	for _, flags := range [][]string{nil, {"-json"}, {"-c=1", "--bodyclose=false", "-fix"}} {
		file, facts := unit(t, dependency)
		require.True(t, answer(append(flags, file)), flags)
		data, err := os.ReadFile(facts)
		require.NoError(t, err)
		assert.Empty(t, data)
	}
	file, _ := unit(t, `{"ImportPath": "fmt", "Dir": "$ROOT/src/fmt", "GoFiles": ["print.go"], "VetxOnly": true}`)
	assert.True(t, answer([]string{file}), "nobody asks for the facts")
}

func TestLeftToOthers(t *testing.T) {
	for name, text := range map[string]string{
		"asked about":       `{"ImportPath": "fmt", "Dir": "$ROOT/src/fmt", "GoFiles": ["print.go"], "VetxOutput": "$ROOT/facts"}`,
		"another place":     `{"ImportPath": "fmt", "Dir": "$ROOT/fmt", "GoFiles": ["print.go"], "VetxOnly": true, "VetxOutput": "$ROOT/facts"}`,
		"a module":          `{"ImportPath": "fmt", "Dir": "$ROOT/src/fmt", "GoFiles": ["print.go"], "VetxOnly": true, "VetxOutput": "$ROOT/facts", "ModulePath": "fmt"}`,
		"a module, 1.27":    `{"ImportPath": "fmt", "Dir": "$ROOT/src/fmt", "GoFiles": ["print.go"], "VetxOnly": true, "VetxOutput": "$ROOT/facts", "Module": {"Path": "fmt"}}`,
		"no files":          `{"ImportPath": "fmt", "Dir": "$ROOT/src/fmt", "VetxOnly": true, "VetxOutput": "$ROOT/facts"}`,
		"nowhere to answer": `{"ImportPath": "fmt", "Dir": "$ROOT/src/fmt", "GoFiles": ["print.go"], "VetxOnly": true, "VetxOutput": "$ROOT/gone/facts"}`,
		"noise":             `{"ImportPath": `,
		"another kind":      `{"ImportPath": 1}`,
		"nothing":           ``,
	} {
		file, facts := unit(t, text)
		assert.False(t, answer([]string{file}), name)
		assert.NoFileExists(t, facts, name)
	}
}

func TestOtherArguments(t *testing.T) {
	file, facts := unit(t, dependency)
	for _, args := range [][]string{
		nil, {"help"}, {"./..."}, {"-V=full"}, {"-deps", file}, {"--deps=true", file}, {"other.cfg", file}, {file, "./..."}, {file + "x.cfg"}, {filepath.Dir(file) + ".cfg"},
	} {
		assert.False(t, answer(args), args)
	}
	assert.NoFileExists(t, facts)
}
