package unit

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// forgotten reports whether the findings in a dependency would be lost unless
// they are told at once. Up to Go 1.26 the go command keeps one answer for a
// package as a dependency and for the package itself: once it was the former,
// nobody asks for its findings any more. Told are those in the user's own modules,
// also where another one of them has it as a dependency by a replace directive.
func forgotten(cfg *Config) bool {
	fromOldGo := cfg.Module == nil && cfg.ModulePath != ""
	own := cfg.ModuleVersion == "" || !downloaded(cfg.Dir)
	return cfg.VetxOnly && fromOldGo && own && !hasOwnTests(cfg)
}

// downloaded reports whether a directory is in the module cache or in a vendor
// directory.
func downloaded(dir string) bool {
	for elem := range strings.SplitSeq(filepath.ToSlash(dir), "/") {
		if elem == "vendor" || strings.Contains(elem, "@v") {
			return true
		}
	}
	return false
}

// hasOwnTests reports whether there are tests within the package. Then it is
// asked about together with them, and the answers are kept apart.
func hasOwnTests(cfg *Config) bool {
	names, err := filepath.Glob(filepath.Join(escape(cfg.Dir), "*_test.go"))
	if err != nil {
		return false
	}
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly)
		if err == nil && !strings.HasSuffix(f.Name.Name, "_test") {
			return true
		}
	}
	return false
}

// escape makes a pattern of a directory's name.
func escape(dir string) string {
	if os.PathSeparator == '\\' {
		return dir // there is no escaping on Windows
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(dir)
}
