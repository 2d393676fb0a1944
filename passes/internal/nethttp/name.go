package nethttp

import (
	"go/types"
	"maps"
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

// entry returns what the table says of the function; words are the last words of its keys.
func entry[V any](table map[string]V, words func() map[string]bool, fn *types.Func) (v V, ok bool) {
	if words()[fn.Name()] {
		v, ok = table[fn.FullName()]
	}
	return v, ok
}

var (
	summaryWords  = lastWords(summaries)
	noReturnWords = lastWords(noReturn)
	effectWords   = lastWords(effects)
)

// lastWords returns a function that tells the names, without what they belong to, of the functions that the table has.
func lastWords[V any](table map[string]V) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		words := make(map[string]bool, len(table))
		for name := range maps.Keys(table) {
			words[name[strings.LastIndexByte(name, '.')+1:]] = true
		}
		return words
	})
}
