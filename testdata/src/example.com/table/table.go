// Package table stands for one that knows nothing of HTTP.
package table

// A Table maps names to addresses.
type Table struct{ names, addresses []string }

// ForEach calls fn for each entry.
func (t *Table) ForEach(fn func(name, address string)) {
	for i, name := range t.names {
		fn(name, t.addresses[i])
	}
}

// First calls fn for the first entry.
func (t *Table) First(fn func(name, address string)) { fn(t.names[0], t.addresses[0]) }
