// Package inputs keeps constructors under names.
package inputs

// An Input is what they make.
type Input interface{ Gather() }

var inputs = make(map[string]func() Input)

// Add registers a constructor.
func Add(name string, make func() Input) { inputs[name] = make }
