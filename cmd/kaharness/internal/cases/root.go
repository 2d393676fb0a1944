package cases

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/mod/modfile"
)

// Module is the module that the cases belong to.
const Module = "github.com/kalint/kalint"

// FindRoot returns kalint's directory: dir, or one that is above it.
func FindRoot(dir string) (string, error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		data, err := os.ReadFile(filepath.Join(at, "go.mod"))
		if err == nil && modfile.ModulePath(data) == Module {
			return at, nil
		}
		above := filepath.Dir(at)
		if above == at {
			return "", fmt.Errorf("%s is not in a clone of %s, which has the programs to run", dir, Module)
		}
		at = above
	}
}

// GoLine is the go line of kalint's go.mod, such as "1.26.0": what the programs
// may count on.
func GoLine(root string) (string, error) {
	name := filepath.Join(root, "go.mod")
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	mod, err := modfile.ParseLax(name, data, nil)
	if err != nil {
		return "", err
	}
	if mod.Go == nil {
		return "", errors.New(name + " has no go line")
	}
	return mod.Go.Version, nil
}
