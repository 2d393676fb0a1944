// Package early answers the go command about dependencies in the standard
// library while kalint starts: of those nothing is wanted, they are most of the
// units of a run, and to initialize what an analysis needs takes longer than the
// answer. The language has packages initialized by import path, each as soon as
// those that it imports are, so this one, which imports little, goes before
// go/types and all that comes after it.
package early

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"

	"github.com/kalint/kalint/cmd/kalint/internal/std"
)

func init() {
	if answer(os.Args[1:]) {
		os.Exit(0)
	}
}

// description is what is needed here of the go command's description of a unit.
type description struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Module     *struct{}
	ModulePath string
	VetxOnly   bool
	VetxOutput string
}

// ofModule reports whether the description plainly is one of a module's package: so
// are most that are not answered here, and to decode them takes longer.
func ofModule(data []byte) bool {
	_, path, found := bytes.Cut(data, []byte(`"ModulePath": "`))
	return found && len(path) > 0 && path[0] != '"'
}

// answer writes the facts of a unit of which there are none, and reports whether
// that is all there is to do. Whatever is odd is left to those who report errors.
func answer(args []string) bool {
	if len(args) == 0 || !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return false
	}
	file, flags := args[len(args)-1], args[:len(args)-1]
	for _, flag := range flags {
		name, _, _ := strings.Cut(strings.TrimLeft(flag, "-"), "=")
		if !strings.HasPrefix(flag, "-") || name == "deps" { // it wants findings
			return false
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	if ofModule(data) {
		return false
	}
	var d description
	if json.Unmarshal(data, &d) != nil || !d.VetxOnly || d.Module != nil || d.ModulePath != "" || len(d.GoFiles) == 0 {
		return false
	}
	return std.Has(d.ImportPath, d.Dir) && (d.VetxOutput == "" || os.WriteFile(d.VetxOutput, nil, 0o666) == nil)
}
