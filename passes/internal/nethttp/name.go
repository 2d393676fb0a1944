package nethttp

import (
	"go/types"
	"strings"
	"sync"
)

// is reports whether the function has one of the full names. To build a function's full name takes long, so that its last
// word is looked at first.
func is(fn *types.Func, names ...string) bool {
	for _, name := range names {
		if rest, ok := strings.CutSuffix(name, fn.Name()); ok && strings.HasSuffix(rest, ".") && fn.FullName() == name {
			return true
		}
	}
	return false
}

// A table says something of functions, by their full names.
type table[V any] struct {
	entries map[string]V
	words   map[string]bool // the last words of the names
}

// lazily makes a table when it is first asked for: most runs of kalint never do.
func lazily[V any](entries func() map[string]V) func() *table[V] {
	return sync.OnceValue(func() *table[V] {
		t := &table[V]{entries: entries(), words: make(map[string]bool)}
		for name := range t.entries {
			t.words[name[strings.LastIndexByte(name, '.')+1:]] = true
		}
		return t
	})
}

// of returns what the table says of a function.
func (t *table[V]) of(fn *types.Func) (v V, ok bool) {
	if t.words[fn.Name()] {
		v, ok = t.entries[fn.FullName()]
	}
	return v, ok
}
