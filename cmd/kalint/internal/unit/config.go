package unit

import (
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/tools/go/analysis"
)

// A Config is what the go command says about one package.
// The names are the go command's; fields that nothing here needs are left out.
type Config struct {
	ID           string   // the package's name in JSON output
	Dir          string   // where its files are
	ImportPath   string   // the same for a package and its test variant
	GoFiles      []string // absolute; cgo's output in place of the files with import "C"
	NonGoFiles   []string
	IgnoredFiles []string

	Module        *analysis.Module // from Go 1.27
	ModulePath    string           // up to Go 1.26
	ModuleVersion string           // up to Go 1.26
	GoVersion     string           // the go line, such as "go1.26.0"

	ImportMap   map[string]string // import path as written to package path
	PackageFile map[string]string // package path to compiled package
	PackageVetx map[string]string // package path to facts, direct imports only
	Standard    map[string]bool   // those imports that are part of the Go distribution

	VetxOnly   bool   // a dependency: facts are wanted, reports are not
	VetxOutput string // where the facts go
	Stdout     string // where JSON and diffs go
	FixArchive string // where fixed files go, as a zip

	SucceedOnTypecheckFailure bool // the compiler will report it
}

// ReadConfig reads the go command's description of a package.
func ReadConfig(name string) (*Config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	cfg := new(Config)
	if err := json.Unmarshal(data, cfg); err != nil {
		return nil, fmt.Errorf("cannot read %s: %v", name, err)
	}
	if len(cfg.GoFiles) == 0 {
		return nil, fmt.Errorf("%s names no Go files", name)
	}
	return cfg, nil
}

// module is what the analyzers see as Pass.Module.
func (cfg *Config) module() *analysis.Module {
	if cfg.Module != nil || cfg.ModulePath == "" {
		return cfg.Module
	}
	return &analysis.Module{
		Path:      cfg.ModulePath,
		Version:   cfg.ModuleVersion,
		GoVersion: cfg.GoVersion,
	}
}

// packagePath returns the path of the package that an import's path stands for.
func (cfg *Config) packagePath(path string) string {
	if mapped, ok := cfg.ImportMap[path]; ok {
		return mapped
	}
	return path
}
