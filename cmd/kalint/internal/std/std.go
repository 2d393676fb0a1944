// Package std tells the packages of the Go distribution from others. It does
// without path/filepath, which is initialized too late for those who answer
// before everything else.
package std

import (
	"bytes"
	"os"
	"strings"
)

// Has reports whether the package of that path, without a module of its own, in
// that directory is part of the Go distribution. The go command does not say:
// such a package has no module, but neither has one that is given as a list of
// files, nor one in GOPATH mode. So its place is looked at.
func Has(importPath, dir string) bool {
	path, _, _ := strings.Cut(importPath, " ")
	root, ok := strings.CutSuffix(toSlash(dir), "/src/"+path)
	return ok && isGoroot(root)
}

// isGoroot reports whether dir is the root of a Go distribution, whose src is
// the one module that may call itself std.
func isGoroot(dir string) bool {
	mod, err := os.ReadFile(dir + "/src/go.mod")
	if err != nil {
		return false
	}
	line, _, _ := bytes.Cut(mod, []byte("\n"))
	return string(bytes.TrimSpace(line)) == "module std"
}

// toSlash puts slashes for a system's own separators; every system takes them.
func toSlash(path string) string {
	if os.PathSeparator == '/' {
		return path
	}
	return strings.ReplaceAll(path, string(os.PathSeparator), "/")
}
