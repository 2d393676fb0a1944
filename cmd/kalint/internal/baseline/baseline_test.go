package baseline

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func entry(file, hash string, count int) Entry {
	return Entry{File: file, Rule: "r", Hash: hash, Count: count}
}

func TestWriteIsSortedAndMerged(t *testing.T) {
	name := filepath.Join(t.TempDir(), "k.json")
	entries := []Entry{entry("b", "y", 0), entry("a", "z", 0), entry("b", "y", 2), entry("b", "x", 1)}
	require.NoError(t, Write(name, entries))
	b, err := Read(name)
	require.NoError(t, err)
	assert.Equal(t, []Entry{entry("a", "z", 0), entry("b", "x", 0), entry("b", "y", 3)}, b.Findings)
	assert.Equal(t, entry("b", "y", 0), entries[0], "what was given is left alone")

	require.NoError(t, Write(name, nil))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "{\n\t\"version\": 1,\n\t\"findings\": []\n}\n", string(data))
	b, err = Read(name)
	require.NoError(t, err)
	assert.Empty(t, b.Findings)
}

func TestMatch(t *testing.T) {
	one := func(file, hash string) Entry { return entry(file, hash, 0) }
	for name, c := range map[string]struct {
		old, found []Entry
		isNew      []bool
		left       []Entry
	}{
		"nothing":             {nil, nil, []bool{}, nil},
		"the same":            {[]Entry{one("a", "x")}, []Entry{one("a", "x")}, []bool{false}, nil},
		"another":             {[]Entry{one("a", "x")}, []Entry{one("a", "y")}, []bool{true}, []Entry{entry("a", "x", 1)}},
		"one more":            {[]Entry{entry("a", "x", 2)}, []Entry{one("a", "x"), one("a", "x"), one("a", "x")}, []bool{false, false, true}, nil},
		"one less":            {[]Entry{entry("a", "x", 3)}, []Entry{one("a", "x"), one("a", "x")}, []bool{false, false}, []Entry{entry("a", "x", 1)}},
		"moved":               {[]Entry{one("a", "x")}, []Entry{one("b", "x")}, []bool{false}, nil},
		"copied to the front": {[]Entry{one("b", "x")}, []Entry{one("a", "x"), one("b", "x")}, []bool{true, false}, nil},
		"moved and copied":    {[]Entry{one("a", "x"), one("b", "x")}, []Entry{one("b", "x"), one("c", "x"), one("d", "x")}, []bool{false, false, true}, nil},
	} {
		isNew, left := (&Baseline{Findings: c.old}).Match(c.found)
		assert.Equal(t, c.isNew, isNew, name)
		assert.Equal(t, c.left, left, name)
	}
}
