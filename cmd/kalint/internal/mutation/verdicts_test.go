package mutation_test

import (
	_ "embed"
	"strings"
)

// verdicts are those of mutants that were not reported, and read: one a line, with the file and function (* for all in the
// file), the kind, equivalent or elsewhere, and the reason.
//
//go:embed testdata/verdicts.txt
var verdicts string

// known returns the verdict on an outcome that was read before, or the outcome's own.
func known(o Outcome) result {
	if o.Result != missed && o.Result != doubtful && o.Result != astray {
		return o.Result
	}
	for line := range strings.Lines(verdicts) {
		f := strings.Fields(line)
		if len(f) > 3 && (f[0] == o.Place+":"+o.Func || f[0] == o.Place+":*") && f[1] == string(o.Kind) {
			return result(f[2])
		}
	}
	return o.Result
}
