// Package goline tells what a file may count on by the go line of its module and by its build constraints.
package goline

import (
	"go/ast"
	"go/version"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// CloseDrains reports whether everybody who builds the file has a net/http whose Body.Close reads what is left of a short
// body, so that its connection is reused: Go 1.27 and newer.
func CloseDrains(pass *analysis.Pass, file *ast.File) bool { return atLeast(pass, file, "go1.27") }

// atLeast reports whether only Go of that version and newer builds the file. Either the module or the file can say so:
// a file that asks for less than its module lowers its language, not the library that it is built with.
func atLeast(pass *analysis.Pass, file *ast.File, min string) bool {
	if pass.Module != nil && reaches(pass.Module.GoVersion, min) {
		return true
	}
	return reaches(pass.TypesInfo.FileVersions[file], min)
}

// reaches compares two versions, of which v may lack its "go", as some drivers write it, or be empty. A release candidate
// counts as its release.
func reaches(v, min string) bool {
	if !strings.HasPrefix(v, "go") {
		v = "go" + v
	}
	return version.Compare(version.Lang(v), min) >= 0
}
