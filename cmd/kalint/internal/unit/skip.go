package unit

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// skip reports whether the unit can be answered with empty facts before
// anything of it is read. Most units of a run are such ones.
func skip(cfg *Config) bool {
	return cfg.VetxOnly && standard(cfg)
}

// standard reports whether the unit is part of the Go distribution. The go
// command does not say: such a unit has no module, but neither has one that is
// given as a list of files, nor one in GOPATH mode. So its place is looked at.
func standard(cfg *Config) bool {
	if cfg.Module != nil || cfg.ModulePath != "" {
		return false
	}
	path, _, _ := strings.Cut(cfg.ImportPath, " ")
	root, ok := strings.CutSuffix(filepath.ToSlash(cfg.Dir), "/src/"+path)
	return ok && isGoroot(filepath.FromSlash(root))
}

// isGoroot reports whether dir is the root of a Go distribution, whose src is
// the one module that may call itself std.
func isGoroot(dir string) bool {
	mod, err := os.ReadFile(filepath.Join(dir, "src", "go.mod"))
	if err != nil {
		return false
	}
	line, _, _ := bytes.Cut(mod, []byte("\n"))
	return string(bytes.TrimSpace(line)) == "module std"
}
