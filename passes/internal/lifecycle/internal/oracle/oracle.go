// Package oracle holds what the rules say of generated functions against what happens when those are run, along all their
// paths, against an HTTP server. It is for tests only.
package oracle

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/kalint/kalint/passes/internal/lifecycle/internal/fuzzgen"
)

//go:embed testdata
var testdata embed.FS

// perPackage is how many units stand in one package: the engine has a bound on the work for a package.
const perPackage = 100

// A Batch is a number of units and what is known of them.
type Batch struct {
	Units    []*fuzzgen.Unit
	programs []*fuzzgen.Program
}

// NewBatch writes the units as a program.
func NewBatch(units []*fuzzgen.Unit) *Batch {
	b := &Batch{Units: units}
	site := 0
	for from := 0; from < len(units); from += perPackage {
		chunk := units[from:min(from+perPackage, len(units))]
		p := fuzzgen.Emit(len(b.programs), chunk, &site)
		for i := range p.Entries {
			p.Entries[i].Unit += from
		}
		b.programs = append(b.programs, p)
	}
	return b
}

// runtimeFiles returns the files of package rt or of the runner, by name.
func runtimeFiles(dir string) (map[string][]byte, error) {
	files := make(map[string][]byte)
	entries, err := fs.ReadDir(testdata, "testdata/"+dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		data, err := testdata.ReadFile("testdata/" + dir + "/" + e.Name())
		if err != nil {
			return nil, err
		}
		files[e.Name()] = data
	}
	return files, nil
}

func write(dir, name string, data []byte) error {
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o666)
}

// name is what results call an entry.
func name(program int, e fuzzgen.Entry) string { return fmt.Sprintf("p%d.%s", program, e.Name) }
